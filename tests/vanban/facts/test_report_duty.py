"""Regimes of reporting: one entry per period, and none for general wording."""

from datetime import date

import pytest

from vanban import Source, read_source

BODY = """ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH
Số: 99/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Minh, ngày 15 tháng 01 năm 2026

KẾ HOẠCH
Công tác dân vận năm 2026

II. NHIỆM VỤ
1. {sentence}
2. Nâng cao nhận thức của cán bộ.

Nơi nhận:
- Lưu: VT.

CHỦ TỊCH
Trần Văn B
"""


def regimes(sentence: str):
    text = BODY.format(sentence=sentence)
    (document,) = read_source(Source("thu.txt", "txt", text)).documents
    return [(duty.who, duty.to, duty.period, duty.due) for duty in document.report_duties]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Giao Sở Nội vụ theo dõi; định kỳ 6 tháng, năm báo cáo Chủ tịch UBND tỉnh.",
            [
                ("Sở Nội vụ", "Chủ tịch UBND tỉnh", "6 tháng", None),
                ("Sở Nội vụ", "Chủ tịch UBND tỉnh", "năm", None),
            ],
        ),
        (
            "Giao Sở Tài chính bố trí kinh phí, báo cáo UBND tỉnh trước ngày 20 tháng 3 năm 2026.",
            [("Sở Tài chính", "UBND tỉnh", None, date(2026, 3, 20))],
        ),
        (
            "UBND các xã, phường hằng tuần báo cáo tình hình về Sở Y tế để tổng hợp, báo cáo UBND tỉnh.",
            [("UBND các xã, phường", "Sở Y tế", "tuần", None)],
        ),
        (
            "Các sở, ban, ngành gửi báo cáo về UBND tỉnh (qua Sở Nội vụ) trước ngày 30/11 hằng năm.",
            [("Các sở, ban, ngành", "UBND tỉnh (qua Sở Nội vụ)", "năm", date(2026, 11, 30))],
        ),
        (
            "Nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh về Sở Nội vụ.",
            [("các đơn vị", "Sở Nội vụ", "đột xuất", None)],
        ),
        (
            "Các xã báo cáo định kỳ 06 tháng (trước ngày 10/6), năm (trước ngày 10/12) về Sở Nội vụ.",
            [
                ("Các xã", "Sở Nội vụ", "6 tháng", date(2026, 6, 10)),
                ("Các xã", "Sở Nội vụ", "năm", date(2026, 12, 10)),
            ],
        ),
        (
            "Các đơn vị báo cáo về Đảng ủy xã theo quy định.",
            [("Các đơn vị", "Đảng ủy xã", None, None)],
        ),
        (
            "Chi bộ các thôn định kỳ hằng quý báo cáo kết quả về đảng ủy xã theo quy định.",
            [("Chi bộ các thôn", "đảng ủy xã", "quý", None)],
        ),
        (
            "Các cơ quan, đơn vị gửi kết quả thực hiện về phòng Văn hóa - Xã hội trước ngày 15/6/2026.",
            [("Các cơ quan, đơn vị", "phòng Văn hóa - Xã hội", None, date(2026, 6, 15))],
        ),
        (
            "Các thôn, tổ dân phố báo cáo bằng văn bản về xã trước ngày 15/6/2026 để tổng hợp.",
            [("Các thôn, tổ dân phố", "xã", None, date(2026, 6, 15))],
        ),
        (
            "Đề nghị các đơn vị báo cáo kịp thời về cơ quan thường trực Ban Chỉ đạo theo quy định.",
            [("các đơn vị", "cơ quan thường trực Ban Chỉ đạo", "đột xuất", None)],
        ),
        (
            "Các chi bộ thực hiện chế độ báo cáo tháng, quý, năm về Đảng ủy xã.",
            [("Các chi bộ", "Đảng ủy xã", period, None) for period in ("tháng", "quý", "năm")],
        ),
        ("Các đơn vị báo cáo về công tác dân vận tại xã.", []),
        ("Sở Nội vụ thực hiện tốt chế độ thông tin, báo cáo theo quy định.", []),
        ("Sở Nội vụ kiện toàn đội ngũ báo cáo viên.", []),
        ("Sở Nội vụ tổng hợp số liệu để báo cáo UBND tỉnh.", []),
        ("Sở Nội vụ hướng dẫn các xã tuyên truyền.", []),
    ],
)
def test_a_regime_says_who_reports_to_whom_how_often_and_by_when(sentence, expected):
    assert regimes(sentence) == expected
