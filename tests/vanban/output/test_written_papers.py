"""The law of the library: what is written and read again is what was written."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import vanban
from vanban.model import Duty, Header, Meeting, Petition, Signer, Span
from vanban.output import passages, plain, typeset, web_page, word
from vanban.output.forms import FRONT, PARTY, STATE
from vanban.output.paper import Heading, Paper, Paragraph, paper_of
from vanban.output.wording import count_said, day_of_issue, day_said

NOWHERE = Span(0, 0)
WRITERS = {
    "txt": lambda paper: plain.to_text(paper).encode(),
    "docx": word.to_docx,
    "html": lambda paper: web_page.to_html(paper).encode(),
    "pdf": typeset.to_pdf,
}
QUICK = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])

places = st.sampled_from(["Hồng Lĩnh", "Bình Mẫu", "An Thượng", "Sông Trà"])
people = st.sampled_from(["Lê Thị Sao Mai", "Trần Văn An", "Đỗ Quang Hậu", "Vũ Ngọc Hạ"])
days = st.dates(date(2021, 1, 1), date(2027, 12, 31))
numbers = st.integers(1, 999)


@st.composite
def state_headers(draw):
    place = draw(places)
    kind, code = draw(st.sampled_from([("báo cáo", "BC"), ("kế hoạch", "KH"), ("thông báo", "TB")]))
    return Header(
        kind=kind,
        number=f"{draw(numbers):02d}/{code}-UBND",
        issued_on=draw(days),
        place=place,
        issuers=(f"Ủy ban nhân dân tỉnh {place}",),
        subject=draw(
            st.sampled_from(
                ["Kết quả công tác dân vận chính quyền năm 2026", "Công tác tiếp công dân quý I"]
            )
        ),
        signers=(Signer(draw(people), "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
        recipients=tuple(
            draw(st.lists(st.sampled_from(
                ["Thường trực Tỉnh ủy", "Các sở, ban, ngành", "UBND các xã, phường", "Sở Nội vụ"]
            ), min_size=1, max_size=4, unique=True))
        ),
        filing=draw(st.sampled_from(["VT", "VT, NC", "VT, THNC"])),
    )  # fmt: skip


@st.composite
def meetings(draw):
    """One entry per level; the parts by mode add up to the number of sessions."""
    levels = draw(
        st.lists(st.sampled_from(["Quốc hội", "HĐND tỉnh", "HĐND huyện", "HĐND xã"]),
                 min_size=1, max_size=4, unique=True)
    )  # fmt: skip
    found = []
    for level in levels:
        modes = draw(
            st.dictionaries(
                st.sampled_from(["trực tiếp", "trực tuyến", "niêm yết/phát thanh"]),
                st.integers(1, 900), min_size=1, max_size=3,
            )
        )  # fmt: skip
        found.append(
            Meeting(
                NOWHERE, "", level, sum(modes.values()), modes,
                attendees=draw(st.integers(1, 99_999)),
                attendees_is_lower_bound=draw(st.booleans()),
                opinions=draw(st.integers(1, 9_999)),
                as_of=draw(st.none() | days),
            )
        )  # fmt: skip
    return found


FIELDS = ["Y tế", "Giao thông, thủy lợi", "Vệ sinh môi trường, an toàn thực phẩm"]
ASKS = [
    ("Đề nghị {} sớm sửa chữa cầu qua suối.", None),
    ("Trạm y tế đã xuống cấp. Đề nghị {} quan tâm, bố trí vốn xây mới (xã Đồng Mây).", "xã Đồng Mây"),
    ("Đề nghị {} công khai tiến độ cấp đổi giấy chứng nhận.", None),
]  # fmt: skip


@st.composite
def petitions(draw):
    central = [
        Petition(NOWHERE, ask.format(body), passages.CENTRAL, None, (body,), place)
        for body in draw(
            st.lists(st.sampled_from(["Chính phủ", "Bộ Y tế"]), max_size=2, unique=True)
        )
        for ask, place in [draw(st.sampled_from(ASKS))]
    ]
    local = []
    for point, name in zip("abc", draw(st.permutations(FIELDS)), strict=True):
        for body in draw(
            st.lists(
                st.sampled_from(["UBND tỉnh", "Sở Y tế", "Sở Xây dựng"]), min_size=1, max_size=2
            )
        ):
            ask, place = draw(st.sampled_from(ASKS))
            field = f"{point}) Về {name[:1].lower()}{name[1:]}"
            local.append(Petition(NOWHERE, ask.format(body), passages.LOCAL, field, (body,), place))
    return [*central, *local]


@st.composite
def duties(draw):
    work = st.sampled_from(
        ["Rà soát quy chế tiếp công dân của các xã", "Kiểm tra việc trả lời kiến nghị của cử tri",
         "Tổ chức đối thoại với Nhân dân về đất đai"]
    )  # fmt: skip
    return [
        Duty(
            NOWHERE, draw(work), (draw(st.sampled_from(["Sở Nội vụ", "Thanh tra tỉnh"])),),
            draw(st.sampled_from([(), ("Sở Y tế",), ("Sở Tài chính", "Công an tỉnh")])),
            time_text=draw(st.sampled_from(["Quý II", "Tháng 10", "Trước ngày 30/6/2026"])),
        )
        for _ in range(draw(st.integers(2, 5)))
    ]  # fmt: skip


def again(paper: Paper, suffix: str):
    reading = vanban.read(WRITERS[suffix](paper), f"viet-ra.{suffix}")
    assert len(reading.documents) == 1
    return reading.documents[0]


def head(header: Header):
    signed = [(one.name, one.title, one.authority) for one in header.signers]
    return (
        header.kind, header.number, header.issued_on, header.place, header.issuers,
        header.parent_body, header.subject, signed, header.addressed_to, header.recipients,
        header.filing,
    )  # fmt: skip


def figures(one: Meeting):
    return (
        one.level, one.sessions, dict(one.by_mode), one.attendees, one.attendees_is_lower_bound,
        one.opinions, one.as_of,
    )  # fmt: skip


def request(one: Petition):
    return one.text, one.addressee_level, one.field, one.asked_of, one.place, one.general_wish


def work(one: Duty):
    return one.lead, one.cooperating, one.time_text


BODY = (Heading("I", "ĐÁNH GIÁ CHUNG", 1), Paragraph("Công tác dân vận có chuyển biến rõ rệt."))
HEADER = Header(
    "báo cáo", "12/BC-MTTQ-BTT", issued_on=date(2026, 1, 5), place="Hồng Lĩnh",
    issuers=("Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hồng Lĩnh",),
    parent_body="ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH HỒNG LĨNH",
    subject="Kết quả tiếp xúc cử tri và tổng hợp ý kiến, kiến nghị của cử tri",
    signers=(Signer("Lê Thị Sao Mai", "PHÓ CHỦ TỊCH", "TM. BAN THƯỜNG TRỰC; KT. CHỦ TỊCH"),),
    recipients=("Thường trực Tỉnh ủy", "Thường trực HĐND, UBND tỉnh"), filing="VT, DCPL",
)  # fmt: skip
PARTY_HEADER = Header(
    "chương trình", "21-CTr/TU", issued_on=date(2026, 11, 3), place="Hồng Lĩnh",
    issuers=("Tỉnh ủy Hồng Lĩnh",), subject="về công tác dân vận năm 2027",
    signers=(Signer("Trần Văn An", "PHÓ BÍ THƯ THƯỜNG TRỰC", "T/M BAN THƯỜNG VỤ"),),
    recipients=("Ban Bí thư (để báo cáo)", "Các đảng ủy trực thuộc Tỉnh ủy"),
    filing="Văn phòng Tỉnh ủy",
)  # fmt: skip
LETTER = Header(
    "công văn", "642/UBND-NC", issued_on=date(2026, 2, 5), place="Hồng Lĩnh",
    issuers=("Ủy ban nhân dân tỉnh Hồng Lĩnh",), subject="đẩy mạnh công tác dân vận chính quyền",
    addressed_to=("Các sở, ban, ngành thuộc tỉnh", "Ủy ban nhân dân các xã, phường"),
    signers=(Signer("Vũ Ngọc Hạ", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
    recipients=("Như trên",), filing="VT, NC",
)  # fmt: skip


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize(
    ("header", "form"), [(HEADER, FRONT), (PARTY_HEADER, PARTY), (LETTER, STATE)],
    ids=["front", "party", "letter"],
)  # fmt: skip
def test_a_header_of_each_form_is_read_back_from_each_format(header, form, suffix):
    read = again(paper_of(header, form=form, parts=BODY), suffix)
    assert head(read.header) == head(header)


@pytest.mark.parametrize("suffix", ["txt", "docx"])
@QUICK
@given(header=state_headers())
def test_any_header_is_read_back(suffix, header):
    assert head(again(paper_of(header, parts=BODY), suffix).header) == head(header)


@pytest.mark.parametrize("suffix", ["txt", "docx"])
@QUICK
@given(held=meetings())
def test_the_figures_of_meetings_are_read_back(suffix, held):
    parts = (
        Heading("I", "KẾT QUẢ TIẾP XÚC CỬ TRI", 1),
        *(Paragraph(passages.meeting_statement(one)) for one in held),
    )
    read = again(paper_of(HEADER, form=FRONT, parts=parts), suffix)
    assert [figures(one) for one in read.meetings] == [figures(one) for one in held]
    assert all(one.holds for one in read.sums)


@pytest.mark.parametrize("suffix", ["txt", "docx"])
@QUICK
@given(asked=petitions())
def test_petitions_are_read_back_with_level_field_place_and_who_is_asked(suffix, asked):
    parts = (
        Heading("I", "Ý KIẾN, KIẾN NGHỊ CỦA CỬ TRI", 1),
        *passages.petition_parts(asked),
        Paragraph("Trên đây là báo cáo của Ban Thường trực."),
    )
    read = again(paper_of(HEADER, form=FRONT, parts=parts), suffix)
    assert [request(one) for one in read.petitions] == [request(one) for one in asked]


@pytest.mark.parametrize("suffix", ["txt", "docx"])
@QUICK
@given(laid=duties())
def test_the_duties_of_a_table_are_read_back(suffix, laid):
    header = replace(LETTER, kind="kế hoạch", number="15/KH-UBND", addressed_to=())
    parts = (Heading("I", "PHÂN CÔNG THỰC HIỆN", 1), passages.duty_table(laid))
    read = again(paper_of(header, parts=parts), suffix)
    assert [work(one) for one in read.duties] == [work(one) for one in laid]
    # The words of a duty in a table are its whole row, which opens with what is to be done.
    for row, one in zip(read.duties, laid, strict=True):
        assert " ".join(row.text.split()).startswith(one.text)


def test_a_hostile_word_stays_a_word():
    """Signs that command Typst, HTML or XML are printed, never obeyed."""
    nasty = 'Ông "An" #read("/etc/passwd") $x$ <script>alert(1)</script> \\ & \x07 =1+1'
    paper = paper_of(HEADER, form=FRONT, parts=(Paragraph(nasty),))
    assert b"<script>" not in WRITERS["html"](paper)
    said = vanban.read(typeset.to_pdf(paper), "a.pdf").text
    assert '#read("/etc/passwd") $x$' in " ".join(said.split())
    assert "<script>alert(1)</script>" in vanban.read(word.to_docx(paper), "a.docx").text


def test_the_same_paper_is_the_same_pdf():
    paper = paper_of(HEADER, form=FRONT, parts=BODY)
    assert typeset.to_pdf(paper) == typeset.to_pdf(paper)


def test_the_page_of_a_docx_is_that_of_the_decree():
    """A4, 30 mm on the left, Times New Roman 14 (NĐ 30/2020/NĐ-CP Phụ lục I mục I)."""
    made = docx.Document(io.BytesIO(word.to_docx(paper_of(HEADER, form=FRONT, parts=BODY))))
    section = made.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert section.left_margin.mm == pytest.approx(30, abs=0.1)
    assert made.styles["Normal"].font.name == "Times New Roman"
    assert section.different_first_page_header_footer


def test_numbers_and_days_are_worded_as_in_official_writing():
    assert [count_said(one) for one in (5, 12, 142, 23370)] == ["05", "12", "142", "23.370"]
    assert [day_said(date(2026, 2, 3)), day_said(date(2026, 10, 13))] == [
        "03/02/2026",
        "13/10/2026",
    ]
    assert day_of_issue("Hồng Lĩnh", None) == "Hồng Lĩnh, ngày … tháng … năm …"
