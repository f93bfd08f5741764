"""False alarms that real documents raised, in invented words: none of them is raised again."""

import pytest

from vanban import read
from vanban.checking import check

HEAD = """ỦY BAN NHÂN DÂN
XÃ KHE TRÚC
Số: 41/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Khe Trúc, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức ngày hội đọc sách

"""
LABELS = """1. Mở gian hàng sách cũ.
- Đơn vị chủ trì: Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực Văn hóa và Xã hội.
2. Mở gian hàng sách mới.
- Đơn vị chủ trì: Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực Văn hóa và Xã hội.
"""
RECIPIENTS = """1. Văn phòng theo dõi việc này./.

Nơi nhận:
- Thường trực Đảng ủy xã;
- Bí thư Chi bộ, Trưởng thôn, Ban công
tác Mặt trận thôn;
- Các đoàn thể xã;
- Lưu: VP.
"""


def rules_of(written: str) -> set[str]:
    data = (HEAD + written).encode()
    return {one.rule for one in check(read(data, "thu.txt"), data)}


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("1. Công an xã cập nhật hệ thống báo cáo trực tuyến.\n", "spelling.compound"),
        ("1. Nhà trường cho học sinh ký cam kết ngay từ đầu mỗi năm học.\n", "spelling.compound"),
        ("I. NHIỆM VỤ\n\nNâng cao chất lượng phục vụ bạn đọc ở thư viện xã\n\nVăn phòng mua sách.\n",
         "form.unfinished"),
        (LABELS, "clarity.said_twice"),
        (RECIPIENTS, "form.recipients_end"),
        ("1. Báo cáo hoạt động giám sát của các đoàn thể theo hướng dẫn của cấp trên và các quy định có liên"
         " quan của từng đoàn thể ở xã về Ban Thường vụ Đảng ủy xã chậm nhất ngày 18/5/2026.\n",
         "clarity.report_without_addressee"),
        ("1. Người dân góp ý tại địa chỉ: https://khetruc.example.vn/gop-y-cho-thu-vien\n\n2. Văn phòng trả lời.\n",
         "form.unfinished"),
        ("1. Thực hiện Thông tư số 12/2024/TT-BNV ngày 16/7/20 24 của Bộ Nội vụ.\n", "references.undated"),
        ("1. Thực hiện Luật Thư viện ngày 21 tháng 11 năm 2019.\n", "references.law_without_number"),
        ("1. Văn phòng theo dõi.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHà Văn Phòng\n", "naming.capitals"),
        ("1. Văn phòng theo dõi.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHà Văn Phòng\n", "form.wrong_capitals"),
    ],
)  # fmt: skip
def test_what_is_right_is_not_marked(written, rule):
    assert rule not in rules_of(written)


def test_a_line_of_recipients_without_its_mark_still_is():
    assert "form.recipients_end" in rules_of(RECIPIENTS.replace("Đảng ủy xã;", "Đảng ủy xã"))


def test_a_day_with_a_blank_inside_is_told_as_such():
    written = "1. Thực hiện Thông tư số 12/2024/TT-BNV ngày 16/7/20 24 của Bộ Nội vụ.\n"
    assert "form.blank_in_date" in rules_of(written)


def test_a_law_cited_by_its_day_is_marked_where_another_is_cited_by_its_number():
    written = (
        "1. Thực hiện Luật Thư viện ngày 21 tháng 11 năm 2019 và Luật Lưu trữ số 33/2024/QH15.\n"
    )
    assert "references.law_without_number" in rules_of(written)


def test_a_name_is_told_with_the_word_that_it_ends_with():
    written = "1. Theo Luật Bầu cử, xã mời cử tri.\n\n2. Theo Luật bầu cử, xã lập danh sách.\n"
    data = (HEAD + written).encode()
    (told,) = (one for one in check(read(data, "a.txt"), data) if one.rule == "naming.capitals")
    assert told.message == "Viết hoa không thống nhất: «Luật Bầu cử» và «Luật bầu cử»"


@pytest.mark.parametrize(
    ("lines", "is_marked"),
    [
        ("- Các thôn;\n- Trường Tiểu học\nvà Trường Mầm non.", False),
        ("- Các thôn\n- Trường Tiểu học.", True),
        ("- Các thôn;\n- Trường Tiểu học", True),
        ("- Các thôn;\n- Trường Tiểu học.", False),
    ],
)
def test_the_list_of_those_addressed_ends_its_lines_as_recipients_do(lines, is_marked):
    letter = HEAD.replace("KẾ HOẠCH\nTổ chức", "V/v tổ chức").replace("KH-UBND", "UBND-VP")
    data = (f"{letter}Kính gửi:\n{lines}\n\nĐề nghị các thôn quét dọn đường làng./.\n").encode()
    marked = {one.rule for one in check(read(data, "a.txt"), data)}
    assert ("form.addressed_end" in marked) is is_marked


SIGNED = "1. Văn phòng theo dõi việc này./.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHà Văn Mẫu\n"


@pytest.mark.parametrize(("number", "is_marked"), [("41/KH-UBND", True), ("/KH-UBND", False)])
def test_the_word_of_a_draft_is_marked_over_a_number_and_a_signature_only(number, is_marked):
    head = HEAD.replace("41/KH-UBND", number).replace("\nKẾ HOẠCH", "\nDỰ THẢO LẦN 2\n\nKẾ HOẠCH")
    data = (head + SIGNED).encode()
    marked = {one.rule for one in check(read(data, "a.txt"), data)}
    assert ("form.draft_left" in marked) is is_marked
