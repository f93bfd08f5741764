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


UNNUMBERED = """III. PHÂN CÔNG TRÁCH NHIỆM

Ban Giám hiệu nhà trường

Chỉ đạo chung ngày hội.

Tổ chuyên môn và giáo viên

Lồng ghép việc đọc sách vào giờ học.

Giáo viên bộ môn hướng dẫn học sinh chọn sách.

Chế độ báo cáo

Báo cáo kết quả theo quy định.
"""


def test_headings_whose_numbers_were_lost_in_copying_still_charge():
    assert leads(document(UNNUMBERED)) == [
        ("Ban Giám hiệu nhà trường",),
        ("Tổ chuyên môn", "giáo viên"),
        ("Giáo viên bộ môn",),
    ]


def test_a_long_title_without_a_number_does_not_run_into_the_paragraph_below_it():
    one = document(
        "II. NHIỆM VỤ\n\nNâng cao chất lượng quản lý học sinh và phòng ngừa bạo lực học đường trong trường\n\n"
        "Ban Giám hiệu phải quan tâm học sinh có hoàn cảnh khó khăn, thường xuyên gặp gỡ cha mẹ học sinh, nắm tình hình từng lớp và kịp thời giúp đỡ các em khi cần.\n"
    )
    assert [(duty.lead, duty.text[:14]) for duty in one.duties] == [
        (("Ban Giám hiệu",), "Ban Giám hiệu ")
    ]


LETTER = """ỦY BAN NHÂN DÂN
XÃ KHE TRÚC
Số: 412/UBND-VP
V/v khảo sát mương nước
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Khe Trúc, ngày 12 tháng 3 năm 2026

Kính gửi: Các thôn

Về ý kiến của cử tri, Ủy ban nhân dân xã giao Phòng Kinh tế khảo sát mương nước trước ngày 30/4/2026.

Nơi nhận:
- Như trên.
"""


def test_a_letter_of_one_paragraph_charges_in_the_sentence_that_says_why():
    (duty,) = document(LETTER, head="").duties
    assert duty.lead == ("Phòng Kinh tế",)
    assert [day.isoformat() for day in duty.due] == ["2026-04-30"]


def test_a_text_without_its_letterhead_begins_with_its_first_order():
    one = document(
        "Sở Xây dựng có trách nhiệm chủ trì rà soát nhà ở.\n\nGiao Sở Y tế tổ chức khám bệnh.\n",
        head="",
    )
    assert leads(one) == [("Sở Xây dựng",), ("Sở Y tế",)]


LABELLED = """II. NỘI DUNG

1. Ban hành Kế hoạch tiếp công dân.

- Thời gian hoàn thành: Quý IV/2026;

- Đơn vị chủ trì: Đồng chí Phó chủ tịch Thường trực, phụ trách lĩnh vực Giám sát và Phản biện xã hội
"""


def test_one_person_and_the_field_he_is_in_charge_of_are_one_lead():
    (duty,) = document(LABELLED).duties
    assert duty.lead == (
        "Đồng chí Phó chủ tịch Thường trực, phụ trách lĩnh vực Giám sát và Phản biện xã hội",
    )


def test_bodies_that_were_chosen_for_something_are_asked_for_something_else():
    one = document(
        "1. Đề nghị các cơ quan được phân bổ chỉ tiêu thông báo lịch hội nghị đến Ban Thường trực biết để"
        " cử người dự.\n"
    )
    assert leads(one) == [("các cơ quan",)]


def test_a_paragraph_under_a_body_that_begins_with_this_plan_is_its_order():
    one = document(
        "III. TỔ CHỨC THỰC HIỆN\n\n8. Ban Công tác Mặt trận các thôn\n\n"
        "Căn cứ Kế hoạch này, phối hợp tổ chức ngày hội tại thôn mình.\n"
    )
    assert leads(one) == [("Ban Công tác Mặt trận các thôn",)]


REGISTER = """| STT | Cử tri | Nội dung ý kiến, kiến nghị | Nội dung trả lời |
|---|---|---|---|
| 1 | Cử tri xã Bình Mẫu | Đề nghị UBND tỉnh thảm nhựa đoạn đường qua chợ. | Sở Xây dựng trả lời: Sẽ thảm nhựa trong tháng 12 năm 2026. |
"""


def test_a_register_of_petitions_needs_no_heading():
    (petition,) = document(REGISTER, head="").petitions
    assert petition.asked_of == ("UBND tỉnh",)
    assert petition.text == "Đề nghị UBND tỉnh thảm nhựa đoạn đường qua chợ."


FOOT = """1. Văn phòng: Theo dõi việc này.

Nơi nhận:

Thường trực HĐND tỉnh;

UBND tỉnh;

Các tổ chức thành viên;

   -   Lưu VP, Ban DC.

TM. BAN THƯỜNG TRỰC

PHÓ CHỦ TỊCH THƯỜNG TRỰC


Trần Văn Mẫu
"""


def test_recipients_whose_bullets_were_lost_are_parted_by_their_marks():
    header = document(FOOT).header
    assert header.recipients == ("Thường trực HĐND tỉnh", "UBND tỉnh", "Các tổ chức thành viên")
    assert [signer.name for signer in header.signers] == ["Trần Văn Mẫu"]


def test_figures_of_meetings_have_the_level_that_their_paragraph_names():
    one = document(
        "I. KẾT QUẢ\n\nCác Tổ đại biểu Hội đồng nhân dân xã thông báo kết quả kỳ họp tới cử tri. Sau 4 buổi"
        " tiếp xúc cử tri với 233 cử tri tham dự, đã ghi nhận 15 ý kiến, kiến nghị.\n"
    )
    (meeting,) = one.meetings
    assert (meeting.level, meeting.sessions, meeting.attendees, meeting.opinions) == (
        "HĐND xã",
        4,
        233,
        15,
    )


@pytest.mark.parametrize(
    "written",
    [
        "Ủy ban nhân dân tỉnh vừa có văn bản đề nghị Sở Nội vụ rà soát danh mục nghề.",
        "Ngày 12/3, Ủy ban nhân dân tỉnh đã ban hành Công văn số 77/UBND-NC ngày 12/3/2026 yêu cầu Sở Nội vụ rà soát nghề.",
        "Chỉ thị yêu cầu Sở Nội vụ rà soát danh mục nghề.",
        "Công điện số 05/CĐ-UBND yêu cầu Sở Nội vụ khẩn trương rà soát danh mục nghề.",
    ],
)
def test_a_document_asks_for_who_issued_it(written):
    assert leads(document(f"1. {written}\n")) == [("Sở Nội vụ",)]


def test_who_is_to_make_a_plan_is_charged_himself():
    one = document("1. Sở Nội vụ có kế hoạch đề nghị Sở Tài chính bố trí kinh phí đào tạo.\n")
    assert leads(one) == [("Sở Nội vụ",)]


def test_what_was_issued_under_a_number_is_no_duty():
    one = document(
        "Ngày 04/12, Ủy ban nhân dân tỉnh ban hành Công văn số 77/UBND-NC, tổng hợp ý kiến của các ngành.\n"
    )
    assert leads(one) == []


def test_a_recipient_whose_line_ran_into_the_one_before_is_one_of_its_own():
    one = document(
        "1. Văn phòng theo dõi việc này./.\n\nNơi nhận:\n- Bộ Y tế;\n"
        "- Chủ tịch, các PCT UBND tỉnh (để b/c);- CVP, các PCVP UBND tỉnh;\n- Lưu: VT.\n"
        "\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\n\nTrần Văn Mẫu\n"
    )
    assert one.header.recipients == (
        "Bộ Y tế",
        "Chủ tịch, các PCT UBND tỉnh (để b/c)",
        "CVP, các PCVP UBND tỉnh",
    )
