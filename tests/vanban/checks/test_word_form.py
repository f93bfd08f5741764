"""The look of a Word file against the form of its day; a file in form draws no mark."""

from io import BytesIO

import docx
import pytest
from docx.shared import Mm, Pt

import vanban
from vanban.checking import check

# place: (text, size, bold, italic)
STATE = {
    "issuer": ("ỦY BAN NHÂN DÂN\nXÃ KHE NGẦN", 13, True, False),
    "number": ("Số: 45/KH-UBND", 13, False, False),
    "country": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False),
    "motto": ("Độc lập - Tự do - Hạnh phúc", 13, True, False),
    "date": ("Khe Ngần, ngày 20 tháng 4 năm 2026", 13, False, True),
    "kind": ("KẾ HOẠCH", 14, True, False),
    "subject": ("Tuyên truyền phong trào thi đua năm 2026", 14, True, False),
    "body": (
        "Ủy ban nhân dân xã ban hành Kế hoạch tuyên truyền phong trào thi đua năm 2026.\n"
        "1. Công chức Văn hóa - Xã hội chủ trì tuyên truyền, hoàn thành trước ngày 29 tháng 5 năm 2026./.",
        14, False, False,
    ),
    "recipients": ("Nơi nhận:", 12, True, True),
    "recipient": ("- Đảng ủy xã;\n- Các thôn;\n- Lưu: VT.", 11, False, False),
    "authority": ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", 14, True, False),
    "name": ("Mạc Mẫu Thuận", 14, True, False),
}  # fmt: skip


def word_file(parts, margins=(20, 20, 30, 20), paper=(210, 297), font="Times New Roman"):
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, paper)
    section.top_margin, section.bottom_margin = map(Mm, margins[:2])
    section.left_margin, section.right_margin = map(Mm, margins[2:])
    document.styles["Normal"].font.name = font
    for text, size, bold, italic in parts.values():
        for line in text.split("\n"):
            run = document.add_paragraph().add_run(line)
            run.font.size, run.bold, run.italic = Pt(size), bold, italic
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def marks(*args, **more):
    data = word_file(*args, **more)
    reading = vanban.read(data, "a.docx")
    return [one for one in check(reading, data) if one.rule.startswith("form.word")]


def with_part(place, **changes):
    text, size, bold, italic = STATE[place]
    new = {"text": text, "size": size, "bold": bold, "italic": italic} | changes
    return {**STATE, place: tuple(new.values())}


def test_a_file_in_form_draws_no_mark():
    data = word_file(STATE)
    assert [(one.rule, one.message) for one in check(vanban.read(data, "a.docx"), data)] == []


@pytest.mark.parametrize(
    ("place", "changes", "rule", "said"),
    [
        ("kind", {"size": 16}, "form.word_size", "tên loại văn bản là 16"),
        ("body", {"size": 12}, "form.word_size", "nội dung là 12"),
        ("recipient", {"size": 12}, "form.word_size", "nơi nhận là 12"),
        ("date", {"italic": False}, "form.word_style", "phải in nghiêng"),
        ("motto", {"bold": False}, "form.word_style", "Tiêu ngữ phải in đậm"),
        ("number", {"italic": True}, "form.word_style", "không nghiêng"),
    ],
)
def test_a_part_that_looks_otherwise_is_marked_on_its_words(place, changes, rule, said):
    (one,) = marks(with_part(place, **changes))
    assert one.rule == rule
    assert said in one.message
    assert "Nghị định 30/2020/NĐ-CP" in one.message


def test_the_margins_are_told_in_one_sentence():
    (one,) = marks(STATE, margins=(20, 20, 20, 30))
    assert one.rule == "form.word_margins"
    assert "trái 20 mm (quy định 30-35 mm)" in one.message
    assert "phải 30 mm (quy định 15-20 mm)" in one.message


def test_paper_and_font_are_those_of_the_decree():
    assert [one.rule for one in marks(STATE, paper=(216, 279))] == ["form.word_paper"]
    assert [one.rule for one in marks(STATE, font="Arial")] == ["form.word_font"]


def test_a_file_that_nobody_has_set_is_told_so_once():
    unset = {place: (text, 11, False, False) for place, (text, *_) in STATE.items()}
    (one,) = marks(unset, paper=(216, 279))
    assert one.rule == "form.word_unset"


def test_a_document_before_the_decree_is_not_held_to_it():
    before = with_part("date", text="Khe Ngần, ngày 20 tháng 01 năm 2020", italic=False)
    assert marks(before) == []


def test_what_was_not_seen_in_the_original_says_so():
    party = {
        "issuer": ("ĐẢNG ỦY XÃ KHE NGẦN", 14, True, False),
        "under": ("*", 14, False, False),
        "number": ("Số 12-KH/ĐU", 14, False, False),
        "motto": ("ĐẢNG CỘNG SẢN VIỆT NAM", 12, True, False),
        "date": ("Khe Ngần, ngày 18 tháng 8 năm 2026", 14, False, True),
        **{place: STATE[place] for place in ("kind", "subject", "body")},
    }
    party["kind"] = ("KẾ HOẠCH", 15, True, False)
    (one,) = marks(party, margins=(20, 20, 30, 15))
    assert one.severity == "hint"
    assert "chưa đối chiếu được bản gốc" in one.message
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in one.message
