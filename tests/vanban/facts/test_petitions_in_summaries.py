"""Summaries of petitions as councils and the Front of communes and provinces set them out: by place, by
body, by field, by level in a table; and what is told of voters, which lays duties on nobody."""

import vanban

HEAD = """ỦY BAN MTTQ VIỆT NAM XÃ NẬM RÚM
BAN THƯỜNG TRỰC
Số: 12/BC-MTTQ-BTT
Nậm Rúm, ngày 10 tháng 6 năm 2026

{kind}
{subject}

{text}
"""
SUBJECT = "Tổng hợp ý kiến, kiến nghị của cử tri và Nhân dân gửi đến kỳ họp thứ 5, HĐND xã khóa II"


def read(text):
    return vanban.read(text.encode(), "a.txt").documents[0]


def summary(text, kind="BÁO CÁO", subject=SUBJECT):
    return read(HEAD.format(kind=kind, subject=subject, text=text))


def told(document):
    return [(one.addressee_level, one.field, one.asked_of, one.place) for one in document.petitions]


def test_by_place():
    found = summary(
        "I. TÌNH HÌNH CHUNG\n- Nhân dân phấn khởi, sản xuất ổn định.\n"
        "II. NỘI DUNG KIẾN NGHỊ\n1. Cử tri thôn Nà Cuổi\n- Đề nghị UBND xã sửa mương nước đầu thôn.\n- Đường nội thôn xuống cấp.\n"
        "2. Cử tri thôn Pom Bai:\n- Sớm cấp giấy chứng nhận cho 12 hộ.\n"
        "III. ĐÁNH GIÁ, NHẬN XÉT\n- Việc trả lời của một số đơn vị còn chậm.\n"
        "IV. ĐỀ XUẤT\n- Đề nghị Thường trực HĐND xã đôn đốc UBND xã trả lời cử tri.\n"
    )
    assert told(found) == [
        ("địa phương", None, ("UBND xã",), "thôn Nà Cuổi"),
        ("địa phương", None, (), "thôn Nà Cuổi"),
        ("địa phương", None, (), "thôn Pom Bai"),
    ]


def test_by_the_body_that_is_asked():
    found = summary(
        "I. KIẾN NGHỊ ĐỐI VỚI CẤP TRÊN\n1. Đối với tỉnh\n1.1. Sở Xây dựng: Sớm nâng cấp đường tỉnh 118.\n"
        "1.2. Công ty Điện lực: Thay trạm biến áp thôn Pom Bai.\nII. KIẾN NGHỊ ĐỐI VỚI XÃ\n"
        "- Hướng dẫn thủ tục tách thửa.\n"
    )
    assert [one[:3] for one in told(found)] == [
        ("địa phương", None, ("Sở Xây dựng",)),
        ("địa phương", None, ("Công ty Điện lực",)),
        ("địa phương", None, ()),
    ]


def test_by_field_in_a_notice_that_passes_them_on():
    found = summary(
        "Thường trực HĐND xã chuyển 3 ý kiến, kiến nghị của cử tri đến UBND xã như sau:\n\n"
        "I. LĨNH VỰC KINH TẾ - NGÂN SÁCH (2 ý kiến)\n1. Cử tri thôn Nà Cuổi: Đề nghị đầu tư hồ Nà Pục.\n"
        "2. Cử tri thôn Pom Bai: Đường nhiều ổ gà, đề nghị UBND tỉnh sửa chữa.\n"
        "II. LĨNH VỰC VĂN HÓA - XÃ HỘI (1 ý kiến)\n3. Cử tri thôn Huổi Lụ: Kiến nghị ngành Giáo dục bổ sung giáo viên.\n\n"
        "Đề nghị UBND xã chỉ đạo giải quyết, trả lời cử tri và báo cáo Thường trực HĐND xã trước ngày 30/6/2026.\n",
        kind="THÔNG BÁO",
    )
    fields = [
        "I. LĨNH VỰC KINH TẾ - NGÂN SÁCH (2 ý kiến)",
        "II. LĨNH VỰC VĂN HÓA - XÃ HỘI (1 ý kiến)",
    ]
    assert told(found) == [
        ("địa phương", fields[0], (), "thôn Nà Cuổi"),
        ("địa phương", fields[0], ("UBND tỉnh",), "thôn Pom Bai"),
        ("địa phương", fields[1], ("ngành Giáo dục",), "thôn Huổi Lụ"),
    ]
    assert [one.lead for one in found.duties] == [("UBND xã",)]


def test_the_request_that_closes_a_report_is_the_reporters_own():
    found = summary(
        "I. LĨNH VỰC Y TẾ\n1. Cử tri thôn Nà Cuổi: Trạm y tế thiếu thuốc.\n\n"
        "Ban Thường trực đề nghị HĐND xã quan tâm giải quyết các kiến nghị của cử tri.\n"
    )
    assert [one.text for one in found.petitions] == ["Cử tri thôn Nà Cuổi: Trạm y tế thiếu thuốc."]


def test_questions_are_petitions_and_their_answers_are_not():
    found = summary(
        "1. Câu hỏi của cử tri thôn Nà Cuổi: Khi nào xã xây nhà văn hóa thôn?\n\nTrả lời:\n\n"
        "Nhà văn hóa thôn đã được đưa vào kế hoạch năm 2027.\n\n"
        "2. Câu hỏi của cử tri thôn Pom Bai: Vì sao rác không được thu gom?\n\nTrả lời:\n\nDo xe hỏng.\n",
        subject="Trả lời ý kiến, kiến nghị của cử tri gửi đến kỳ họp thứ 5, HĐND xã khóa II",
    )
    assert told(found) == [
        (None, None, (), "thôn Nà Cuổi"),
        (None, None, (), "thôn Pom Bai"),
    ]


def test_the_level_of_a_table_holds_for_the_fields_below_it():
    found = read(
        "PHỤ LỤC\nTỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA CỬ TRI\n(Kèm theo Báo cáo số 46/BC-ĐĐBQH ngày 18/9/2026)\n\n"
        "STT\tNội dung kiến nghị\tĐơn vị có cử tri kiến nghị\tThẩm quyền giải quyết\n"
        "A\tTHUỘC THẨM QUYỀN TRUNG ƯƠNG\t\t\nI\tBộ Nội vụ\t\t\n"
        "1\tĐề nghị nâng mức phụ cấp ở thôn.\tXã Nậm Rúm\tBộ Nội vụ\n"
        "B\tTHUỘC THẨM QUYỀN CỦA TỈNH\t\t\nI\tLĩnh vực giao thông\t\t\n"
        "1\tSớm nâng cấp đường tỉnh 118.\tXã Khao Ban\tSở Xây dựng\n"
    )
    assert [one[:2] for one in told(found)] == [
        ("trung ương", None),
        ("địa phương", "I Lĩnh vực giao thông"),
    ]


def test_a_ministry_quotes_what_it_answers():
    quoted = "“Người dân phải tự mua thuốc. Do đó, đề nghị Bộ Mẫu có giải pháp cung ứng đủ thuốc”"
    found = read(
        "Trả lời kiến nghị của cử tri gửi tới trước kỳ họp thứ 5, Quốc hội khóa XVI\n\n"
        "Bộ Mẫu nhận được công văn số 742/BDN ngày 14/6/2026 về việc trả lời kiến nghị của cử tri, trong đó cử tri tỉnh"
        f" Sao Mai kiến nghị {quoted}.\n\nSau khi nghiên cứu, Bộ Mẫu xin trả lời như sau:\n\nXem tại đây.\n"
    )
    assert [(one.text, one.addressee_level, one.asked_of) for one in found.petitions] == [
        (quoted, "trung ương", ("Bộ Mẫu",))
    ]
    assert found.duties == ()


def test_what_is_told_of_a_meeting_with_voters_lays_only_what_was_ordered():
    found = read(
        "Đại biểu Hội đồng nhân dân xã tiếp xúc cử tri thôn Nà Cuổi\n\n"
        "Ủy ban MTTQ Việt Nam xã phối hợp tổ chức cho đại biểu tiếp xúc cử tri. Chủ tịch UBND xã trả lời các ý kiến của cử tri.\n\n"
        "Chủ tịch UBND xã yêu cầu Phòng Kinh tế kiểm tra mương nước trước ngày 30/7/2026.\n"
    )
    assert [one.lead for one in found.duties] == [("Phòng Kinh tế",)]


def test_a_letter_that_thanks_has_no_duty_of_its_author():
    found = read(
        "BỘ MẪU\nSố: 6029/BM-KHTC\nV/v trả lời kiến nghị của cử tri tỉnh Sao Mai\n\nHà Nội, ngày 31 tháng 7 năm 2026\n\n"
        "Kính gửi: Đoàn đại biểu Quốc hội tỉnh Sao Mai\n\nGiá điện thực hiện theo quy định.\n\n"
        "Bộ Mẫu trân trọng gửi Đoàn đại biểu Quốc hội tỉnh Sao Mai để thông tin tới cử tri./.\n"
    )
    assert found.duties == ()
