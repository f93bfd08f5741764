"""Lines, paragraphs and page numbers of a Word file: marked only where the file states them wrong."""

from datetime import date
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING as RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

import vanban
from vanban.checking import check
from vanban.model import Header, Signer
from vanban.output import word
from vanban.output.forms import FRONT, PARTY, STATE
from vanban.output.paper import Paragraph, paper_of

HEAD = [
    ("ỦY BAN NHÂN DÂN\nXÃ KHE NGẦN", 13, True, False),
    ("Số: 45/KH-UBND", 13, False, False),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False),
    ("Độc lập - Tự do - Hạnh phúc", 13, True, False),
    ("Khe Ngần, ngày 20 tháng 4 năm 2026", 13, False, True),
    ("KẾ HOẠCH\nTuyên truyền phong trào thi đua năm 2026", 14, True, False),
]
PARTY_HEAD = [
    ("ĐẢNG ỦY XÃ KHE NGẦN\n*", 14, True, False),
    ("Số 12-KH/ĐU", 14, False, False),
    ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, True, False),
    ("Khe Ngần, ngày 18 tháng 8 năm 2026", 14, False, True),
    ("KẾ HOẠCH\nTuyên truyền phong trào thi đua năm 2026", 15, True, False),
]
BODY = [
    "Thực hiện nhiệm vụ năm 2026, đơn vị ban hành Kế hoạch tuyên truyền như sau:",
    "1. Công chức Văn hóa - Xã hội chủ trì tuyên truyền, hoàn thành trước ngày 29 tháng 5 năm 2026.",
    "2. Các thôn tuyên truyền trên loa truyền thanh, báo cáo kết quả trước ngày 15 tháng 6 năm 2026./.",
]


def made(set_body=None, set_pages=None, head=HEAD):
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    document.styles["Normal"].font.name = "Times New Roman"
    for text, size, bold, italic in head:
        for line in text.split("\n"):
            run = document.add_paragraph().add_run(line)
            run.font.size, run.bold, run.italic = Pt(size), bold, italic
    for words in BODY:
        paragraph = document.add_paragraph()
        paragraph.add_run(words).font.size = Pt(14)
        if set_body:
            set_body(paragraph.paragraph_format)
    if set_pages:
        set_pages(section)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def marks(data):
    """What is marked of spacing and page numbers."""
    found = check(vanban.read(data, "a.docx"), data)
    return [one.message for one in found if one.rule in NEW]


NEW = ("form.word_spacing", "form.word_page_number")


def lines(value, rule=None):
    def set_lines(form):
        form.line_spacing = value
        if rule is not None:
            form.line_spacing_rule = rule

    return set_lines


def gap(before, after):
    def set_gap(form):
        form.space_before, form.space_after = Pt(before), Pt(after)

    return set_gap


@pytest.mark.parametrize(
    "set_body",
    [
        None,
        lines(1.0),
        lines(1.5),
        lines(Pt(18)),
        lines(Pt(22), RULE.AT_LEAST),
        gap(0, 6),
        gap(6, 0),
        gap(3, 3),
        lambda form: setattr(form, "first_line_indent", Mm(10)),
        lambda form: setattr(form, "first_line_indent", Mm(12.7)),
        lambda form: setattr(form, "first_line_indent", Mm(0)),
    ],
)
def test_what_the_decree_allows_draws_no_mark(set_body):
    assert marks(made(set_body)) == []


@pytest.mark.parametrize(
    ("set_body", "said"),
    [
        (lines(2.0), "Khoảng cách dòng 2 dòng (quy định từ dòng đơn đến 1,5 dòng)"),
        (lines(0.8), "Khoảng cách dòng 0,8 dòng"),
        (lines(Pt(32)), "Khoảng cách dòng 32 pt"),
        (lines(Pt(12)), "Khoảng cách dòng 12 pt"),
        (gap(0, 0), "Khoảng cách giữa các đoạn 0 pt (quy định tối thiểu 6 pt)"),
        (
            lambda form: setattr(form, "first_line_indent", Mm(25)),
            "Đầu dòng lùi 2,5 cm (quy định 1 hoặc 1,27 cm)",
        ),
    ],
)
def test_what_is_stated_against_the_decree_is_marked_once(set_body, said):
    (message,) = marks(made(set_body))
    assert message.startswith(said)
    assert "Nghị định 30/2020/NĐ-CP" in message


def test_one_paragraph_set_otherwise_is_no_mark():
    """The spacing of most of the text counts, not that of one line."""
    seen = []

    def only_the_first(form):
        if not seen:
            form.line_spacing = 2.0
        seen.append(form)

    assert marks(made(only_the_first)) == []


def test_what_the_file_does_not_state_is_not_guessed():
    """Spacing in lines of the page grid, or by the paragraph itself, has no fixed length."""

    def automatic(form):
        spacing = form.element.get_or_add_pPr().get_or_add_spacing()
        spacing.set(qn("w:after"), "0")
        spacing.set(qn("w:afterAutospacing"), "1")

    assert marks(made(automatic)) == []


def test_the_party_fixes_its_lines_in_points():
    assert marks(made(lines(Pt(18)), head=PARTY_HEAD)) == []
    assert marks(made(lines(1.15), head=PARTY_HEAD)) == []
    (message,) = marks(made(lines(Pt(26)), head=PARTY_HEAD))
    assert "26 pt (quy định từ 18 đến 22 pt); Hướng dẫn 05-HD/VPTW" in message


def number(place="header", align=ALIGN.CENTER, size=13, italic=False, first=True, fmt=None):
    def set_pages(section):
        section.different_first_page_header_footer = first
        paragraph = getattr(section, place).paragraphs[0]
        paragraph.alignment = align
        run = paragraph.add_run()
        run.font.size, run.italic = Pt(size), italic
        for kind, text in (("begin", None), (None, " PAGE "), ("end", None)):
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
            run._r.append(element)
        if fmt:
            kind = OxmlElement("w:pgNumType")
            kind.set(qn("w:fmt"), fmt)
            section._sectPr.append(kind)

    return set_pages


@pytest.mark.parametrize("pages", [number(), number(size=14), number(align=None)])
def test_a_page_number_in_form_draws_no_mark(pages):
    assert marks(made(set_pages=pages)) == []


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        (number(place="footer"), "Số trang đặt ở lề dưới; quy định"),
        (number(align=ALIGN.RIGHT), "Số trang không canh giữa; quy định"),
        (number(size=10), "Số trang cỡ chữ 10; quy định"),
        (number(italic=True), "Số trang in nghiêng; quy định"),
        (number(first=False), "Số trang hiện ở trang thứ nhất; quy định"),
        (number(fmt="lowerRoman"), "Số trang không phải chữ số Ả Rập; quy định"),
        (
            number(place="footer", size=11, first=False),
            "Số trang đặt ở lề dưới, cỡ chữ 11, hiện ở trang thứ nhất; quy định",
        ),
    ],
)
def test_a_page_number_out_of_form_is_told_in_one_sentence(pages, said):
    (message,) = marks(made(set_pages=pages))
    assert message.startswith(said)
    assert "Nghị định 30/2020/NĐ-CP" in message


def test_the_number_of_pages_is_no_page_number():
    def total(section):
        paragraph = section.footer.paragraphs[0]
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "NUMPAGES")
        paragraph._p.append(field)

    assert marks(made(set_pages=total)) == []


@pytest.mark.parametrize("form", [STATE, PARTY, FRONT], ids=lambda form: form.name)
def test_what_this_program_writes_is_in_form(form):
    numbers = {"state": "05/BC-UBND", "party": "05-BC/ĐU", "front": "05/BC-MTTQ-BTT"}
    header = Header(
        kind="báo cáo",
        number=numbers[form.name],
        issued_on=date(2026, 7, 15),
        place="An Thượng",
        issuers=("Ủy ban nhân dân xã An Thượng",),
        subject="Kết quả công tác dân vận",
        signers=(Signer("Lê Thị Sao Mai", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),),
        recipients=("Thường trực Đảng ủy",),
    )
    parts = [Paragraph("Trong kỳ, đơn vị đã tổ chức nhiều hoạt động dân vận ở các thôn.")] * 5
    assert marks(word.to_docx(paper_of(header, form=form, parts=parts))) == []
