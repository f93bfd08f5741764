"""Each family marks what it promises to mark, and leaves the sound twin alone.

Every case is a pair: a text with one fault, and the same text without it. The rule must fire on the
first and be silent on the second, so that no rule can pass by firing always or never.
"""

from datetime import date

import pytest

from vanban.checking import check_document
from vanban.model import Block, Document, Duty, Header, Reference, ReportDuty, Span, Sum

TEXT = "Giao Sở Y tế báo cáo trước ngày 10/5/2026 theo Kế hoạch số 12/KH-UBND ngày 03/4/2026."
WHOLE = Span(0, len(TEXT))
HEADER = Header(
    kind="kế hoạch",
    number="15/KH-UBND",
    issued_on=date(2026, 4, 20),
    place="Tỉnh Mẫu",
    issuers=("UBND TỈNH MẪU",),
    subject="x",
    signers=("A",),
)


def rules(document, text=TEXT, **asked):
    return {one.rule for one in check_document(text, document, **asked)}


def said(text, **more):
    """The rules that fire on a text that is one paragraph of the body."""
    block = Block("paragraph", "body", Span(0, len(text)))
    return rules(Document(Span(0, len(text)), header=HEADER, blocks=(block,), **more), text)


def duty(**more):
    return Duty(span=WHOLE, text=TEXT, **{"lead": ("Sở Y tế",), **more})


def with_duty(**more):
    return Document(WHOLE, header=HEADER, duties=(duty(**more),))


def with_references(*references):
    return Document(WHOLE, header=HEADER, references=references)


def cited(number, day=None, kind="Kế hoạch", **more):
    return Reference(WHOLE, TEXT, kind, number, date=day, **more)


A, B = date(2026, 4, 3), date(2026, 4, 5)

PAIRS = {
    "form.missing_part": (Document(WHOLE), Document(WHOLE, header=HEADER)),
    "clarity.no_lead": (with_duty(lead=()), with_duty()),
    "clarity.several_leads": (
        with_duty(lead=("A", "B", "C"), cooperating=("D",)),
        with_duty(lead=("A", "B")),
    ),
    "clarity.generic_lead": (
        with_duty(lead=("các cơ quan, đơn vị",), lead_source="chapeau"),
        with_duty(lead=("Sở Y tế",), lead_source="chapeau"),
    ),
    "clarity.due_before_document": (
        with_duty(due=(date(2026, 3, 31),)),
        with_duty(due=(date(2026, 6, 30),)),
    ),
    "clarity.short_notice": (
        with_duty(due=(date(2026, 4, 25),)),
        with_duty(due=(date(2026, 6, 30),)),
    ),
    "clarity.day_off": (
        with_duty(due=(date(2026, 5, 10),), time_spans=(Span(20, 42),)),
        with_duty(due=(date(2026, 5, 10),), time_spans=(Span(0, 4),)),
    ),
    "references.two_dates": (
        with_references(cited("12/KH-UBND", A), cited("12/KH-UBND", B)),
        with_references(cited("12/KH-UBND", A), cited("12/KH-UBND", A)),
    ),
    "references.two_numbers": (
        with_references(cited("05-CTr/AB-C", A), cited("05-CTr/AB-CD", A)),
        with_references(cited("05-CTr/AB-C", A), cited("05-CTr/AB-CD", B)),
    ),
    "references.later_than_document": (
        with_references(cited("12/KH-UBND", date(2026, 5, 1))),
        with_references(cited("12/KH-UBND", A)),
    ),
    "references.kind_mismatch": (
        with_references(cited("01-TTr/TU", A, kind="Thông tri")),
        with_references(cited("01-TT/TU", A, kind="Thông tri")),
    ),
    "references.undated": (
        with_references(cited("12/KH-UBND")),
        with_references(cited("12/KH-UBND"), cited("12/KH-UBND", A)),
    ),
    "references.body_without_level": (
        with_references(cited("12/KH-UBND", A, issuer="Ủy ban nhân dân")),
        with_references(cited("12/KH-UBND", A, issuer="Ủy ban nhân dân tỉnh")),
    ),
    "clarity.report_without_addressee": (
        Document(WHOLE, header=HEADER, report_duties=(ReportDuty(WHOLE, TEXT, "Sở Y tế"),)),
        Document(WHOLE, header=HEADER, report_duties=(ReportDuty(WHOLE, TEXT, "Sở Y tế", "UBND"),)),
    ),
    "figures.sum": (
        Document(WHOLE, header=HEADER, sums=(Sum(WHOLE, TEXT, 5, (2, 4), holds=False),)),
        Document(WHOLE, header=HEADER, sums=(Sum(WHOLE, TEXT, 6, (2, 4), holds=True),)),
    ),
}


@pytest.mark.parametrize("rule", PAIRS)
def test_a_rule_on_facts_marks_the_fault_and_only_the_fault(rule):
    faulty, sound = PAIRS[rule]
    assert rule in rules(faulty)
    assert rule not in rules(sound)


WORDS = {
    "figures.share": (
        "Đã trả lời 239/246 kiến nghị, đạt 79,2%.",
        "Đã trả lời 239/246 kiến nghị, đạt 97,2%.",
    ),
    "figures.vision": (
        "Quy hoạch thời kỳ 2021-2030, tầm nhìn đến năm 2025.",
        "Quy hoạch thời kỳ 2021-2030, tầm nhìn đến năm 2050.",
    ),
    "figures.period": (
        "Sơ kết năm 2023 (giữa giai đoạn 2021-2023).",
        "Sơ kết năm 2023 (giữa giai đoạn 2021-2025).",
    ),
    "figures.date_order": (
        "Ngay sau khi có Nghị quyết ngày 27/4/2026, Ban đã xây dựng Kế hoạch ngày 24/4/2026.",
        "Ngay sau khi có Nghị quyết ngày 24/4/2026, Ban đã xây dựng Kế hoạch ngày 27/4/2026.",
    ),
    "figures.two_totals": (
        "Tổng số kiến nghị là 246. Cuối kỳ, tổng số kiến nghị là 264.",
        "Tổng số kiến nghị là 246. Cuối kỳ, tổng số kiến nghị là 246.",
    ),
    "form.brackets": (
        "Đã họp 43 cuộc (trong đó 38 cuộc trực tiếp.",
        "Đã họp 43 cuộc (38 trực tiếp).",
    ),
    "form.straight_quotes": (
        'Chủ đề "Trọng dân" và phong trào “Dân vận khéo”.',
        "Chủ đề “Trọng dân” và phong trào “Dân vận khéo”.",
    ),
    "form.broken_paragraph": (
        "Các đơn vị phối hợp với Mặt\n\ntrận thực hiện.",
        "Các đơn vị phối hợp với Mặt trận thực hiện.",
    ),
    "form.unfinished": (
        "Văn phòng theo dõi việc thực hiện Kế hoạch này và báo cáo. Ban",
        "Văn phòng theo dõi việc thực hiện Kế hoạch này và báo cáo./.",
    ),
    "spelling.syllable": ("Khu vực họp chợ cỏc của xã.", "Khu vực họp chợ cóc của xã."),
    "spelling.tone_placement": (
        "Hoà giải ở cơ sở và văn hóa.",
        "Hòa giải ở cơ sở và văn hóa.",
    ),
    "naming.capitals": (
        "Tập đoàn Cao Su và Tập đoàn Cao su.",
        "Tập đoàn Cao su và Tập đoàn Cao su.",
    ),
    "naming.term": (
        "Đời sống của nhân dân, sự tham gia của Nhân dân.",
        "Đời sống của Nhân dân, sự tham gia của Nhân dân.",
    ),
    "naming.synonym": ("Phải đảm bảo an toàn, bảo đảm tiến độ.", "Phải bảo đảm an toàn, tiến độ."),
    "clarity.abbreviation": (
        "Tiếp tục thực hiện QCDC ở cơ sở.",
        "Thực hiện quy chế dân chủ (sau đây gọi tắt là QCDC) ở cơ sở, QCDC ở cơ quan.",
    ),
    "clarity.advises_only": (
        "Giao Ban Dân tộc tham mưu thực hiện.",
        "Giao Ban Dân tộc chủ trì, tham mưu thực hiện.",
    ),
    "people.identity_number": (
        "Ông A, CCCD số 001099000123, có đơn.",
        "Ông A có đơn số 12.",
    ),
}


@pytest.mark.parametrize("rule", WORDS)
def test_a_rule_on_words_marks_the_fault_and_only_the_fault(rule):
    faulty, sound = WORDS[rule]
    assert rule in said(faulty)
    assert rule not in said(sound)


def test_the_registry_says_what_is_no_longer_in_force():
    document = with_references(cited("12/KH-UBND", A))
    told = "Kế hoạch này đã được thay thế bằng Kế hoạch số 30/KH-UBND."
    found = check_document(TEXT, document, registry=lambda one: told)
    assert ("references.not_in_force", told) in [(one.rule, one.message) for one in found]
    assert "references.not_in_force" not in rules(document, registry=lambda one: None)


def test_the_calendar_of_the_office_decides_what_is_a_day_off():
    document = with_duty(due=(date(2026, 5, 10),), time_spans=(Span(20, 42),))
    assert "clarity.day_off" not in rules(document, day_off=lambda day: None)
    assert "clarity.day_off" in rules(document, day_off=lambda day: "ngày nghỉ bù")


def test_every_finding_has_a_sentence_and_lies_in_the_document():
    text = "Về nền tàng trong trong khu (mở ngoặc của nhân dân và sự tham gia của Nhân dân cả"
    block = Block("paragraph", "body", Span(0, len(text)))
    for one in check_document(text, Document(Span(0, len(text)), blocks=(block,))):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.message
        assert "\n" not in one.message
        assert one.severity in {"error", "warning", "hint"}


PARTY = "Số 15-QĐ/TU\n- Căn cứ Điều lệ Đảng{mark}\n- Căn cứ Quy chế làm việc,\n"


def party(mark, day):
    text = PARTY.format(mark=mark)
    header = Header(number="15-QĐ/TU", issued_on=day, kind="quyết định")
    return rules(Document(Span(0, len(text)), header=header), text)


def test_the_form_of_the_party_is_that_of_the_day_of_issue():
    """HD 05-HD/VPTW holds from 27/5/2026, HD 36-HD/VPTW before."""
    assert "form.party_basis_semicolon" in party(",", date(2026, 5, 27))
    assert "form.party_basis_semicolon" not in party(";", date(2026, 5, 27))
    assert "form.party_basis_semicolon" not in party(",", date(2026, 5, 26))
    assert "form.party_basis_comma" in party(";", date(2026, 5, 26))
    assert "form.party_basis_comma" not in party(";", date(2026, 5, 27))


def test_a_state_document_is_not_held_to_the_form_of_the_party():
    state = "Số: 15/QĐ-UBND\nT/M ỦY BAN NHÂN DÂN\n"
    header = Header(number="15/QĐ-UBND")
    found = rules(Document(Span(0, len(state)), header=header), state)
    assert "form.signing_state" in found
    assert "form.signing_party" not in found


def test_two_names_that_begin_alike_are_not_one_name_with_other_capitals():
    assert "naming.capitals" not in said("Giao Ban Công tác Mặt trận và Trưởng Ban công an xã.")


def test_a_word_of_two_code_points_a_letter_is_read_as_if_composed():
    """ "ộ" may be one sign or "ô" with a dot under it: the same word to a reader."""
    assert "spelling.compound" not in said("Hoạt đô\u0323ng giám sát của Hội đồng.")


def test_traces_of_a_lost_table_are_told_once_with_their_number():
    block = Block("paragraph", "body", Span(0, 40))
    text = "<div> một </div> <div> hai </div> và ba."
    document = Document(Span(0, len(text)), header=HEADER, blocks=(block,))
    told = [one for one in check_document(text, document) if one.rule == "form.lost_content"]
    assert len(told) == 1
    assert "4 chỗ" in told[0].message
