"""Duties as whole papers of committees, schools, councils and ministries lay them, in invented words."""

import pytest

from vanban import read
from vanban.facts.unit import read_units
from vanban.model import Document

LETTER = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG
Số: 812/UBND-VX
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lam Giang, ngày 4 tháng 5 năm 2026

Kính gửi: Các cơ quan, đơn vị.

Chủ tịch UBND tỉnh có ý kiến như sau:

"""


def document(written: str, head: str = LETTER) -> Document:
    return read((head + written).encode(), "van-ban.txt").documents[0]


def leads(one: Document) -> list[tuple[str, ...]]:
    return [duty.lead for duty in one.duties]


def names(words: str) -> tuple[str, ...]:
    found = read_units(words, 0, len(words))
    return found.names if found else ()


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        ("Ban vì sự tiến bộ phụ nữ các sở, ban, ngành căn cứ", ("Ban vì sự tiến bộ phụ nữ các sở, ban, ngành",)),
        ("Bộ chỉ huy Quân sự tỉnh chuẩn bị", ("Bộ chỉ huy Quân sự tỉnh",)),
        ("Ban Nghiên cứu phát triển Thành phố đặt hàng", ("Ban Nghiên cứu phát triển Thành phố",)),
        ("các Ban xây dựng chi tiết phương án", ("các Ban",)),
        ("các ban xây dựng Đảng chủ trì", ("các ban xây dựng Đảng",)),
        ("Phòng Giáo vụ, Khoa Đào tạo Sau đại học tạm dừng", ("Phòng Giáo vụ", "Khoa Đào tạo Sau đại học")),
        ("giáo viên phụ trách tư vấn tâm lý học đường tổ chức", ("giáo viên phụ trách tư vấn tâm lý học đường",)),
        ("đồng chí Phó Chủ tịch phụ trách chỉ đạo", ("đồng chí Phó Chủ tịch phụ trách",)),
        ("các cơ quan thông tấn, báo chí đưa tin", ("các cơ quan thông tấn, báo chí",)),
        ("cấp có thẩm quyền xem xét", ("cấp có thẩm quyền",)),
        (
            "các cơ quan của Đảng, Quốc hội, các tổ chức chính trị - xã hội phối hợp",
            ("các cơ quan của Đảng, Quốc hội", "các tổ chức chính trị - xã hội"),
        ),
        (
            "các cơ quan, đơn vị thuộc xã và cơ quan, đơn vị đứng chân trên địa bàn thực hiện",
            ("các cơ quan, đơn vị thuộc xã", "cơ quan, đơn vị đứng chân trên địa bàn"),
        ),
    ],
)  # fmt: skip
def test_a_name_ends_where_the_order_begins(words: str, bodies: tuple[str, ...]):
    assert names(words) == bodies


@pytest.mark.parametrize(
    "words",
    [
        "Sở Nội vụ, cơ quan thường trực Ban Chỉ đạo tỉnh, theo dõi",
        "Sở Nội vụ - cơ quan thường trực Ban Chỉ đạo tỉnh theo dõi",
        "Sở Nội vụ (cơ quan thường trực Ban Chỉ đạo tỉnh) theo dõi",
    ],
)
def test_what_a_body_is_besides_is_no_second_body(words: str):
    assert names(words) == ("Sở Nội vụ",)


def test_the_office_of_a_steering_body_is_charged_where_it_is_joined_to_another():
    assert names("Sở Nội vụ và cơ quan thường trực Ban Chỉ đạo tỉnh theo dõi") == (
        "Sở Nội vụ",
        "cơ quan thường trực Ban Chỉ đạo tỉnh",
    )


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("UBND các xã liên quan đến lòng hồ Nậm Trúc rà soát các hộ phải di dời.", "UBND các xã liên quan đến lòng hồ Nậm Trúc"),
        ("Các đơn vị quản lý hồ chứa vận hành cửa xả theo quy trình.", "Các đơn vị quản lý hồ chứa"),
        ("UBND các huyện có tên trong danh sách kèm theo, chuẩn bị hồ sơ của địa phương.", "UBND các huyện có tên trong danh sách kèm theo"),
        ("Các đơn vị có công trình đang thi công bố trí người trực.", "Các đơn vị có công trình đang thi công"),
    ],
)  # fmt: skip
def test_a_body_is_told_by_what_it_has_to_do_with(written: str, body: str):
    assert leads(document(f"1. {written}\n2. Sở Nội vụ theo dõi, đôn đốc.\n")) == [
        (body,),
        ("Sở Nội vụ",),
    ]


def test_to_manage_is_the_duty_where_nothing_follows_it():
    one = document("1. Các đơn vị quản lý công trình bảo đảm đúng quy định.\n")
    assert leads(one) == [("Các đơn vị",)]


def test_a_department_does_what_no_list_of_verbs_knows():
    one = document(
        "- Sở Văn hóa, Thể thao và Du lịch chụp ảnh lưu niệm.\n- Sở Y tế trực cấp cứu.\n"
    )
    assert leads(one) == [("Sở Văn hóa, Thể thao và Du lịch",), ("Sở Y tế",)]


def test_a_body_named_before_is_charged_by_its_head_alone():
    one = document("1. Tổ có trách nhiệm rà soát các biển báo trên tuyến.\n2. Tổ chức rà soát.\n")
    assert leads(one) == [("Tổ",)]


def test_who_presides_at_a_meeting_and_who_is_heard_leads_nothing():
    one = document(
        "THÔNG BÁO\nKết luận giao ban tuần\n\n"
        "I. THÀNH PHẦN THAM DỰ\n1. Chủ trì: Đồng chí Lò Văn Ích, Chủ tịch HĐND tỉnh.\n2. Tham dự:\n- Lãnh đạo các Ban.\n"
        "II. NỘI DUNG\nSau khi nghe các Ban báo cáo, thay mặt Thường trực HĐND tỉnh, đồng chí Lò Văn Ích,"
        " Chủ tịch HĐND tỉnh kết luận, chỉ đạo các nội dung cần tập trung thực hiện như sau:\n"
        "1. Về tổ chức\nCơ bản thống nhất với đề xuất của Ban Pháp chế.\n"
        "2. Giao Ban Pháp chế\n- Rà soát các nghị quyết đã ban hành.\n",
        head="",
    )
    assert leads(one) == [("Ban Pháp chế",)]


def test_a_meeting_of_one_month_is_no_duty_of_every_month():
    one = document(
        "1. Các chi bộ trực thuộc đưa nội dung này vào kỳ sinh hoạt định kỳ tháng 6/2026.\n"
    )
    assert [duty.recurrence for duty in one.duties] == ["none"]


def test_the_year_from_which_on_something_stands_is_no_date_due():
    one = document(
        "1. Sở Xây dựng rà soát các công trình xây dựng từ đầu năm 2016 trên đất lúa.\n"
        "2. Sở Nội vụ tổ chức hội nghị tổng kết vào đầu năm 2027.\n"
    )
    assert [len(duty.due) for duty in one.duties] == [0, 1]


def test_the_day_of_a_report_is_told_in_the_sentence_that_submits_it():
    one = document(
        "1. Giao Sở Công Thương đánh giá, tổng hợp báo cáo kết quả thực hiện. Trình UBND tỉnh trước ngày 10/8/2026.\n"
    )
    assert [str(report.due) for report in one.report_duties] == ["2026-08-10"]


def test_a_report_is_drawn_up_to_be_sent():
    one = document(
        "1. Sở Y tế xây dựng báo cáo kết quả tiêm phòng.\n"
        "2. Sở Nội vụ:\n- Xây dựng báo cáo về việc sắp xếp thôn, bản gửi Văn phòng UBND tỉnh.\n"
    )
    assert [(report.who, report.due) for report in one.report_duties] == [("Sở Nội vụ", None)]


def test_territories_are_addressed_by_their_headings():
    one = document(
        "III. TỔ CHỨC THỰC HIỆN\n1. Đối với các bộ, ngành\n- Ban hành kế hoạch thực hiện.\n"
        "2. Đối với Thủ đô Nam Định\n- Tập trung rà soát quy hoạch.\n"
        "3. Đối với công tác tuyên truyền\n- Tập trung rà soát tài liệu.\n",
        head="",
    )
    assert leads(one) == [("các bộ, ngành",), ("Thủ đô Nam Định",)]


def test_a_table_keeps_its_bars_within_and_its_titles_in_every_column():
    one = document(
        "KẾ HOẠCH\nTriển khai nhiệm vụ\n\nPHỤ LỤC\n\n"
        "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian\n\n"
        "I | Hoàn thiện thể chế | Hoàn thiện thể chế | Hoàn thiện thể chế | Hoàn thiện thể chế\n\n"
        "1 | Báo cáo tổng kết thi hành Quy chế | Sở Tư pháp | Các sở, ngành | 2026\n\n"
        "2 | Dự thảo Quy chế thay thế | Sở Nội vụ | Sở Tư pháp và các đơn vị liên quan | Quý II/2027\n",
        head="",
    )
    assert [(duty.lead, [str(day) for day in duty.due]) for duty in one.duties] == [
        (("Sở Tư pháp",), ["2026-12-31"]),
        (("Sở Nội vụ",), ["2027-06-30"]),
    ]


def test_labels_under_the_last_of_several_bullets_hold_for_all_of_them():
    one = document(
        "II. NHIỆM VỤ\n1. Về tuyên truyền\n- Biên soạn tờ gấp về phòng cháy rừng.\n- Phát thanh hai buổi mỗi ngày.\n"
        "* Cơ quan chủ trì: Hạt Kiểm lâm; thời gian: Quý II/2026.\n"
        "2. Về lực lượng\n- Lực lượng tại chỗ là nòng cốt.\n- Kiện toàn các tổ tuần tra.\n+ Đơn vị chủ trì: Công an xã.\n"
    )
    assert [(duty.lead, [str(day) for day in duty.due]) for duty in one.duties] == [
        (("Hạt Kiểm lâm",), ["2026-06-30"]),
        (("Hạt Kiểm lâm",), ["2026-06-30"]),
        (("Công an xã",), []),
    ]


def test_labels_of_one_bullet_do_not_hold_for_one_that_names_its_body_itself():
    one = document(
        "II. NHIỆM VỤ\n1. Về tuyên truyền\n- Sở Y tế biên soạn tờ gấp.\n- Phát thanh hai buổi mỗi ngày.\n"
        "* Cơ quan chủ trì: Đài Phát thanh tỉnh.\n"
    )
    assert leads(one) == [("Sở Y tế",), ("Đài Phát thanh tỉnh",)]


def test_items_may_be_numbered_without_a_dot():
    one = document(
        "Chủ tịch UBND tỉnh yêu cầu UBND các xã, phường:\n"
        "1 Đôn đốc các chủ đầu tư, báo cáo trước ngày 15/5/2026.\n"
        "2 Kiểm tra các công trình dở dang, bảo đảm an toàn trong\n"
        "3 Ngày hội sắp tới.\n"
        "3 Rà soát danh mục chuyển tiếp.\n"
    )
    assert [(duty.lead, duty.section) for duty in one.duties] == [
        (("UBND các xã, phường",), str(number)) for number in (1, 2, 3)
    ]
    assert [str(report.due) for report in one.report_duties] == ["2026-05-15"]


def test_a_number_alone_at_the_beginning_of_a_line_numbers_nothing():
    one = document("1. Sở Y tế tổ chức tiêm phòng tại\n12 Trạm Y tế xã trong quý II.\n")
    assert [len(one.duties), one.duties[0].lead] == [1, ("Sở Y tế",)]


def test_officials_are_charged_by_their_names():
    one = document(
        "PHÂN CÔNG NHIỆM VỤ\n1. Ông Hà Văn Sáu - Trưởng phòng\n- Theo dõi công tác tổ chức.\n"
        "2. Bà Vi Thị Bảy - Chuyên viên\n- Theo dõi lĩnh vực tư pháp.\n"
        "3. Đồng chí Lò Văn Ích chủ trì thẩm định hồ sơ.\n"
    )
    assert leads(one) == [
        ("Ông Hà Văn Sáu - Trưởng phòng",),
        ("Bà Vi Thị Bảy - Chuyên viên",),
        ("Đồng chí Lò Văn Ích",),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Đồng chí Lò Văn Ích thăm, tặng quà các gia đình.",
        "Đồng chí Lò Văn Ích chủ trì hội nghị.",
        "Bà Vi Thị Bảy đề nghị bồi thường.",
    ],
)
def test_what_people_did_is_no_duty_of_theirs(written: str):
    assert document(f"{written}\n").duties == ()


def test_a_draft_whose_day_is_blank_still_tells_the_year_of_its_reports():
    draft = LETTER.replace("ngày 4 tháng 5 năm 2026", "ngày     tháng 5 năm 2026")
    one = document(
        "7. Các chi bộ trực thuộc báo cáo kết quả về Ban Thường vụ Đảng ủy trước ngày 20 của tháng cuối quý"
        " và trước ngày 15/11 hằng năm.\n",
        draft,
    )
    assert [(report.period, str(report.due)) for report in one.report_duties] == [
        ("quý", "None"),
        ("năm", "2026-11-15"),
    ]


def test_the_regular_meeting_of_a_month_tells_by_when():
    one = document(
        "1. Các chi bộ trực thuộc quán triệt Chỉ thị trong kỳ sinh hoạt chi bộ định kỳ tháng 6/2026.\n"
        "2. Các chi bộ trực thuộc sinh hoạt định kỳ hằng tháng.\n"
    )
    assert [[str(day) for day in duty.due] for duty in one.duties] == [["2026-06-30"], []]


def test_a_body_asked_is_told_by_what_it_manages():
    one = document(
        "- Đề nghị các cơ quan quản lý trực tiếp cơ sở giáo dục đại học phối hợp chỉ đạo, đôn đốc việc kết nối.\n"
        "- Đề nghị các đơn vị phối hợp, có trách nhiệm cung cấp số liệu.\n"
    )
    assert leads(one) == [
        ("các cơ quan quản lý trực tiếp cơ sở giáo dục đại học",),
        ("các đơn vị",),
    ]


def test_a_letter_asks_in_the_middle_of_a_sentence_that_opens_with_an_order():
    one = document(
        "Nghiêm túc thực hiện chỉ đạo của Thủ tướng Chính phủ tại Thông báo số 31/TB-VPCP ngày 25/2/2026,"
        " Chủ tịch UBND huyện vừa có công văn yêu cầu UBND các xã, thị trấn nâng mức cảnh báo.\n",
        head="",
    )
    assert leads(one) == [("UBND các xã, thị trấn",)]


@pytest.mark.parametrize(
    "written",
    [
        "Thủ tướng Chính phủ quyết định bổ sung 650 tỷ đồng cho Bộ Y tế.",
        "Thủ tướng Chính phủ đồng ý sử dụng 37 tỷ đồng đã bổ sung.",
    ],
)
def test_what_an_authority_decided_is_no_duty_of_its_own(written: str):
    assert document(f"{written}\n", head="").duties == ()


def test_lists_under_one_plural_stay_whole():
    assert names("Các cơ quan, ban ngành, đoàn thể xã và các chi bộ trực thuộc báo cáo") == (
        "Các cơ quan, ban ngành, đoàn thể xã",
        "các chi bộ trực thuộc",
    )
    assert names("các đơn vị, cơ sở giáo dục trên địa bàn tỉnh tiếp tục") == (
        "các đơn vị, cơ sở giáo dục trên địa bàn tỉnh",
    )
    assert names("Thống đốc Ngân hàng Nhà nước Việt Nam căn cứ") == (
        "Thống đốc Ngân hàng Nhà nước Việt Nam",
    )


def test_lines_that_all_stand_alone_go_on_over_the_empty_ones():
    one = document(
        "1. Đồng chí Lò Văn Ích, Giám đốc Sở\n\n"
        "- Theo dõi việc phối hợp công tác với Tỉnh ủy, HĐND, UBND tỉnh; \n\n"
        "các sở, ban, ngành, đoàn thể, các xã, phường trong tỉnh và các cơ\n\n"
        "quan ngang sở trong cả nước theo quy chế phối hợp đã được ký kết giữa\n\n"
        "hai bên trong năm, bảo đảm không chồng chéo với nhiệm vụ của các phòng\n\n"
        "chuyên môn, đơn vị trực thuộc Sở và của các đoàn công tác liên ngành do\n\n"
        "cấp trên thành lập hoặc do Sở chủ trì cùng với các ngành có liên quan ở\n\n"
        "tỉnh thành lập.\n\n"
        "- Phụ trách Thanh tra Sở.\n\n"
    )
    assert [duty.lead for duty in one.duties] == [("Đồng chí Lò Văn Ích, Giám đốc Sở",)] * 2
