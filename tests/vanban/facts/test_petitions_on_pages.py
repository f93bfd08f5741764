"""Petitions as pages and copies show them: registers with lost cells, days between, voices without a name."""

from vanban import read


def petitions(text):
    return [one.text for one in read(text.encode(), "trang.txt").documents[0].petitions]


def test_in_a_register_whose_row_lost_a_cell_the_answer_is_no_petition():
    text = (
        "| STT | Kỳ họp | Cử tri | Địa bàn | Nội dung kiến nghị | Nội dung trả lời |\n|---|---|---|---|---|---|\n"
        "| 7 | Kỳ họp 5 | Cử tri ấp Mẫu | Cử tri ấp Mẫu: Đề nghị UBND tỉnh sớm thảm nhựa đường tỉnh 746. |\n"
        "Sở Xây dựng xin phúc đáp như sau: Tuyến đường thuộc dự án nâng cấp, đang thi công. |\n|\n"
    )
    (one,) = read(text.encode(), "trang.txt").documents[0].petitions
    assert one.text == "Cử tri ấp Mẫu: Đề nghị UBND tỉnh sớm thảm nhựa đường tỉnh 746."
    assert one.asked_of == ("UBND tỉnh",)


def test_a_label_in_capitals_is_no_letterhead():
    text = "Ý kiến, kiến nghị của cử tri sau kỳ họp thứ 9, HĐND tỉnh\nCử tri Xã Bình Mẫu đề nghị:\n\nHỗ trợ lắp đèn chiếu sáng thôn Nà Cuổi\n\nTRẢ LỜI:\n\nUBND tỉnh giao UBND xã vận động xã hội hóa.\n"
    assert petitions(text) == ["Hỗ trợ lắp đèn chiếu sáng thôn Nà Cuổi"]


def test_what_was_done_answers_the_request_above_it_and_a_day_between():
    text = "Trả lời kiến nghị cử tri tại Kỳ họp thứ 2 - HĐND tỉnh\n\nĐường Nà Cuổi hư hỏng nặng. Cử tri xã Bình Mẫu đề nghị tỉnh quan tâm sửa chữa để người dân đi lại\n19/09/2026\n\nUBND tỉnh đã chỉ đạo Sở Xây dựng bố trí kinh phí sửa chữa.\n"
    assert petitions(text) == [
        "Đường Nà Cuổi hư hỏng nặng. Cử tri xã Bình Mẫu đề nghị tỉnh quan tâm sửa chữa để người dân đi lại"
    ]


def test_many_opinions_in_a_text_about_people_are_theirs():
    title = "Cử tri phường Mẫu kiến nghị một số vấn đề dân sinh\n\n"
    said = "Nhiều ý kiến cũng kiến nghị cần bố trí đất ở cho các hộ mới tách.\n"
    assert petitions(title + said) == [said.strip()]
    assert petitions("Hội nghị tổng kết công tác năm 2026\n\n" + said) == []


def test_requests_behind_a_colon_after_what_people_said():
    text = "Đại biểu HĐND tỉnh tiếp xúc cử tri xã Bình Mẫu\n\nTrong buổi tiếp xúc đã có 11 lượt ý kiến về những bức xúc của nhân dân như: Đề nghị các cấp hỗ trợ tiền điện thắp sáng; có biện pháp tiêu thoát nước.\n"
    document = read(text.encode(), "trang.txt").documents[0]
    assert [one.asked_of for one in document.petitions] == [("các cấp",)]
    assert document.duties == ()
    assert [(one.level, one.sessions, one.opinions) for one in document.meetings] == [
        ("HĐND tỉnh", None, 11)
    ]


def test_who_complains_asks():
    text = "Cử tri xã Bình Mẫu nêu lên nhiều bất cập của khu tái định cư Nà Cuổi. Cử tri nêu 12 ý kiến.\n"
    assert petitions(text) == [
        "Cử tri xã Bình Mẫu nêu lên nhiều bất cập của khu tái định cư Nà Cuổi."
    ]


def test_questions_with_their_answers_right_below_them():
    text = "Trả lời kiến nghị của cử tri xã Bình Mẫu\n\nVì sao đường Nà Cuổi đi Pom Bai chưa được nâng cấp?\nTrả lời: Tuyến đường dự kiến khởi công năm 2026.\nBao giờ xã có trạm y tế mới?\nTrả lời: Sở Y tế đang trình UBND tỉnh bố trí vốn.\n"
    assert petitions(text) == [
        "Vì sao đường Nà Cuổi đi Pom Bai chưa được nâng cấp?",
        "Bao giờ xã có trạm y tế mới?",
    ]


def test_a_title_without_a_mark_is_no_part_of_the_first_request():
    text = "Cử tri xã Bình Mẫu hỏi, UBND xã trả lời\nĐề nghị UBND xã sớm nạo vét mương tiêu thôn Nà Cuổi vì mương bị bồi lấp nhiều năm nay.\nTrả lời: UBND xã đã đưa vào kế hoạch.\n"
    assert petitions(text) == [
        "Đề nghị UBND xã sớm nạo vét mương tiêu thôn Nà Cuổi vì mương bị bồi lấp nhiều năm nay."
    ]


ITEMS = "1. Đề nghị UBND xã nạo vét mương tiêu thôn Nà Cuổi.\n2. Đề nghị Điện lực huyện thay cột điện đã gãy tại thôn Pom Bai.\n"


def test_a_list_of_petitions_needs_no_name_of_who_asks():
    text = "Tổng hợp kiến nghị trước kỳ họp thứ năm\n\n" + ITEMS
    document = read(text.encode(), "trang.txt").documents[0]
    assert [one.asked_of for one in document.petitions] == [("UBND xã",), ("Điện lực huyện",)]
    assert document.duties == ()


def test_a_list_of_what_firms_or_a_paper_ask_is_none():
    assert petitions("Tổng hợp kiến nghị của doanh nghiệp\n\n" + ITEMS) == []
    assert petitions("THÔNG BÁO\nTổng hợp kiến nghị sau kiểm tra\n\n" + ITEMS) == []


def test_people_may_ask_without_a_comma_before_them():
    text = "Tại hội nghị cử tri xã Bình Mẫu phản ánh giá nước cao đề nghị Công ty Cấp nước giải thích.\n"
    (one,) = read(text.encode(), "trang.txt").documents[0].petitions
    assert one.asked_of == ("Công ty Cấp nước",)
    assert petitions("Qua tiếp xúc cử tri, đại biểu đề nghị UBND huyện khắc phục.\n") == []


def test_a_quoted_question_stands_beside_what_others_ask_in_the_same_paragraph():
    text = "Cử tri An (phường 5) đề nghị HĐND thành phố giám sát việc chống ngập. Cử tri Bình (phường 7) nêu câu hỏi: “Bao giờ thành phố khắc phục hết tình trạng ngập?”.\n"
    assert petitions(text) == [
        "Cử tri An (phường 5) đề nghị HĐND thành phố giám sát việc chống ngập.",
        "“Bao giờ thành phố khắc phục hết tình trạng ngập?”",
    ]


def duties(text):
    return [one.lead for one in read(text.encode(), "trang.txt").documents[0].duties]


ANSWERED = "Trả lời kiến nghị của cử tri tại kỳ họp\n\nCử tri xã Bình Mẫu: Kiến nghị tỉnh quan tâm đầu tư cống thoát nước.\n\nTrả lời:\n\n"


def test_what_an_answer_says_was_ordered_before_is_no_duty():
    assert duties(ANSWERED + "UBND tỉnh đã có văn bản chỉ đạo UBND xã Bình Mẫu kiểm tra để có phương án.\n") == []  # fmt: skip
    assert duties(ANSWERED + "UBND tỉnh yêu cầu UBND xã Bình Mẫu khẩn trương kiểm tra.\n") == [("UBND xã Bình Mẫu",)]  # fmt: skip


def test_an_answer_to_somebody_who_reported_a_matter_thanks_and_orders_nothing():
    text = "Kính chào Ông/Bà.\nVấn đề Ông/Bà phản ánh, UBND phường Mẫu đã kiểm tra và trả lời như sau:\nUBND phường đang xin vốn.\nUBND phường chân thành cảm ơn phản ánh của quý Ông/Bà và mong tiếp tục nhận được phản ánh trong thời gian tới.\n"
    assert duties(text) == []
    assert petitions(text) == []


def test_an_answer_that_begins_with_this_matter_is_no_subject():
    request = "Cử tri thị trấn Mẫu: Đường vào chợ xuống cấp, đề nghị UBND huyện sửa chữa."
    text = f"SỬA ĐƯỜNG VÀO CHỢ\n\n{request}\n\nVề việc này, UBND huyện đã bố trí vốn năm 2026.\n"
    document = read(text.encode(), "trang.txt").documents[0]
    assert document.header.subject is None
    assert [one.text for one in document.petitions] == [request]


def test_a_row_of_tabs_wrapped_inside_its_cell_is_one_petition():
    text = "BÁO CÁO\nTổng hợp ý kiến, kiến nghị cử tri\n\nA. THUỘC THẨM QUYỀN TRUNG ƯƠNG\nTT\tNội dung kiến nghị\tCơ quan giải quyết\n1\tĐề nghị tăng mức trợ cấp cho người\n\tcao tuổi\tBộ Y tế\n2\tSớm ban hành quy định về đất rừng\tBộ Mẫu\n"
    assert len(petitions(text)) == 2
