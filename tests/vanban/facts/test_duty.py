"""Which words of a document lay a duty on whom: documents invented for each style of office."""

from datetime import date

import pytest

from vanban import Source, read_source

HEAD = """ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH
Số: 99/{symbol}-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Minh, ngày 15 tháng 01 năm 2026

{kind}
{subject}

{body}

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH
Trần Văn B
"""


def duties(body: str, kind: str = "KẾ HOẠCH", subject: str = "Công tác dân vận năm 2026"):
    text = HEAD.format(symbol="KH", kind=kind, subject=subject, body=body)
    (document,) = read_source(Source("thu.txt", "txt", text)).documents
    return document.duties


def leads(body: str, **more: str) -> list[tuple[str, ...]]:
    return [duty.lead for duty in duties(body, **more)]


TABLE = (
    "UBND tỉnh ban hành Kế hoạch như sau:\n\nSTT\tNhiệm vụ\tĐơn vị thực hiện\tĐơn vị phối hợp\tThời hạn\tSản phẩm\n"
    "I\tCông tác tuyên truyền\t\t\t\t\n"
    "1\tTổ chức hội nghị phổ biến Luật cho công chức cấp xã.\tSở Tư pháp\tSở Nội vụ; UBND các xã, phường\tTháng 3\tHội nghị\n"
    "2\tXây dựng chuyên mục tuyên truyền.\tBáo và Phát thanh, Truyền hình tỉnh\tCác sở, ban, ngành\tHằng tháng\tChuyên mục\n"
    "3\tKiểm tra việc thực hiện tại ít nhất 10 xã.\tSở Nội vụ chủ trì; Thanh tra tỉnh phối hợp\t\tQuý III, IV\tBáo cáo\n"
)


def test_each_row_of_a_table_of_assignment_is_a_duty_with_its_columns():
    first, second, third = duties(TABLE)
    assert (first.lead, first.cooperating) == (
        ("Sở Tư pháp",),
        ("Sở Nội vụ", "UBND các xã, phường"),
    )
    assert (first.due, first.lead_source) == ((date(2026, 3, 31),), "table")
    assert (second.lead, second.recurrence) == (("Báo và Phát thanh, Truyền hình tỉnh",), "monthly")
    assert (third.lead, third.cooperating) == (("Sở Nội vụ",), ("Thanh tra tỉnh",))
    assert third.due == (date(2026, 9, 30), date(2026, 12, 31))


def test_a_table_that_names_nobody_in_charge_lays_no_duty():
    assert not duties(
        "Biểu mẫu:\n\nSTT\tNội dung chi\tMức chi\n1\tHội nghị phổ biến Luật\t200.000\n"
    )


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát biên chế.", ("Sở Nội vụ",)),
        (
            "Đề nghị Ủy ban MTTQ Việt Nam tỉnh, Tỉnh Đoàn vận động đoàn viên.",
            ("Ủy ban MTTQ Việt Nam tỉnh", "Tỉnh Đoàn"),
        ),
        (
            "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành công khai kết quả.",
            ("các sở, ban, ngành",),
        ),
        ("Sở Dân tộc và Tôn giáo hướng dẫn các xã tổ chức đối thoại.", ("Sở Dân tộc và Tôn giáo",)),
        (
            "UBND các xã, phường, đặc khu chịu trách nhiệm niêm yết.",
            ("UBND các xã, phường, đặc khu",),
        ),
        ("Hằng năm, Công an tỉnh tổ chức diễn tập.", ("Công an tỉnh",)),
        (
            "Căn cứ Kế hoạch này, Đảng ủy các xã, phường xây dựng kế hoạch.",
            ("Đảng ủy các xã, phường",),
        ),
        ("Tỉnh cần tập trung giải ngân vốn đầu tư công.", ("Tỉnh",)),
        (
            "Trưởng các thôn, tổ dân phố có trách nhiệm tuyên truyền.",
            ("Trưởng các thôn, tổ dân phố",),
        ),
    ],
)
def test_a_sentence_lays_a_duty_on_its_subject_or_on_whom_it_asks(sentence, lead):
    assert leads(f"II. NHIỆM VỤ\n1. {sentence}\n2. Nâng cao nhận thức của cán bộ.") == [lead]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tăng cường công tác dân vận của lực lượng vũ trang.",
        "Các sở, ban, ngành đã triển khai nhiều mô hình.",
        "Sở Nội vụ được giao 25 biên chế.",
        "Việc các cơ quan phối hợp xử lý đơn thư được quan tâm.",
        "Mọi người dân tích cực tham gia.",
        "Văn phòng UBND tỉnh thông báo để các sở, ngành biết, thực hiện.",
        "Đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện.",
        "Mỗi đảng ủy chọn cử tối đa 05 người.",
        "Thanh tra hành chính, thanh tra chuyên ngành đối với cơ quan thuộc phạm vi quản lý của các sở;",
    ],
)
def test_a_sentence_that_charges_nobody_lays_no_duty(sentence):
    assert not duties(f"II. NHIỆM VỤ\n1. {sentence}\n2. Nâng cao nhận thức của cán bộ.")


@pytest.mark.parametrize(
    "heading",
    ["MỤC ĐÍCH, YÊU CẦU", "ĐÁNH GIÁ TÌNH HÌNH", "NGUYÊN TẮC PHỐI HỢP", "KẾT QUẢ ĐẠT ĐƯỢC"],
)
def test_sections_of_purpose_principle_or_result_hold_no_duties(heading):
    assert not duties(
        f"I. {heading}\n- Sở Nội vụ chủ trì tham mưu, triển khai.\n- Các xã báo cáo kết quả."
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Sở Nội vụ",
        "SỞ NỘI VỤ",
        "Sở Nội vụ:",
        "Trách nhiệm của Sở Nội vụ",
        "Đối với Sở Nội vụ",
        "Giao Sở Nội vụ",
        "Sở Nội vụ có trách nhiệm:",
        "Sở Nội vụ (cơ quan thường trực)",
    ],
)
def test_a_heading_that_is_a_body_leads_what_stands_below_it(heading):
    (duty,) = duties(
        f"III. TỔ CHỨC THỰC HIỆN\n1. {heading}\n- Tham mưu, triển khai kế hoạch.\nNơi khác\n"
    )[:1]
    assert duty.lead_source == "heading"
    assert [name.lower() for name in duty.lead] == ["sở nội vụ"]


def test_a_heading_that_a_line_has_cut_in_two_charges_nobody():
    assert not duties("V. TỔ CHỨC\n\nTHỰC HIỆN\n\n- Chủ trì, phối hợp rà soát hạ tầng.\n")


def test_a_lead_in_leads_the_items_that_name_nobody_and_no_others():
    found = duties(
        "II. NHIỆM VỤ\n\nThủ trưởng các sở, ban, ngành tập trung thực hiện các nhiệm vụ sau:\n"
        "1. Công khai thủ tục hành chính tại trụ sở.\n2. Sở Y tế chủ trì kiểm tra an toàn thực phẩm.\n"
    )
    assert [duty.lead for duty in found] == [("Thủ trưởng các sở, ban, ngành",), ("Sở Y tế",)]
    assert [duty.lead_source for duty in found] == ["chapeau", "explicit"]


def test_a_statement_is_divided_where_a_sentence_brings_another_lead():
    found = duties(
        "II. NHIỆM VỤ\n- Giao Sở Nội vụ mở lớp bồi dưỡng (hoàn thành trong quý III-2026). Các xã, phường tổ chức tập huấn"
        " (hoàn thành trong quý I-2027).\n- Nâng cao nhận thức."
    )
    assert [duty.lead for duty in found] == [("Sở Nội vụ",), ("Các xã, phường",)]
    assert [duty.due for duty in found] == [(date(2026, 9, 30),), (date(2027, 3, 31),)]


def test_an_assignment_without_content_charges_with_what_stands_before_it():
    (duty,) = duties(
        "Năm 2027\n1. Sơ kết 5 năm thực hiện Chỉ thị về công tác thanh niên. Giao Ban Thường vụ Tỉnh Đoàn chủ trì,"
        " phối hợp với các cơ quan có liên quan tham mưu thực hiện, hoàn thành trong quý II.\n"
    )
    assert duty.text.startswith("Sơ kết 5 năm")
    assert (duty.lead, duty.cooperating) == (
        ("Ban Thường vụ Tỉnh Đoàn",),
        ("các cơ quan có liên quan",),
    )
    assert duty.due == (date(2027, 6, 30),), "the year of the heading, not of the document"


def test_labels_below_a_statement_complete_it():
    (duty,) = duties(
        "II. NỘI DUNG\n1. Tổ chức hội nghị đối thoại với Nhân dân\n- Đơn vị chủ trì: Văn phòng HĐND và UBND xã\n"
        "- Đơn vị phối hợp: Công an xã, UBMTTQ Việt Nam xã\n- Thời gian: Quý II/2026\n"
    )
    assert duty.lead == ("Văn phòng HĐND và UBND xã",)
    assert duty.cooperating == ("Công an xã", "UBMTTQ Việt Nam xã")
    assert duty.due == (date(2026, 6, 30),)


def test_an_assignment_in_brackets_charges_with_what_stands_before_it():
    (duty,) = duties(
        "II. NHIỆM VỤ\n\n- Rà soát văn bản (Sở Tư pháp chủ trì, hoàn thành trong Quý II).\n\n- Tăng cường đối thoại."
    )
    assert (duty.lead, duty.due) == (("Sở Tư pháp",), (date(2026, 6, 30),))


def test_a_label_may_name_both_who_leads_and_who_helps():
    (duty,) = duties(
        "II. NHIỆM VỤ\n\na) Đánh giá mức độ hài lòng của người dân.\n\nTrách nhiệm thực hiện: Sở Nội vụ chủ trì, phối hợp với"
        " Ủy ban MTTQ Việt Nam tỉnh.\n\nThời hạn hoàn thành: Trước ngày 30/11/2026.\n"
    )
    assert (duty.lead, duty.cooperating) == (("Sở Nội vụ",), ("Ủy ban MTTQ Việt Nam tỉnh",))
    assert duty.due == (date(2026, 11, 30),)


def test_a_sentence_may_charge_several_in_turn():
    (duty,) = duties(
        "II. NHIỆM VỤ\n1. Giao Thanh tra tỉnh xem xét đơn; đồng thời giao Công an tỉnh bảo đảm an ninh.\n2. Khác."
    )
    assert duty.lead == ("Thanh tra tỉnh", "Công an tỉnh")


def test_those_whom_the_lead_directs_are_executors_and_not_leads():
    (duty,) = duties(
        "II. NHIỆM VỤ\n1. Đảng ủy UBND xã lãnh đạo UBND xã hoàn thiện hồ sơ.\n2. Nâng cao nhận thức."
    )
    assert (duty.lead, duty.executors) == (("Đảng ủy UBND xã",), ("UBND xã",))


def test_who_answers_for_a_duty_is_named_beside_the_unit_of_the_heading():
    (duty,) = duties(
        "III. TỔ CHỨC THỰC HIỆN\n1. Các lực lượng vũ trang\n\nChỉ huy đơn vị có trách nhiệm chỉ đạo xây dựng kế hoạch.\n"
    )
    assert (duty.lead, duty.responsible_person) == (("Các lực lượng vũ trang",), "Chỉ huy đơn vị")


def test_trouble_is_reported_by_those_whom_the_sentence_before_addresses():
    (duty,) = duties(
        "II. NHIỆM VỤ\n1. Nâng cao nhận thức.\nTrên đây là Kế hoạch công tác dân vận, yêu cầu các cơ quan, đơn vị nghiêm túc"
        " triển khai thực hiện. Quá trình thực hiện, nếu có vướng mắc, kịp thời phản ánh về Sở Nội vụ để tổng hợp./.\n"
    )
    assert (duty.lead, duty.recurrence, duty.is_report) == (
        ("các cơ quan, đơn vị",),
        "on-event",
        True,
    )


def test_a_report_of_what_was_done_lays_no_duties():
    assert not duties("II. NHIỆM VỤ\n1. Sở Nội vụ chủ trì tham mưu.\n2. Khác.", kind="BÁO CÁO")


def test_a_duty_is_trusted_less_the_further_its_lead_stands_from_it():
    (table, *_) = duties(TABLE)
    (explicit, *_) = duties("II. NHIỆM VỤ\n1. Giao Sở Nội vụ chủ trì tham mưu.\n2. Khác.")
    (lead_in, *_) = duties(
        "II. NHIỆM VỤ\n\nCác sở tập trung thực hiện các nhiệm vụ sau:\n1. Công khai thủ tục.\n2. Rà soát."
    )
    assert min(table.confidence, explicit.confidence) > lead_in.confidence


def test_what_speaks_against_a_finding_lowers_its_confidence_and_is_shown():
    (named,) = duties("II. NHIỆM VỤ\n1. Sở Nội vụ rà soát quy chế.\n")
    (late,) = duties("II. NHIỆM VỤ\n1. Khi có thay đổi, Sở Nội vụ rà soát quy chế.\n")
    assert named.lead == late.lead
    assert named.confidence > late.confidence
    assert "doubt.late" in {fired.rule for fired in late.fired}


def test_every_duty_shows_the_words_it_was_read_from():
    text = HEAD.format(symbol="KH", kind="KẾ HOẠCH", subject="Thử", body=TABLE)
    (document,) = read_source(Source("thu.txt", "txt", text)).documents
    for duty in document.duties:
        assert duty.rule
        assert duty.fired
        for name, span in zip(duty.lead, duty.lead_spans, strict=True):
            assert name in span.of(text)
        for span in duty.time_spans:
            assert span.of(text)
