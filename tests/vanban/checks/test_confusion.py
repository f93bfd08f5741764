"""Words taken for others that sound alike, days that are none, and counts against their list."""

from pathlib import Path

import pytest

import vanban
from vanban.rules import table

HEAD = """ỦY BAN NHÂN DÂN
XÃ KHE NGẦN
Số: 45/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Khe Ngần, ngày 20 tháng 4 năm 2026

KẾ HOẠCH
Tuyên truyền

"""
ROOT = Path(__file__).resolve().parents[3]
IN_ORDER = [
    *(ROOT / "samples" / "documents").glob("*.txt"),
    *(ROOT / "tests" / "gold" / "documents").glob("*.txt"),
]


def marked(words: str, rule: str) -> list[str]:
    reading = vanban.read(f"{HEAD}{words}\n".encode(), "a.txt")
    return [one.span.of(reading.text) for one in vanban.check(reading) if one.rule == rule]


def rows():
    for row in table("checks_confusion")["confusion"]:
        for pair in row["pairs"].replace("\n", " ").split(","):
            wrong, _, right = (part.strip() for part in pair.partition(">"))
            yield wrong, right


def test_every_row_says_two_different_words_once():
    pairs = list(rows())
    assert all(wrong and right and wrong != right for wrong, right in pairs)
    assert len({wrong for wrong, _ in pairs}) == len(pairs)
    assert not {wrong for wrong, _ in pairs} & {right for _, right in pairs}


@pytest.mark.parametrize(("wrong", "right"), list(rows()))
def test_a_confused_word_is_marked_and_the_right_one_is_not(wrong, right):
    assert marked(f"Xã đã {wrong} theo quy định.", "spelling.confusion") == [wrong]
    assert marked(f"Xã đã {right} theo quy định.", "spelling.confusion") == []


@pytest.mark.parametrize(
    "words",
    [
        "Học lịch sử lý luận Đảng.",
        "Thống nhất chủ trương trình Hội đồng nhân dân.",
        "Điều chỉnh chu kỳ báo cáo.",
        "Công bố chí nguyện viên.",
        "Gia công xuất khẩu; giám sát nhập khẩu; bài tập chung; dây chuyền thông minh.",
    ],
)
def test_the_border_of_two_words_is_no_confusion(words):
    assert marked(words, "spelling.confusion") == []


def test_documents_in_order_draw_none():
    for path in IN_ORDER:
        reading = vanban.read(path.read_bytes(), path.name)
        found = {one.rule for one in vanban.check(reading)}
        assert not found & {"spelling.confusion", "figures.no_such_day"}, path.name
    assert len(IN_ORDER) > 30


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Thời gian: 31/6/2026.", ["31/6/2026"]),
        ("Báo cáo trước 30/02.", ["trước 30/02"]),
        ("Họp ngày 31 tháng 6.", ["ngày 31 tháng 6"]),
        ("Kết thúc ngày 29/02/2026.", ["ngày 29/02/2026"]),
        ("Báo cáo trước 29/02 và ngày 30/6/2026.", []),
        ("Quyết định số 31/6/2026/QĐ-UBND; đạt 30/02 xã; có 31/45 xã.", []),
        ("Đến 30/32 đại biểu có mặt.", []),
    ],
)
def test_a_day_that_the_calendar_does_not_have(words, day):
    assert marked(words, "figures.no_such_day") == day


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Đã tổ chức 12 cuộc: 4 cuộc ở xã và 9 cuộc ở thôn.", 1),
        ("Đã tổ chức 13 cuộc: 4 cuộc ở xã và 9 cuộc ở thôn.", 0),
        ("Gồm 5 nhóm: trẻ em, người cao tuổi, phụ nữ và thanh niên.", 1),
        ("Gồm 4 nhóm: trẻ em, người cao tuổi, phụ nữ và thanh niên.", 0),
        ("Gồm 3 sở: Nội vụ, Tài chính, Văn hóa và Thể thao.", 0),
        ("Gồm 05 nội dung: tuyên truyền, vận động, kiểm tra, ...", 0),
    ],
)
def test_a_count_is_held_against_the_list_in_its_line(words, count):
    assert len(marked(words, "figures.count")) == count
