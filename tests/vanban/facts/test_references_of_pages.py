"""Mentions as real grounds and titles have them; numbers and places are invented."""

from datetime import date

import pytest

import vanban
from vanban.model import Reference

HEAD = "SỞ NỘI VỤ\nSố: 9/QĐ-SNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHòa Lăng, ngày 12 tháng 5 năm 2026\n\nQUYẾT ĐỊNH\n"


def mentions(text: str) -> tuple[Reference, ...]:
    return vanban.read(f"{HEAD}{text}".encode(), "a.txt").documents[0].references


MENTIONS = [
    (
        "Căn cứ Chỉ thị số 18-2003/CT-TTg ngày 27-8-2003 của Thủ tướng Chính phủ;",
        "18-2003/CT-TTg",
        date(2003, 8, 27),
        "Thủ tướng Chính phủ",
    ),
    (
        "Căn cứ Nghị định số 61/2019/NĐCP ngày 23 tháng 4 năm 2019 của Chính phủ;",
        "61/2019/NĐCP",
        date(2019, 4, 23),
        "Chính phủ",
    ),
    (
        "Căn cứ Quyết định số 78-CP ngày 13-4-1978 của Hội đồng Chính phủ;",
        "78-CP",
        date(1978, 4, 13),
        "Hội đồng Chính phủ",
    ),
    (
        "Căn cứ Thông báo số 70-TB/TWngày 06 tháng 01 năm 2026 của Ban Bí thư;",
        "70-TB/TW",
        date(2026, 1, 6),
        "Ban Bí thư",
    ),
    (
        "Căn cứ Nghị định số 83/2026/NĐ-CP ngày, 10 tháng10 năm 2026 của Chính phủ;",
        "83/2026/NĐ-CP",
        date(2026, 10, 10),
        "Chính phủ",
    ),
    (
        "Căn cứ Chỉ thị số 01/2026/CT-CA ngày 16/01/2026 của Chánh án Tòa án nhân dân tối cao về xét xử;",
        "01/2026/CT-CA",
        date(2026, 1, 16),
        "Chánh án Tòa án nhân dân tối cao",
    ),
    (
        "Căn cứ Quyết định số 26/QĐ-VKSTC ngày 20/11/2025 của Viện trưởng Viện kiểm sát nhân dân tối cao;",
        "26/QĐ-VKSTC",
        date(2025, 11, 20),
        "Viện trưởng Viện kiểm sát nhân dân tối cao",
    ),
    (
        "Theo đề nghị của Giám đốc Sở Kế hoạch và Đầu tư tại Tờ trình số 21/TTr-KHĐT ngày 19/4/2026;",
        "21/TTr-KHĐT",
        date(2026, 4, 19),
        "Giám đốc Sở Kế hoạch và Đầu tư",
    ),
    (
        "Sau khi có ý kiến tham gia của Bộ Y tế tại văn bản số 235/YT-TCCB ngày 13 tháng 4 năm 2026;",
        "235/YT-TCCB",
        date(2026, 4, 13),
        "Bộ Y tế",
    ),
    (
        "Căn cứ Kế hoạch số 3/KH-CP ngày 5/1/2026 của Phó Thủ tướng Chính phủ Nông Thế Anh về tiếp dân;",
        "3/KH-CP",
        date(2026, 1, 5),
        "Phó Thủ tướng Chính phủ",
    ),
    (
        "Qua xem xét Báo cáo số 18/BC-UBND ngày 30 tháng11 năm 2025 của Ủy ban nhân dân tỉnh về tiếp dân;",
        "18/BC-UBND",
        date(2025, 11, 30),
        "Ủy ban nhân dân tỉnh",
    ),
]


@pytest.mark.parametrize(
    ("ground", "number", "day", "issuer"), MENTIONS, ids=[case[1] for case in MENTIONS]
)
def test_a_ground_of_issuing(ground: str, number: str, day: date, issuer: str) -> None:
    [found] = [
        one
        for one in mentions(
            f"Về tiếp dân\n\n{ground}\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Tiếp dân hằng tuần.\n"
        )
        if one.number
    ]
    assert (found.number, found.date, found.issuer, found.role) == (number, day, issuer, "basis")


def test_the_name_of_an_issuer_ends_before_what_it_asks() -> None:
    text = "Về hóa đơn\n\nTrả lời Công văn số 63/CT-TTHT ngày 25/4/2026 của Cục Thuế tỉnh Hòa Lăng hỏi về hóa đơn.\n"
    assert [one.issuer for one in mentions(text)] == ["Cục Thuế tỉnh Hòa Lăng"]


def test_who_proposes_second_issued_the_second_paper() -> None:
    text = "Về tiếp dân\n\nXét đề nghị của Giám đốc Sở Y tế tại Tờ trình số 95/SYT-KH ngày 15/11/2026; của Giám đốc Sở Kế hoạch và Đầu tư tại Báo cáo số 69/BC-SKHĐT ngày 20/11/2026,\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Tiếp dân.\n"
    assert [one.issuer for one in mentions(text)] == [
        "Giám đốc Sở Y tế",
        "Giám đốc Sở Kế hoạch và Đầu tư",
    ]


def test_a_session_of_a_committee_issues_its_resolution() -> None:
    text = "Về tiếp dân\n\nCăn cứ Nghị quyết số 20-NQ/TW ngày 25/10/2026 của Hội nghị lần thứ Sáu Ban Chấp hành Trung ương Đảng khóa XII về tiếp dân;\n"
    assert [one.issuer for one in mentions(text)] == [
        "Hội nghị lần thứ Sáu Ban Chấp hành Trung ương Đảng"
    ]


def test_in_a_title_in_capitals_the_issuer_ends_where_its_name_ends() -> None:
    title = (
        "THỰC HIỆN CHỈ THỊ SỐ 32-CT/QUTW NGÀY 26/6/2026 CỦA THƯỜNG VỤ QUÂN ỦY TRUNG ƯƠNG VỀ TIẾP DÂN, GẮN VỚI THÔNG TƯ SỐ 3/2026/TT-NHNN"
        " NGÀY 06 THÁNG 9 NĂM 2026 CỦA THỐNG ĐỐC NGÂN HÀNG NHÀ NƯỚC VIỆT NAM QUY ĐỊNH VỀ NỢ"
    )
    found = mentions(f"{title}\n\nĐiều 1. Tiếp dân hằng tuần.\n")
    assert [one.issuer for one in found] == [
        "Thường vụ Quân ủy Trung ương",
        "Thống đốc Ngân hàng Nhà nước Việt Nam",
    ]


def test_grounds_broken_by_the_width_of_a_page_stay_grounds() -> None:
    text = (
        "Về tiếp dân\nThực hiện Quy chế số 01-QC/UBND-BDVTU ngày 29/5/2025 giữa\nBan Dân vận Tỉnh ủy với Ủy ban nhân dân tỉnh về tiếp dân giai đoạn 2025\n"
        "- 2030; Quyết định số 55/QĐ-UBND ngày 15/3/2026 của Ủy ban nhân dân tỉnh,\nSở Nội vụ ban hành Quyết định như sau:\nI. MỤC ĐÍCH\n1. Tiếp dân.\n"
    )
    assert [(one.number, one.role) for one in mentions(text)] == [
        ("01-QC/UBND-BDVTU", "basis"),
        ("55/QĐ-UBND", "basis"),
    ]


def test_a_copy_that_breaks_off_among_the_grounds() -> None:
    text = "Về tiếp dân\n\nCăn cứ Quyết định số 55/QĐ-UBND ngày 15/3/2026;\nCăn cứ Quyết định số 56/QĐ-UBND ngày 15/3/2026;\n"
    assert [one.role for one in mentions(text)] == ["basis", "basis"]


def test_a_law_in_capitals_is_a_mention_in_a_title_and_no_law_is_one_alone() -> None:
    assert [
        one.kind for one in mentions("VỀ THI HÀNH LUẬT NGHĨA VỤ QUÂN SỰ\n\nĐiều 1. Tiếp dân.\n")
    ] == ["Luật"]
    assert not mentions("VỀ PHỔ BIẾN PHÁP LUẬT CHO THANH NIÊN\n\nĐiều 1. Tiếp dân.\n")


BODIES = [
    "Bộ Giao thông vận tải",
    "Sở Thông tin và Truyền thông",
    "Bộ trưởng Bộ Nông nghiệp và Phát triển nông thôn",
    "Bộ Ngoại giao",
    "Sở Quy hoạch - Kiến trúc",
    "Bảo hiểm xã hội Việt Nam",
    "Ngân hàng Chính sách xã hội",
    "Ban Quản lý các khu công nghiệp tỉnh",
    "Hội Cựu chiến binh tỉnh",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Trung tâm Phục vụ hành chính công",
    "Đảng ủy các cơ quan Đảng tỉnh",
    "Tổ công tác",
]


@pytest.mark.parametrize("body", BODIES)
def test_the_name_of_an_issuer_is_whole_though_it_holds_a_word_at_which_names_end(body):
    for blank in (" ", "\n"):
        said = blank.join(body.rsplit(" ", 1))
        (mention,) = mentions(
            f"Căn cứ Công văn số 12/ABC-VP ngày 03/4/2026 của {said} về việc thu gom rác;"
        )
        assert mention.issuer == body


def test_a_letter_cited_without_the_word_so_is_found():
    (mention,) = mentions("Căn cứ Công văn 285/CCTT ngày 08 tháng 4 năm 2026 của Sở Y tế;")
    assert (mention.number, mention.date) == ("285/CCTT", date(2026, 4, 8))


def test_a_law_named_with_a_comma_and_an_amending_law_in_capitals_keep_their_days():
    found = mentions(
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND ngày 03 tháng 12 năm 2004;\n"
        "Căn cứ Luật Sửa đổi, bổ sung một số điều Luật Khiếu nại, tố cáo ngày 15 tháng 6 năm 2004;\n"
    )
    assert [one.date for one in found if one.role == "basis"] == [
        date(2004, 12, 3),
        date(2004, 6, 15),
    ]


def test_what_a_decision_issues_with_itself_is_no_reference():
    text = "Điều 1. Ban hành kèm theo Quyết định này Quy chế hoạt động của Ban Chỉ đạo dồn điền.\n"
    assert [one for one in mentions(text) if one.kind == "Quy chế"] == []
