"""Letterheads of offices that write seldom: how each prints its name, and what it is called.

Written before the reader was run on them; at first sight it told 17 of these 20.
"""

import pytest

import vanban

D = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHòa Lăng, ngày 12 tháng 5 năm 2026\n"
P = "ĐẢNG CỘNG SẢN VIỆT NAM\nHòa Lăng, ngày 12 tháng 5 năm 2026\n"
BODY = "\nBÁO CÁO\nKết quả tiếp nhận ý kiến của nhân dân\n\nTrong quý I, đơn vị đã làm như sau:\n\n1. Đã tiếp 12 lượt người.\n"
HEADS = [
    ("SỞ GD&ĐT HÒA LĂNG\nTRƯỜNG THPT NẬM CHÚC\nSố: 28/BC-THPTNC\n" + D, ["Trường THPT Nậm Chúc"]),
    (
        "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nCHI CỤC CHĂN NUÔI VÀ THÚ Y\nHÒA LĂNG\nSố: 9/BC-CCCNTY\n" + D,
        ["Chi cục Chăn nuôi và Thú y Hòa Lăng"],
    ),
    (
        "BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH HÒA LĂNG\nSố: 31/BC-BHXH\n" + D,
        ["Bảo hiểm xã hội tỉnh Hòa Lăng"],
    ),
    (
        "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM\nCHI NHÁNH KHU VỰC 4\nSố: 12/BC-KV4\n" + D,
        ["Ngân hàng Nhà nước Việt Nam chi nhánh Khu vực 4"],
    ),
    (
        "HỘI ĐỒNG BẦU CỬ QUỐC GIA\nVĂN PHÒNG\nSố: 12/BC-VPHĐBCQG\n" + D,
        ["Văn phòng Hội đồng bầu cử quốc gia"],
    ),
    (
        "KIỂM TOÁN NHÀ NƯỚC\nKIỂM TOÁN NHÀ NƯỚC\nKHU VỰC VII\nSố: 3/BC-KV VII\n" + D,
        ["Kiểm toán nhà nước khu vực VII"],
    ),
    (
        "BỘ ĐỘI BIÊN PHÒNG\nĐỒN BIÊN PHÒNG CỬA KHẨU\nNẬM CHÚC\nSố: 77/BC-ĐBP\n" + D,
        ["Đồn Biên phòng cửa khẩu Nậm Chúc"],
    ),
    ("TỈNH ỦY HÒA LĂNG\nBAN NỘI CHÍNH\n*\nSố 40-BC/BNCTU\n" + P, ["Ban Nội chính Tỉnh ủy"]),
    (
        "ĐẢNG BỘ TỈNH HÒA LĂNG\nĐẢNG ỦY CÔNG AN TỈNH\n*\nSố 41-BC/ĐUCA\n" + P,
        ["Đảng ủy Công an tỉnh"],
    ),
    (
        "BAN TUYÊN GIÁO VÀ DÂN VẬN\nTỈNH ỦY - ĐẢNG ỦY ỦY BAN\nNHÂN DÂN TỈNH\n*\nSố 04-BC/BTGDVTU-ĐUUBND\n"
        + P,
        ["Ban Tuyên giáo và Dân vận Tỉnh ủy", "Đảng ủy Ủy ban nhân dân tỉnh"],
    ),
    (
        "SỞ NỘI VỤ\nCÔNG AN TỈNH\nMẶT TRẬN TỔ QUỐC TỈNH\nSố: 03/BCLN-SNV-CAT-MTTQ\n" + D,
        ["Sở Nội vụ", "Công an tỉnh", "Mặt trận Tổ quốc tỉnh"],
    ),
    ("TỔ DÂN PHỐ SỐ 7\nPHƯỜNG MƯỜNG THÍN\n\n" + D, ["Tổ dân phố số 7 phường Mường Thín"]),
    ("HTX NÔNG NGHIỆP NẬM CHÚC\nSố: 01/BC-HTX\n" + D, ["HTX nông nghiệp Nậm Chúc"]),
    (
        "ĐOÀN TNCS HỒ CHÍ MINH TỈNH HÒA LĂNG\nBCH ĐOÀN XÃ SUỐI TRẦM\n***\nSố: 16-BC/ĐTN\n" + D,
        ["BCH Đoàn xã Suối Trầm"],
    ),
    ("CỤC THUẾ\nTHUẾ TỈNH HÒA LĂNG\nTHUẾ CƠ SỞ 3\nSố: 55/BC-TCS3\n" + D, ["Thuế cơ sở 3"]),
    (
        "BAN ĐẠI DIỆN HĐQT NHCSXH\nTỈNH HÒA LĂNG\nSố: 05/BC-BĐD\n" + D,
        ["Ban đại diện HĐQT NHCSXH tỉnh Hòa Lăng"],
    ),
    (
        "LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ\nTỈNH HÒA LĂNG\nSố: 18/BC-LHHN\n" + D,
        ["Liên hiệp các tổ chức hữu nghị tỉnh Hòa Lăng"],
    ),
    (
        "THANH TRA TỈNH HÒA LĂNG     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 90/BC-TTr     Hòa Lăng, ngày 12 tháng 5 năm 2026\n",
        ["Thanh tra tỉnh Hòa Lăng"],
    ),
    (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nUBND XÃ SUỐI TRẦM\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\n\nSố: 15/BC-TTPVHCC\nHòa Lăng, ngày 12 tháng 5 năm 2026\n",
        ["Trung tâm Phục vụ hành chính công"],
    ),
    (
        "ỦY BAN BẦU CỬ XÃ SUỐI\nTRẦM\nTIỂU BAN THÔNG TIN,\nTUYÊN TRUYỀN, KHÁNH\nTIẾT\nSố: 02/BC-TBTT\n"
        + D,
        ["Tiểu ban Thông tin, tuyên truyền, khánh tiết"],
    ),
    (
        "ỦY BAN NHÂN DÂN TỈNH HÒA LĂNG\nĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH\nSỐ 118/QĐ-UBND\nSố: 02/BC-ĐKT\n"
        + D,
        ["Đoàn kiểm tra theo Quyết định số 118/QĐ-UBND"],
    ),
]


@pytest.mark.parametrize(("head", "issuers"), HEADS, ids=lambda x: str(x)[:30])
def test_the_letterhead_of_an_office_that_writes_seldom(head: str, issuers: list[str]) -> None:
    found = vanban.read((head + BODY).encode(), "a.txt").documents[0].header
    assert [name.lower() for name in found.issuers] == [name.lower() for name in issuers]
    assert found.kind == "báo cáo"
    assert found.place == "Hòa Lăng"
    assert str(found.issued_on) == "2026-05-12"
