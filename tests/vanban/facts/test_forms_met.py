"""Forms that real documents of public places had and no rule foresaw, in invented words."""

import pytest

from vanban import read
from vanban.model import Document

HEAD = """ỦY BAN NHÂN DÂN
XÃ KHE TRÚC
Số: 41/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Khe Trúc, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức ngày hội đọc sách

"""


def document(written: str, head: str = HEAD) -> Document:
    return read((head + written).encode(), "thu.txt").documents[0]


def leads(one: Document) -> list[tuple[str, ...]]:
    return [duty.lead for duty in one.duties]


def test_a_clause_that_says_what_for_may_come_before_who_charges_whom():
    one = document(
        "1. Tiếp thu ý kiến của Nhân dân, Ủy ban nhân dân xã giao Phòng Kinh tế khảo sát tuyến mương.\n"
        "2. Nhận được công văn này, Ủy ban nhân dân xã đề nghị các sở giáo dục và đào tạo báo cáo kết quả"
        " về Ủy ban nhân dân xã trước ngày 20/5/2026.\n"
    )
    assert leads(one) == [("Phòng Kinh tế",), ("các sở giáo dục và đào tạo",)]
    assert one.report_duties[0].due.isoformat() == "2026-05-20"


def test_the_name_of_who_holds_a_post_stands_between_it_and_its_order():
    one = document("1. Phó Chủ tịch Thường trực Trần Văn Mẫu giao Văn phòng theo dõi việc này.\n")
    assert leads(one) == [("Văn phòng",)]


def test_who_helped_with_what_was_done_is_charged_with_nothing():
    one = document(
        "1. Sở Xây dựng đã phối hợp với các ngành, Ủy ban nhân dân xã Bến Mơ tham mưu đưa công trình vào"
        " kế hoạch.\n"
    )
    assert one.duties == ()


def test_a_plural_of_bodies_may_be_told_by_what_they_have():
    one = document(
        "1. Chủ tịch Ủy ban nhân dân các xã:\n"
        "a) Chủ động nắm tình hình sản xuất trên địa bàn.\n"
        "b) Ủy ban nhân dân các xã có chợ đầu mối ven sông thường xuyên kiểm tra bến bãi.\n"
    )
    assert leads(one)[-1] == ("Ủy ban nhân dân các xã có chợ đầu mối ven sông",)


POSTS = """III. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân xã

- Chỉ đạo chung việc thực hiện Kế hoạch.

2. Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội

- Chuẩn bị tài liệu.

3. Bộ phận Thư viện, Thiết bị

- Bố trí phòng đọc.

4. Kinh phí thực hiện

- Bố trí từ ngân sách xã.
"""


def test_a_post_among_bodies_that_are_charged_is_charged_too_but_a_topic_is_not():
    assert leads(document(POSTS)) == [
        ("Ủy ban nhân dân xã",),
        ("Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội",),
        ("Bộ phận Thư viện, Thiết bị",),
    ]


def test_a_topic_under_no_section_of_assignment_charges_nobody():
    one = document("II. NỘI DUNG\n\n1. Gian hàng sách cũ\n\n- Trưng bày sách cũ.\n")
    assert one.duties == ()


def test_a_report_and_the_day_for_it_may_be_two_sentences():
    one = document(
        "1. Đảng ủy xã thực hiện chế độ báo cáo như sau:\n"
        "a. Báo cáo tình hình và kết quả các buổi tiếp xúc. Thời gian gửi báo cáo về Ban Thường vụ"
        " Tỉnh ủy chậm nhất ngày 14/4/2026.\n"
        "b. Báo cáo hoạt động giám sát của các đoàn thể xã theo hướng dẫn của cấp trên chậm nhất ngày"
        " 18/4/2026.\n"
    )
    assert [duty.due.isoformat() for duty in one.report_duties] == ["2026-04-14", "2026-04-18"]


def test_a_report_with_its_name_in_capitals_that_is_sent_is_a_duty_to_report():
    one = document(
        "7. Nhà trường thực hiện và gửi **Báo cáo kết quả** (kèm số liệu) về Sở GDĐT trước ngày 05/10/2026.\n"
    )
    assert [duty.due.isoformat() for duty in one.report_duties] == ["2026-10-05"]


@pytest.mark.parametrize("line", ["{}", "_{}_"])
def test_a_day_still_blank_gives_the_year_all_the_same(line):
    dated = line.format("Khe Trúc, ngày ... tháng 3 năm 2026")
    head = HEAD.replace("Khe Trúc, ngày 12 tháng 3 năm 2026", dated)
    one = document("1. Văn phòng: Hoàn thành việc treo cờ trước ngày 24/8.\n", head)
    assert [day.isoformat() for duty in one.duties for day in duty.due] == ["2026-08-24"]


PAGE = """Ý kiến, kiến nghị của cử tri trước kỳ họp thứ 6
Cử tri Xã Bình Mẫu, huyện Sao Mai đề nghị:

Nâng cấp tuyến đường liên xã từ Khe Trúc qua các bản Nà Mơ, Pá Hoa đến trung tâm xã Bến Tràm

TRẢ LỜI:

Ủy ban nhân dân tỉnh giao Sở Xây dựng khảo sát tuyến đường trên.
"""


def test_a_page_of_one_petition_has_it_and_the_order_that_answers_it():
    one = document(PAGE, head="")
    (petition,) = one.petitions
    assert petition.text.startswith("Nâng cấp tuyến đường")
    assert petition.text.endswith("Bến Tràm")
    assert petition.place == "Xã Bình Mẫu"
    assert leads(one) == [("Sở Xây dựng",)]
