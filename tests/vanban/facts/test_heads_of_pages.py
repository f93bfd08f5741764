"""Heads as the pages of legal sites, newspapers and converters copy them.

Each stands for a structure that real pages have; places, numbers and names are invented.
"""

from datetime import date

import pytest

import vanban
from vanban.model import Header

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
DAY = "Hòa Lăng, ngày 12 tháng 5 năm 2026\n"
BODY = "\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\nĐiều 1. Các đơn vị tổ chức thực hiện theo chức năng.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n"


def head(text: str) -> Header:
    return vanban.read(text.encode(), "a.txt").documents[0].header


ISSUERS = [
    (
        "hyphens without blanks join bodies",
        "BỘ XÂY DỰNG-BỘ NỘI VỤ\nSố: 07/2026/TTLT-BXD-BNV\n",
        ["Bộ Xây dựng", "Bộ Nội vụ"],
    ),
    (
        "the hyphen of a symbol joins none",
        "UBND TỈNH HÒA LĂNG\nTỔ CÔNG TÁC THEO QUYẾT ĐỊNH\nSỐ 97/QĐ-UBND\nSố: 04/BC-TCT\n",
        ["Tổ công tác theo Quyết định số 97/QĐ-UBND"],
    ),
    (
        "a bullet before the name",
        "• TÒA ÁN NHÂN DÂN TỈNH HÒA LĂNG\nSố: 9/BC-TAND\n",
        ["Tòa án nhân dân tỉnh Hòa Lăng"],
    ),
    (
        "the centre under its committee",
        "BAN CHẤP HÀNH\nTRUNG ƯƠNG\nSố: 9-BC/TW\n",
        ["Ban Chấp hành Trung ương"],
    ),
    (
        "the country under the bank",
        "NGÂN HÀNG CHÍNH SÁCH\nVIỆT NAM\nSố: 9/BC-NHCS\n",
        ["Ngân hàng Chính sách Việt Nam"],
    ),
    (
        "the first syllable alone on its line",
        "ỦY\nBAN DÂN TỘC\nSố: 9/BC-UBDT\n",
        ["Ủy ban Dân tộc"],
    ),
    (
        "one area for the council and the committee",
        "THƯỜNG TRỰC\nHĐND - UBND TỈNH HÒA LĂNG\nSố: 6/QC-TT.HĐND-UBND\n",
        ["Thường trực HĐND tỉnh Hòa Lăng", "UBND tỉnh Hòa Lăng"],
    ),
    (
        "the symbol names both by their letters",
        "ỦY BAN NHÂN DÂN\nỦY BAN MTTQ VIỆT NAM\nTỈNH HÒA LĂNG\nSố: 01/QCPH/UBND-UBMTTQ\n",
        ["Ủy ban nhân dân tỉnh Hòa Lăng", "Ủy ban MTTQ Việt Nam tỉnh Hòa Lăng"],
    ),
    (
        "the letters of the bodies before those of the kind",
        "TÒA ÁN NHÂN DÂN HUYỆN BẮC LÂM\nVIỆN KIỂM SÁT NHÂN DÂN HUYỆN BẮC LÂM\nSố: 01-TAND-VKSND/QC\n",
        ["Tòa án nhân dân huyện Bắc Lâm", "Viện kiểm sát nhân dân huyện Bắc Lâm"],
    ),
]


@pytest.mark.parametrize(
    ("letterhead", "issuers"), [case[1:] for case in ISSUERS], ids=[case[0] for case in ISSUERS]
)
def test_the_bodies_of_a_letterhead(letterhead: str, issuers: list[str]) -> None:
    found = head(
        f"{letterhead}{MOTTO}{DAY}\nQUY CHẾ\nTiếp nhận ý kiến của nhân dân\n{BODY}"
    ).issuers
    assert [name.lower() for name in found] == [name.lower() for name in issuers]


def test_a_joint_circular_has_both_bodies_printed_one_under_the_other() -> None:
    text = f"BỘ XÂY DỰNG\nBỘ NỘI VỤ\nSố: 7/2026/TTLT\n{MOTTO}{DAY}\nTHÔNG TƯ LIÊN TỊCH\nHướng dẫn tiếp dân\n{BODY}"
    assert head(text).issuers == ("Bộ Xây dựng", "Bộ Nội vụ")


def test_the_line_over_the_grounds_tells_the_place_that_the_letterhead_lacks() -> None:
    text = (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 31/QĐ-UBND | Hòa Lăng, ngày 12 tháng 5 năm 2026 |\n"
        f"QUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ TIẾP DÂN\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA LĂNG{BODY}"
    )
    found = head(text)
    assert found.issuers == ("Ủy ban nhân dân tỉnh Hòa Lăng",)
    assert (found.number, found.issued_on) == ("31/QĐ-UBND", date(2026, 5, 12))


def test_who_orders_under_the_subject_does_not_replace_a_body_broken_after_its_first_syllable() -> (
    None
):
    text = f"ỦY\nBAN DÂN TỘC\nSố: 9/QĐ-UBDT\n{MOTTO}{DAY}\nQUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ TIẾP DÂN\nBỘ TRƯỞNG, CHỦ NHIỆM ỦY BAN DÂN TỘC\n{BODY}"
    assert head(text).issuers == ("Ủy ban Dân tộc",)


def test_two_bodies_between_subject_and_grounds_joined_by_a_dash_at_the_end_of_a_line() -> None:
    text = f"NGHỊ QUYẾT LIÊN TỊCH\n\nHướng dẫn tiếp xúc cử tri\n\nCHÍNH PHỦ -\n\nỦY BAN TRUNG ƯƠNG MẶT TRẬN TỔ QUỐC VIỆT NAM\n{BODY}"
    assert head(text).issuers == ("Chính phủ", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam")


def test_a_misspelling_in_the_text_does_not_enter_the_name_of_the_letterhead() -> None:
    text = f"VIỆN KIỂM SÁT NHÂN DÂN TỈNH HÒA LĂNG\nSố: 3/BC-VKS\n{MOTTO}{DAY}\nBÁO CÁO\nKết quả tiếp dân\n\nQuý I, Viện kiếm sát nhân dân tỉnh Hòa Lăng đã tiếp 12 lượt người.\n"
    assert head(text).issuers == ("Viện kiểm sát nhân dân tỉnh Hòa Lăng",)


ABOVE = {
    "labels without a colon": "Quyết định 31/QĐ-UBND năm 2026 về Quy chế tiếp dân\n\nSố hiệu 31/QĐ-UBND\nNgày ban hành 12/05/2026\nNgày có hiệu lực 12/05/2026\nLoại văn bản Quyết định\nCơ quan ban hành Tỉnh Hòa Lăng\nNgười ký Lò Thị Sao\nLĩnh vực Bộ máy hành chính\n\n",
    "a list of related documents": "- 1Luật Tiếp công dân 2013\n- 2Chỉ thị 35-CT/TW năm 2014 về tiếp dân do Bộ Chính trị ban hành\n",
    "the lead of a newspaper": "Trong cuộc họp sáng nay, Ủy ban nhân dân tỉnh đã nêu kết quả tiếp dân.\n\nBan Biên tập đăng toàn văn.\n\n",
    "what a site asks its readers": "Để xem đầy đủ, vui lòng đăng nhập.\nNếu bạn là thành viên, nhấn vào đây.\n\n",
}


@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE.keys())
def test_what_others_print_above_a_letterhead_is_no_part_of_it(above: str) -> None:
    found = head(
        f"{above}ỦY BAN NHÂN DÂN\nTỈNH HÒA LĂNG\n-------\n\n{MOTTO}-----\n\nSố: 31/QĐ-UBND\n\n{DAY}\nQUYẾT ĐỊNH\n\nBan hành Quy chế tiếp dân\n{BODY}{BODY}{BODY}"
    )
    assert (found.kind, found.number, found.issued_on) == (
        "quyết định",
        "31/QĐ-UBND",
        date(2026, 5, 12),
    )
    assert (found.subject, found.issuers) == (
        "Ban hành Quy chế tiếp dân",
        ("Ủy ban nhân dân tỉnh Hòa Lăng",),
    )


def test_a_long_table_of_a_site_is_no_document_of_its_own() -> None:
    links = "".join(f"Mục {at}\n" for at in range(20))
    table = "Cơ quan ban hành: | Tỉnh Hòa Lăng | Số công báo: | Đang cập nhật |\nSố hiệu: | 31/QĐ-UBND |\nNgười ký: | Lò Thị Sao |\n"
    text = f"{links}{table}UBND TỈNH HÒA LĂNG ____ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ____ |\nSố: 31/QĐ-UBND | Hòa Lăng, ngày 12 tháng 5 năm 2026 |\nQUYẾT ĐỊNH\nVề tiếp dân\n{BODY}"
    [document] = vanban.read(text.encode(), "a.txt").documents
    assert document.header.issuers == ("UBND tỉnh Hòa Lăng",)
    assert (document.header.number, document.header.subject) == ("31/QĐ-UBND", "Về tiếp dân")


def test_a_document_that_begins_with_its_kind_is_not_what_others_print() -> None:
    text = f"THÔNG BÁO\nLịch tiếp dân tháng 6\n\nỦy ban nhân dân xã tiếp dân ngày 5.\n\nỦY BAN NHÂN DÂN XÃ BẢN CHẠI\nSố: 3/TB-UBND\n{MOTTO}{DAY}"
    assert head(text).kind == "thông báo"


SUBJECTS = [
    (
        "who orders stands under the kind, after it an empty line",
        "CHỈ THỊ\n\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\n\nVề tổ chức cuộc vận động\n\n“Nghe dân nói”\n",
        "Về tổ chức cuộc vận động “Nghe dân nói”",
    ),
    (
        "a part of a term in brackets",
        "QUYẾT ĐỊNH\nBAN HÀNH KẾ HOẠCH TIẾP DÂN (GIAI ĐOẠN\nII)\nBỘ TRƯỞNG BỘ NỘI VỤ\n",
        "BAN HÀNH KẾ HOẠCH TIẾP DÂN (GIAI ĐOẠN II)",
    ),
    (
        "a remark in brackets",
        "QUYẾT ĐỊNH\nVề quy chế tiếp dân\n(Trình phiên họp tháng 6)\n",
        "Về quy chế tiếp dân",
    ),
    (
        "a name broken before its second word",
        "KẾ HOẠCH\nTHỰC HIỆN CHỈ THỊ SỐ 8/CT-TTG CỦA THỦ TƯỚNG\nCHÍNH PHỦ VỀ TIẾP DÂN\n",
        "THỰC HIỆN CHỈ THỊ SỐ 8/CT-TTG CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ TIẾP DÂN",
    ),
    (
        "the presidium orders",
        "QUYẾT ĐỊNH\nVỀ QUY CHẾ TIẾP DÂN\nĐOÀN CHỦ TỊCH TỔNG LIÊN ĐOÀN LAO ĐỘNG\n",
        "VỀ QUY CHẾ TIẾP DÂN",
    ),
]


@pytest.mark.parametrize(
    ("title", "subject"), [case[1:] for case in SUBJECTS], ids=[case[0] for case in SUBJECTS]
)
def test_where_a_subject_ends(title: str, subject: str) -> None:
    assert head(f"SỞ NỘI VỤ\nSố: 9/QĐ-SNV\n{MOTTO}{DAY}\n{title}{BODY}").subject == subject


LETTERS = [
    ("V/v and its colon apart", "Số: 12/SNV-TCD\nV/v\n: tiếp dân quý I\n", "tiếp dân quý I"),
    (
        "an abbreviation as its last line",
        "Số: 12/SNV-TCD\nV/v chính sách\nBHYT\n",
        "chính sách BHYT",
    ),
    (
        "no V/v at all",
        "Số: 12/SNV-TCD\nBảo đảm chất lượng tiếp dân tại các xã\n",
        "Bảo đảm chất lượng tiếp dân tại các xã",
    ),
]


@pytest.mark.parametrize(
    ("lines", "subject"), [case[1:] for case in LETTERS], ids=[case[0] for case in LETTERS]
)
def test_the_subject_of_a_letter(lines: str, subject: str) -> None:
    found = head(
        f"SỞ NỘI VỤ\n{MOTTO}{lines}{DAY}\nKính gửi: UBND các xã\n\nSở Nội vụ đề nghị các xã báo cáo.\n"
    )
    assert (found.subject, found.number, found.kind) == (subject, "12/SNV-TCD", "công văn")


def test_a_cell_may_hold_number_and_subject() -> None:
    text = f"SỞ NỘI VỤ\n-------\n|\n{MOTTO}|\nSố: 12/SNV-TCD\nV/v tiếp dân\nquý I\n|\nHòa\nLăng, ngày 12\ntháng 5 năm 2026\n|\nKính\ngửi:\n|\n- Các xã;\n- Các phường.\n|\nSở Nội vụ đề nghị báo cáo.\n"
    found = head(text)
    assert (found.number, found.subject) == ("12/SNV-TCD", "tiếp dân quý I")
    assert (found.place, found.issued_on) == ("Hòa Lăng", date(2026, 5, 12))
    assert (found.kind, found.addressed_to) == ("công văn", ("Các xã", "Các phường"))


KINDS = [
    ("136/HD-SNV", "hướng dẫn"),
    ("8/CT-CTUBND", "chỉ thị"),
    ("65/2026/QĐ-UBND", "quyết định"),
    ("9-QĐ/TU", None),
    ("12/SNV-TCD", None),
]


@pytest.mark.parametrize(("number", "kind"), KINDS)
def test_a_lost_line_of_the_kind_is_told_by_the_symbol(number: str, kind: str | None) -> None:
    found = head(
        f"SỞ NỘI VỤ |\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: {number} |\nHòa Lăng, ngày 12 tháng 5 năm 2026 |\nCÔNG TÁC TIẾP DÂN TẠI CÁC XÃ\n{BODY}"
    )
    assert (found.kind, found.kind_is_inferred) == (kind, kind is not None)
    assert (found.number, found.subject) == (number, "CÔNG TÁC TIẾP DÂN TẠI CÁC XÃ")


DAYS = [
    ("no blank before the month", "Hòa Lăng, ngày 12tháng 5 năm 2026", "Hòa Lăng"),
    (
        "a rule glued before the place",
        "---------------Hòa Lăng, ngày 12 tháng 5 năm 2026",
        "Hòa Lăng",
    ),
    ("a ward by its number", "Phường 8, ngày 12 tháng 5 năm 2026", "Phường 8"),
]


@pytest.mark.parametrize(
    ("line", "place"), [case[1:] for case in DAYS], ids=[case[0] for case in DAYS]
)
def test_place_and_day(line: str, place: str) -> None:
    found = head(f"SỞ NỘI VỤ\nSố: 9/QĐ-SNV\n{MOTTO}{line}\n\nQUYẾT ĐỊNH\nVề tiếp dân\n{BODY}")
    assert (found.place, found.issued_on) == (place, date(2026, 5, 12))


def test_a_draft_whose_day_and_month_stand_on_lines_of_their_own_has_a_place_and_no_day() -> None:
    text = f"SỞ NỘI VỤ\nSố:\n\n{MOTTO}\n/TTr-SNV\n\nHòa Lăng, ngày\n\ntháng\n\nnăm 2026\n\nTỜ TRÌNH\nVề tiếp dân\n{BODY}"
    found = head(text)
    assert (found.kind, found.place, found.issued_on) == ("tờ trình", "Hòa Lăng", None)


def test_number_and_day_run_together_with_what_stands_above_them() -> None:
    text = f"SỞ NỘI VỤ Số: 9/QĐ-SNV | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Thành phố Hòa Lăng, ngày 12 tháng 5 năm 2026 |\nQUYẾT ĐỊNH\nVề tiếp dân\n{BODY}"
    found = head(text)
    assert (found.number, found.issuers) == ("9/QĐ-SNV", ("Sở Nội vụ",))
    assert (found.place, found.issued_on) == ("Thành phố Hòa Lăng", date(2026, 5, 12))
