"""Every mention of a document: what it names, what it is for, where its words end."""

from datetime import date

import pytest

from vanban.facts import reference
from vanban.facts.context import Context
from vanban.layout import lay_out
from vanban.model import Header
from vanban.text.cleaning import clean

HEAD = "KẾ HOẠCH\nTriển khai công tác năm 2026\n\n{ground}, như sau:\n\nI. NỘI DUNG\n{body}\n"


def mentions(body="1. Việc.", ground="Căn cứ quy định hiện hành", kind="kế hoạch"):
    (page,) = lay_out(clean(HEAD.format(ground=ground, body=body)))
    return reference.find(page, Context(Header(kind=kind)))


def only(body, **more):
    (found,) = mentions(body, **more)
    return found


@pytest.mark.parametrize(
    ("written", "number", "kind", "day", "issuer"),
    [
        (
            "Kết luận số 120-KL/TW ngày 07/01/2016 của Bộ Chính trị (khóa XI)",
            "120-KL/TW",
            "Kết luận",
            date(2016, 1, 7),
            "Bộ Chính trị",
        ),
        (
            "Quyết định số 32/2021/QĐ- UBND ngày 19 tháng 10 năm 2021 của Ủy ban nhân dân tỉnh",
            "32/2021/QĐ-UBND",
            "Quyết định",
            date(2021, 10, 19),
            "Ủy ban nhân dân tỉnh",
        ),
        (
            "Chương trình phối hợp số 13 -CTr/TU, ngày 03-8-2021 giữa Ban Dân vận Tỉnh ủy và Sở Nội vụ",
            "13-CTr/TU",
            "Chương trình phối hợp",
            date(2021, 8, 3),
            "Ban Dân vận Tỉnh ủy và Sở Nội vụ",
        ),
        (
            "Nghị quyết số 88/2019/QH14, ngày 18/11/2019 của Quốc hội",
            "88/2019/QH14",
            "Nghị quyết",
            date(2019, 11, 18),
            "Quốc hội",
        ),
        ("Luật Tiếp công dân số 42/2013/QH13", "42/2013/QH13", "Luật", None, None),
        (
            "Thông tư số 01/2025/TT-BVHTTDL ngày 5/1/2025 của Bộ Văn hóa, Thể thao và Du lịch",
            "01/2025/TT-BVHTTDL",
            "Thông tư",
            date(2025, 1, 5),
            "Bộ Văn hóa, Thể thao và Du lịch",
        ),
        (
            "Chỉ thị so 41-CT/TW ngày 26/12/2024 của Ban Bí thư",
            "41-CT/TW",
            "Chỉ thị",
            date(2024, 12, 26),
            "Ban Bí thư",
        ),
        ("Công văn số 703/MTTQ-BTT", "703/MTTQ-BTT", "Công văn", None, None),
    ],
)
def test_a_mention_is_its_kind_number_day_and_issuer(written, number, kind, day, issuer):
    found = only(f"1. Các đơn vị thực hiện {written} về công tác năm nay.")
    assert (found.number, found.kind, found.date, found.issuer) == (number, kind, day, issuer)
    assert found.text == written


def test_the_call_of_a_footnote_is_no_part_of_a_year():
    assert only("1. Thực hiện Văn bản số 116/SNV-CCHC ngày 22 tháng 4 năm 20241.").date == date(
        2024, 4, 22
    )


def test_a_day_after_a_list_dates_the_whole_list():
    first, second = mentions(
        "1. Thực hiện Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị."
    )
    assert first.date == second.date == date(2013, 12, 12)


def test_numbers_listed_under_one_kind_share_it():
    found = mentions(
        "1. Phê duyệt tại các Quyết định: số 36/QĐ-TTg ngày 11/01/2024; số 1569/QĐ-TTg ngày 12/12/2024."
    )
    assert {mention.kind for mention in found} == {"Quyết định"}


@pytest.mark.parametrize(
    "words",
    [
        "ngày 15/10/2025",
        "giai đoạn 2021-2025",
        "giai đoạn 2017 – UBND tỉnh",
        "12/35 xã",
        "ngày 01/7/2025, tỉnh",
    ],
)
def test_dates_and_shares_are_no_numbers_of_documents(words):
    assert mentions(f"1. Báo cáo {words} theo dõi.") == ()


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Nghị quyết Đại hội lần thứ XIII của Đảng", "Nghị quyết"),
        ("Nghị quyết Đại hội XI Đảng bộ tỉnh, nhiệm kỳ 2020-2025", "Nghị quyết"),
        ("Luật Thực hiện dân chủ ở cơ sở", "Luật"),
        ("Nghị quyết Trung ương 7 khóa X", "Nghị quyết"),
        ("Đề án “Xây dựng hải đội dân quân thường trực”", "Đề án"),
    ],
)
def test_a_document_may_be_named_without_number(written, kind):
    found = only(f"1. Các đơn vị thực hiện {written}.")
    assert (found.kind, found.number, found.text) == (kind, None, written)


@pytest.mark.parametrize(
    "words",
    [
        "Nghị quyết Đại hội Đảng các cấp",
        "các Chương trình mục tiêu quốc gia",
        "Kế hoạch này",
        "pháp luật hiện hành",
        "phong trào “Dân vận khéo”",
    ],
)
def test_what_points_at_no_one_document_is_no_mention(words):
    assert mentions(f"1. Các đơn vị thực hiện {words}.") == ()


def test_grounds_are_told_from_what_their_titles_name():
    found = mentions(
        ground="Căn cứ Nghị định số 12/2024/NĐ-CP ngày 01/02/2024 của Chính phủ sửa đổi Nghị định số 10/2020/NĐ-CP; Quyết định số 5/QĐ-UBND"
    )
    assert [(mention.number, mention.role) for mention in found] == [
        ("12/2024/NĐ-CP", "basis"),
        ("10/2020/NĐ-CP", "cite"),
        ("5/QĐ-UBND", "basis"),
    ]
    assert found[0].relation == "căn cứ"


def test_what_is_carried_out_is_told_from_what_its_title_names():
    found = mentions(
        "1. Sơ kết 5 năm thực hiện Kết luận số 43-KL/TW ngày 07-01-2019 của Ban Bí thư về tiếp tục thực hiện Nghị quyết số 25-NQ/TW và tổng kết 10 năm thực hiện Chỉ thị số 21-CT/TW."
    )
    assert [mention.role for mention in found] == ["implement", "cite", "implement"]


def test_what_is_replaced_is_cited_as_replaced():
    found = only(
        "1. Hướng dẫn này thay thế Hướng dẫn số 31-HD/BTGTW, ngày 30/12/2011 của Ban Tuyên giáo Trung ương."
    )
    assert (found.role, found.relation) == ("cite", "thay thế")


def test_what_a_report_tells_to_have_been_done_by_a_document_is_cited():
    assert (
        only("1. Tỉnh chia thành 14 đơn vị theo Quyết định số 54/QĐ-UBBC.", kind="báo cáo").role
        == "cite"
    )


def test_a_short_form_names_the_one_cited_document_it_fits():
    found = mentions("1. Thực hiện Hướng dẫn số 31-HD/BTGTW.\n2. Số liệu tính theo HD 31.")
    assert [mention.number for mention in found] == ["31-HD/BTGTW", "31-HD/BTGTW"]


def test_a_short_form_that_fits_two_documents_names_none():
    found = mentions(
        "1. Thực hiện Hướng dẫn số 31-HD/BTGTW; Hướng dẫn số 31-HD/BTCTW.\n2. Số liệu tính theo HD 31."
    )
    assert len(found) == 2


def test_a_mention_in_a_footnote_is_cited():
    found = mentions(
        "- Thực hiện nhiệm vụ năm 20261 và bảo\n\n1 Về thực hiện Kế hoạch số 67-KH/TU ngày 02/4/2024 của Tỉnh ủy.\n đảm tiến độ."
    )
    assert [(mention.number, mention.role) for mention in found] == [("67-KH/TU", "cite")]


def test_what_a_report_asks_to_be_done_by_a_document_carries_it_out():
    asked = "1. Đề nghị Sở Nội vụ chi trả chế độ theo Nghị định số 178/2024/NĐ-CP."
    told = "1. Sở Nội vụ đã chi trả chế độ theo Nghị định số 178/2024/NĐ-CP."
    assert only(asked, kind="báo cáo").role == "implement"
    assert only(told, kind="báo cáo").role == "cite"


def test_the_day_of_the_document_after_it_is_not_the_day_of_a_law():
    law, letter = mentions(
        "1. Luật Thực hiện dân chủ ở cơ sở và ý kiến tại Văn bản số 902/VPCP-TCCV ngày 11/02/2026."
    )
    assert (law.text, law.date) == ("Luật Thực hiện dân chủ ở cơ sở", None)
    assert letter.date == date(2026, 2, 11)


def test_an_article_that_lays_down_something_cites_nothing():
    found = mentions("1. Quy định mức chi cho hoạt động giám sát của Ủy ban Mặt trận Tổ quốc tỉnh.")
    assert found == ()


@pytest.mark.parametrize(
    ("body", "relation"),
    [
        ("1. Thực hiện Chỉ thị số 12/CT-UBND.", "thực hiện"),
        ("1. Quyết định này thay thế Quyết định số 12/QĐ-UBND.", "thay thế"),
        ("1. Bãi bỏ Quyết định số 12/QĐ-UBND ngày 05/01/2020.", "bãi bỏ"),
        ("1. Hủy bỏ Quyết định số 12/QĐ-UBND ngày 05/01/2020.", "bãi bỏ"),
        ("1. Sửa đổi, bổ sung một số điều của Quyết định số 12/QĐ-UBND.", "sửa đổi"),
        ("1. Số liệu nêu tại Báo cáo số 12/BC-UBND còn thiếu.", "viện dẫn"),
    ],
)
def test_what_one_document_does_to_another(body, relation):
    assert only(body).relation == relation


def test_the_number_of_a_law_whose_title_ends_in_law_belongs_to_the_whole_title():
    found = only("1. Thực hiện Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15.")
    assert found.text == "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"
    assert found.kind == "Luật"


@pytest.mark.parametrize(
    ("written", "kind", "number"),
    [
        ("Tờ trinh số 18/TTr-VHXH", "Tờ trình", "18/TTr-VHXH"),
        ("Kết luân số 120 - KL/TW", "Kết luận", "120-KL/TW"),
        ("Báo cáo tiếp thu số 47/BC-UBND", "Báo cáo tiếp thu", "47/BC-UBND"),
        (
            "Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP",
            "Nghị quyết liên tịch",
            "72/2025/NQLT/UBTVQH15-CP",
        ),
    ],
)
def test_a_kind_may_have_lost_a_mark_and_a_symbol_may_have_two_slashes(written, kind, number):
    found = only(f"1. Triển khai {written}.")
    assert (found.text, found.kind, found.number) == (written, kind, number)


def test_a_title_in_capitals_says_its_day_too():
    found = only("1. SỬA ĐỔI NGHỊ QUYẾT SỐ 18/2023/NQ-HĐND NGÀY 08 THÁNG 12 NĂM 2023 VỀ MỨC CHI")
    assert found.date == date(2023, 12, 8)


def test_a_bracket_speaks_for_itself():
    first, second = mentions(
        "1. Việc chấp hành nguyên tắc bỏ phiếu (quy định tại Điều 1 của Luật Bầu cử);"
        " việc hỗ trợ (thực hiện khoản 4 Điều 41 Luật Thủ đô)."
    )
    assert (first.role, second.role) == ("cite", "implement")


def test_what_the_issuer_does_after_the_grounds_is_no_ground():
    found = only(
        "1. Việc.",
        ground="Thực hiện Chương trình công tác năm 2026, Ban Thường vụ Hội tổ chức hội nghị sơ kết"
        " 3 năm thực hiện Nghị quyết số 46-NQ/TW ngày 20/12/2023",
    )
    assert found.role == "implement"
