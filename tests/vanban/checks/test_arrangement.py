"""The parts of a document in their places: title, order, the marks of the recipients."""

import pytest

from vanban.checks.arrangement import check
from vanban.checks.paper import Paper
from vanban.model import Block, Document, Header, Span

STATE = """ỦY BAN NHÂN DÂN
TỈNH MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
KẾ HOẠCH
Tiếp công dân năm 2026
Nơi nhận:
- Như trên;
- Sở Nội vụ;
- Lưu: VT.
"""
PARTY = """TỈNH ỦY MẪU
ĐẢNG CỘNG SẢN VIỆT NAM
Số 12-KH/TU
KẾ HOẠCH
Tiếp công dân năm 2026
"""


def rules(text, number="12/KH-UBND"):
    def span(words):
        start = text.index(words)
        return Span(start, start + len(words))

    found = {"number": number, "kind": "KẾ HOẠCH", "subject": "Tiếp công dân năm 2026"}
    header = Header(kind="kế hoạch", number=number, issuers=("UBND TỈNH MẪU",), subject="x",
                    spans={name: span(words) for name, words in found.items()})  # fmt: skip
    lines = text[text.index("Nơi nhận") :].splitlines() if "Nơi nhận" in text else ()
    blocks = tuple(Block("line", "recipients", span(line)) for line in lines)
    paper = Paper(text, Document(Span(0, len(text)), header, blocks=blocks))
    return {one.rule for one in check(paper)}


def test_a_sound_head_is_left_alone():
    assert rules(STATE) == set()
    assert rules(PARTY, "12-KH/TU") == set()


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [
        ("form.national_title", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", ""),
        ("form.national_title", "Độc lập - Tự do - Hạnh phúc\n", ""),
        ("form.motto_dashes", "Độc lập - Tự do", "Độc lập – Tự do"),
        ("form.motto_dashes", "Tự do - Hạnh", "Tự do-Hạnh"),
        ("form.recipients_end", "Sở Nội vụ;", "Sở Nội vụ"),
        ("form.recipients_end", "VT.", "VT;"),
    ],
)
def test_a_part_that_is_wrong_is_marked(rule, right, wrong):
    assert right in STATE
    assert rules(STATE.replace(right, wrong)) == {rule}


def test_a_slip_of_recognition_is_no_missing_title():
    assert rules(STATE.replace("CỘNG HÒA", "CỌNG HOÀ")) == set()


def test_the_party_has_a_title_of_its_own():
    assert rules(PARTY.replace("ĐẢNG CỘNG SẢN VIỆT NAM\n", ""), "12-KH/TU") == {"form.party_title"}


def test_a_number_below_the_kind_and_a_subject_above_it_are_marked():
    number, kind = "Số: 12/KH-UBND\n", "KẾ HOẠCH\n"
    assert rules(STATE.replace(number + kind, kind + number)) == {"form.order"}
    subject = "Tiếp công dân năm 2026\n"
    assert rules(STATE.replace(kind + subject, subject + kind)) == {"form.order"}


def test_a_file_that_lost_its_head_is_not_said_to_lack_a_title():
    """`form.missing_part` says that once; here there is nothing left to judge."""
    text = "KẾ HOẠCH\nTiếp công dân năm 2026\n"
    assert list(check(Paper(text, Document(Span(0, len(text)), Header(kind="kế hoạch"))))) == []
