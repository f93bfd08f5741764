"""Letterheads of every kind of issuer: what each prints above its name, and what it is called.

At first sight the reader told 20 of these 24.
"""

from datetime import date

import pytest

import vanban

D = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
P = "ĐẢNG CỘNG SẢN VIỆT NAM\n"
BODY = "\n\nCăn cứ tình hình thực tế, các đơn vị thực hiện như sau:\n\n1. Sở Nội vụ theo dõi.\n"
# Letterhead; kind and subject; issuers; number; place.
HEADS = [
    (
        "TỈNH ĐOÀN HỒNG LẠC\nBAN THƯỜNG VỤ\n***\nSố: 15-KH/TĐTN-BPT\nĐOÀN TNCS HỒ CHÍ MINH\nHồng Lạc, ngày 5 tháng 3 năm 2026\n",
        "KẾ HOẠCH\nTổ chức Tháng Thanh niên năm 2026",
        ["Ban Thường vụ Tỉnh đoàn Hồng Lạc"],
        "15-KH/TĐTN-BPT",
        "Hồng Lạc",
    ),
    (
        "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH HỒNG LẠC\nSố: 22/HD-LĐLĐ\n"
        + D
        + "Hồng Lạc, ngày 01 tháng 02 năm 2026\n",
        "HƯỚNG DẪN\nTổ chức đối thoại tại nơi làm việc",
        ["Liên đoàn Lao động tỉnh Hồng Lạc"],
        "22/HD-LĐLĐ",
        "Hồng Lạc",
    ),
    (
        "UBND XÃ KHAO BAN\nPHÒNG VĂN HÓA - XÃ HỘI\nSố: 09/BC-VHXH\n"
        + D
        + "Khao Ban, ngày 12 tháng 5 năm 2026\n",
        "BÁO CÁO\nKết quả công tác quý I năm 2026",
        ["Phòng Văn hóa - Xã hội"],
        "09/BC-VHXH",
        "Khao Ban",
    ),
    (
        "CÔNG AN TỈNH HỒNG LẠC\nCÔNG AN XÃ NẬM RÚM\nSố: 31/KH-CAX\n"
        + D
        + "Nậm Rúm, ngày 12 tháng 5 năm 2026\n",
        "KẾ HOẠCH\nBảo đảm an ninh, trật tự",
        ["Công an xã Nậm Rúm"],
        "31/KH-CAX",
        "Nậm Rúm",
    ),
    (
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH HỒNG LẠC\nTHƯỜNG TRỰC\nSố: 40/TB-HĐND\n"
        + D
        + "Hồng Lạc, ngày 12 tháng 5 năm 2026\n",
        "THÔNG BÁO\nKết luận phiên họp thứ 12",
        ["Thường trực Hội đồng nhân dân tỉnh Hồng Lạc"],
        "40/TB-HĐND",
        "Hồng Lạc",
    ),
    (
        "BỘ NỘI VỤ\n-------\nSố: 05/2026/TT-BNV\n" + D + "Hà Nội, ngày 12 tháng 5 năm 2026\n",
        "THÔNG TƯ\nQuy định chế độ báo cáo về dân chủ ở cơ sở",
        ["Bộ Nội vụ"],
        "05/2026/TT-BNV",
        "Hà Nội",
    ),
    (
        "ĐẢNG BỘ TỈNH HỒNG LẠC\nĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH\n*\nSố 12-NQ/ĐU\n"
        + P
        + "Hồng Lạc, ngày 12 tháng 5 năm 2026\n",
        "NGHỊ QUYẾT\nvề lãnh đạo nhiệm vụ năm 2026",
        ["Đảng ủy Ủy ban nhân dân tỉnh"],
        "12-NQ/ĐU",
        "Hồng Lạc",
    ),
    (
        "ĐẢNG ỦY XÃ NẬM RÚM\nỦY BAN KIỂM TRA\n*\nSố 05-KH/UBKT\n"
        + P
        + "Nậm Rúm, ngày 12 tháng 5 năm 2026\n",
        "KẾ HOẠCH\nkiểm tra, giám sát năm 2026",
        ["Ủy ban Kiểm tra Đảng ủy xã Nậm Rúm"],
        "05-KH/UBKT",
        "Nậm Rúm",
    ),
    (
        "ĐẢNG ỦY XÃ NẬM RÚM\nBAN XÂY DỰNG ĐẢNG\n*\nSố 07-HD/BXDĐ\n"
        + P
        + "Nậm Rúm, ngày 12 tháng 5 năm 2026\n",
        "HƯỚNG DẪN\nsinh hoạt chi bộ",
        ["Ban Xây dựng Đảng Đảng ủy xã Nậm Rúm"],
        "07-HD/BXDĐ",
        "Nậm Rúm",
    ),
    (
        "THÀNH ỦY LAM GIANG\n*\nSố 18-CT/TU\n" + P + "Lam Giang, ngày 12 tháng 5 năm 2026\n",
        "CHỈ THỊ\nCỦA BAN THƯỜNG VỤ THÀNH ỦY\nvề tăng cường công tác dân vận",
        ["Thành ủy Lam Giang"],
        "18-CT/TU",
        "Lam Giang",
    ),
    (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 60-NQ/TW\n" + P + "Hà Nội, ngày 12 tháng 4 năm 2025\n",
        "NGHỊ QUYẾT\nHỘI NGHỊ LẦN THỨ 11 BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHÓA XIII",
        ["Ban Chấp hành Trung ương"],
        "60-NQ/TW",
        "Hà Nội",
    ),
    (
        "THỦ TƯỚNG CHÍNH PHỦ\n________\nSố: 16/CT-TTg\n" + D + "Hà Nội, ngày 12 tháng 5 năm 2026\n",
        "CHỈ THỊ\nVề tăng cường công tác dân vận",
        ["Thủ tướng Chính phủ"],
        "16/CT-TTg",
        "Hà Nội",
    ),
    (
        "CHÍNH PHỦ\n--------\nSố: 59/2023/NĐ-CP\n" + D + "Hà Nội, ngày 14 tháng 8 năm 2023\n",
        "NGHỊ ĐỊNH\nQUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU CỦA LUẬT THỰC HIỆN DÂN CHỦ Ở CƠ SỞ",
        ["Chính phủ"],
        "59/2023/NĐ-CP",
        "Hà Nội",
    ),
    (
        "BAN CHỈ ĐẠO THỰC HIỆN QCDC\nTỈNH HỒNG LẠC\nSố: 03/KH-BCĐ\n"
        + D
        + "Hồng Lạc, ngày 12 tháng 5 năm 2026\n",
        "KẾ HOẠCH\nKiểm tra việc thực hiện dân chủ",
        ["Ban Chỉ đạo thực hiện QCDC tỉnh Hồng Lạc"],
        "03/KH-BCĐ",
        "Hồng Lạc",
    ),
    (
        "ỦY BAN BẦU CỬ\nTỈNH HỒNG LẠC\nSố: 11/UBBC-TBTT\n"
        + D
        + "Hồng Lạc, ngày 12 tháng 01 năm 2026\n",
        "THÔNG BÁO\nvề việc lập danh sách cử tri",
        ["Ủy ban bầu cử tỉnh Hồng Lạc"],
        "11/UBBC-TBTT",
        "Hồng Lạc",
    ),
    (
        "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH HỒNG LẠC\nBAN THƯỜNG TRỰC\nSố: 55/KH-MTTQ-BTT\n"
        + D
        + "Hồng Lạc, ngày 12 tháng 01 năm 2026\n",
        "KẾ HOẠCH\nGiám sát năm 2026",
        ["Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hồng Lạc"],
        "55/KH-MTTQ-BTT",
        "Hồng Lạc",
    ),
    (
        "MẶT TRẬN TỔ QUỐC VIỆT NAM\nỦY BAN MTTQ VIỆT NAM TỈNH HỒNG LẠC\nSố: 56/CV-MTTQ\n"
        + D
        + "Hồng Lạc, ngày 12 tháng 01 năm 2026\nV/v góp ý dự thảo\n",
        "",
        ["Ủy ban MTTQ Việt Nam tỉnh Hồng Lạc"],
        "56/CV-MTTQ",
        "Hồng Lạc",
    ),
    (
        "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nTỈNH HỒNG LẠC\nSố: 12/BC-BTV\n"
        + D
        + "Hồng Lạc, ngày 12 tháng 01 năm 2026\n",
        "BÁO CÁO\nCông tác Hội năm 2025",
        ["Hội Liên hiệp Phụ nữ Việt Nam tỉnh Hồng Lạc"],
        "12/BC-BTV",
        "Hồng Lạc",
    ),
    (
        "UBND TỈNH HỒNG LẠC\nBAN QUẢN LÝ KHU KINH TẾ\nSố: 77/TTr-BQL\n"
        + D
        + "Hồng Lạc, ngày 12 tháng 01 năm 2026\n",
        "TỜ TRÌNH\nVề việc phê duyệt kế hoạch",
        ["Ban Quản lý Khu kinh tế"],
        "77/TTr-BQL",
        "Hồng Lạc",
    ),
    (
        "UBND TỈNH HỒNG LẠC\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nCHI CỤC KIỂM LÂM\nSố: 78/CCKL-VP\n"
        + D
        + "Hồng Lạc, ngày 12 tháng 01 năm 2026\nV/v trực phòng cháy\n",
        "",
        ["Chi cục Kiểm lâm"],
        "78/CCKL-VP",
        "Hồng Lạc",
    ),
    (
        "TÒA ÁN NHÂN DÂN TỐI CAO\nTÒA ÁN NHÂN DÂN TỈNH HỒNG LẠC\nSố: 9/KH-TA\n"
        + D
        + "Hồng Lạc, ngày 12 tháng 01 năm 2026\n",
        "KẾ HOẠCH\nCông tác dân vận năm 2026",
        ["Tòa án nhân dân tỉnh Hồng Lạc"],
        "9/KH-TA",
        "Hồng Lạc",
    ),
    (
        "QUÂN KHU 2\nBỘ CHỈ HUY QUÂN SỰ TỈNH HỒNG LẠC\nSố: 101/KH-BCH\n"
        + D
        + "Hồng Lạc, ngày 12 tháng 01 năm 2026\n",
        "KẾ HOẠCH\nHành quân làm công tác dân vận",
        ["Bộ Chỉ huy quân sự tỉnh Hồng Lạc"],
        "101/KH-BCH",
        "Hồng Lạc",
    ),
    (
        "ĐẢNG ỦY PHƯỜNG BẾN TRẦM - UBND PHƯỜNG BẾN TRẦM\nSố: 02/KHPH-ĐU-UBND\n"
        + D
        + "Bến Trầm, ngày 12 tháng 01 năm 2026\n",
        "KẾ HOẠCH PHỐI HỢP\nCông tác dân vận chính quyền",
        ["Đảng ủy phường Bến Trầm", "UBND phường Bến Trầm"],
        "02/KHPH-ĐU-UBND",
        "Bến Trầm",
    ),
    (
        "TỈNH ỦY HỒNG LẠC\nBAN TUYÊN GIÁO VÀ DÂN VẬN - SỞ NỘI VỤ\n*\nSố 03-HDLN/BTGDV-SNV\n"
        + P
        + "Hồng Lạc, ngày 12 tháng 01 năm 2026\n",
        "HƯỚNG DẪN LIÊN NGÀNH\nvề công tác dân vận",
        ["Ban Tuyên giáo và Dân vận Tỉnh ủy", "Sở Nội vụ"],
        "03-HDLN/BTGDV-SNV",
        "Hồng Lạc",
    ),
]


@pytest.mark.parametrize(
    ("head", "title", "issuers", "number", "place"), HEADS, ids=lambda x: str(x)[:24]
)
def test_the_letterhead_of_an_issuer(head, title, issuers, number, place):
    """A letter has no title but is addressed to somebody."""
    text = f"{head}\n{title or 'Kính gửi: Sở Nội vụ'}{BODY}"
    found = vanban.read(text.encode(), "a.txt").documents[0].header
    assert [name.lower() for name in found.issuers] == [name.lower() for name in issuers]
    assert (found.number, found.place) == (number, place)
    assert found.issued_on
    assert found.issued_on >= date(2023, 8, 14)
    kind, *subject = title.split("\n") if title else ("công văn", "")
    assert found.kind == kind.lower()
    assert (found.subject or "").endswith(subject[-1] or "")
