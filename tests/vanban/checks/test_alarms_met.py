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
    ],
)  # fmt: skip
def test_what_is_right_is_not_marked(written, rule):
    assert rule not in rules_of(written)


def test_a_line_of_recipients_without_its_mark_still_is():
    assert "form.recipients_end" in rules_of(RECIPIENTS.replace("Đảng ủy xã;", "Đảng ủy xã"))
