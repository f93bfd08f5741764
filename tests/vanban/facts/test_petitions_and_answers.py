"""Petitions where they meet their answers: letters of ministries, reports of what was done, registers,
notices of receiving citizens, and running text in which several speak."""

import pytest

import vanban

HEAD = (
    "{body}\nSố: 88/{code}\nSao Mai, ngày 02 tháng 7 năm 2026\n\n{kind}\n{subject}\n\n{body_text}\n"
)
LETTER = """BỘ MẪU
Số: 6029/BM-KHTC
V/v trả lời kiến nghị của cử tri tỉnh Sao Mai

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 31 tháng 7 năm 2026

Kính gửi: Đoàn đại biểu Quốc hội tỉnh Sao Mai

Bộ Mẫu nhận được kiến nghị của cử tri tỉnh Sao Mai do Ban Mẫu chuyển đến, nội dung như sau:

{asked}

Sau khi nghiên cứu, Bộ Mẫu có ý kiến như sau:

Giá điện được thực hiện theo quy định. Bộ Mẫu đã chỉ đạo rà soát.
"""


def read(text):
    return vanban.read(text.encode(), "a.txt").documents[0]


def told(document):
    return [(one.addressee_level, one.asked_of, one.text) for one in document.petitions]


def report(text, subject="Kết quả giải quyết kiến nghị của cử tri trước kỳ họp thứ 5, HĐND xã"):
    return read(
        HEAD.format(
            body="ỦY BAN NHÂN DÂN XÃ NẬM RÚM",
            code="BC-UBND",
            kind="BÁO CÁO",
            subject=subject,
            body_text=text,
        )
    )


def test_a_letter_of_a_ministry_conveys_the_petition_that_it_answers():
    asked = "“Giá điện vùng cao còn cao. Đề nghị Bộ nghiên cứu, sửa đổi cách tính giá điện.”"
    assert told(read(LETTER.format(asked=asked))) == [("trung ương", ("Bộ",), asked)]


def test_what_the_centre_answers_was_asked_of_the_centre():
    asked = "(1) Cử tri kiến nghị sớm kéo điện cho các bản.\n\n(2) Cử tri đề nghị Bộ Mẫu giảm giá."
    assert [one[:2] for one in told(read(LETTER.format(asked=asked)))] == [
        ("trung ương", ()),
        ("trung ương", ("Bộ Mẫu",)),
    ]


def test_a_letter_that_only_answers_lists_no_petitions():
    (text,) = [LETTER.format(asked="").split("Bộ Mẫu nhận được")[0]]
    text += "Bộ Mẫu nhận được văn bản chuyển kiến nghị của cử tri. Bộ xin trả lời như sau:\n\n"
    assert (
        told(
            read(text + "1. Về giá điện: Bộ đã trình sửa đổi.\n\n2. Về lưới điện: Bộ đã rà soát.\n")
        )
        == []
    )


def test_each_labelled_petition_is_one_and_its_answer_is_none():
    found = report(
        "I. LĨNH VỰC GIAO THÔNG\n\nKiến nghị số 1: Đề nghị UBND xã sửa cầu treo bản Nà Cuổi.\n\n"
        "Kết quả giải quyết:\n\n- Cầu dài 40 m, đề nghị cử tri theo dõi.\n\n- UBND xã đã giao Phòng Kinh tế khảo sát.\n\n"
        "Câu 2. Đường vào bản Huổi Lụ lầy lội, kiến nghị xã mở rộng.\n\nTrả lời: Đã có trong kế hoạch.\n"
    )
    assert [one[:2] for one in told(found)] == [
        ("địa phương", ("UBND xã",)),
        ("địa phương", ("xã",)),
    ]
    assert found.duties == ()


def test_a_body_named_over_its_answers_has_no_duties_in_them():
    page = (
        "Báo cáo trả lời kiến nghị của nhân dân tại hội nghị quý III\n\n"
        "I. Phòng Kinh tế xã Nậm Rúm\n\n"
        "Câu 5. Đường số 4 ngập khi mưa. Kiến nghị xã sớm nâng cấp đường.\n\n"
        "Trả lời:\n\n- Nâng cấp đường số 4 trong ba dự án:\n\n+ Chống ngập đường số 4.\n\n+ Chống ngập quanh chợ.\n"
    )
    found = read(page)
    assert [one.asked_of for one in found.petitions] == [("xã",)]
    assert found.duties == ()


def test_what_is_told_without_asking_goes_to_no_level():
    found = report("1. Cử tri bản Pom Bai phản ánh: Công trình nước hư hỏng.\n\nTrả lời: Đã sửa.\n")
    assert [one[0] for one in told(found)] == [None]


def test_a_notice_of_receiving_citizens_has_petitions_and_orders_but_no_names():
    found = read(
        HEAD.format(
            body="ỦY BAN NHÂN DÂN XÃ NẬM RÚM",
            code="TB-UBND",
            kind="THÔNG BÁO",
            subject="Kết luận của Chủ tịch UBND xã tại buổi tiếp công dân tháng 6",
            body_text="Chủ tịch UBND xã kết luận như sau:\n\n1. Ông Nông Văn Mẫu, bản Nà Cuổi\n\n"
            "- Nội dung kiến nghị: Đề nghị UBND xã xem xét cấp giấy chứng nhận.\n\n"
            "- Kết luận: Giao Phòng Kinh tế kiểm tra, trả lời trước ngày 30/7/2026.\n",
        )
    )
    assert [(one.addressee_level, one.field, one.asked_of) for one in found.petitions] == [
        ("địa phương", None, ("UBND xã",))
    ]
    assert [one.lead for one in found.duties] == [("Phòng Kinh tế",)]


REGISTER = """{subject}

| TT | Nội dung kiến nghị | Nội dung trả lời | Cơ quan trả lời |
|---|---|---|---|
| I | Lĩnh vực giao thông | | |
| 1 | Đề nghị UBND tỉnh nâng cấp đường 118. | Sở Xây dựng tiếp tục theo dõi. | Sở Xây dựng |
| 2 | Cầu Nà Pục hư hỏng, sớm xây mới. | Đã sửa xong. | Sở Xây dựng |
"""


def test_a_register_that_nobody_addressed_is_of_the_level_of_its_council():
    subject = "Kết quả trả lời kiến nghị của cử tri gửi đến Kỳ họp thứ năm, HĐND tỉnh"
    found = read(REGISTER.format(subject=subject))
    assert [(one.addressee_level, one.field, one.asked_of) for one in found.petitions] == [
        ("địa phương", "I Lĩnh vực giao thông", ("UBND tỉnh",)),
        ("địa phương", "I Lĩnh vực giao thông", ()),
    ]


def test_a_row_that_lost_a_cell_is_asked_where_it_asks():
    found = read(
        "| STT | Cử tri | Địa bàn | Nội dung ý kiến, kiến nghị | Nội dung trả lời |\n|---|---|---|---|---|\n"
        "| 7 | Cử tri xã Khao Ban | Đề nghị UBND tỉnh sớm thảm nhựa đường qua chợ xã. |\n"
    )
    assert [one.asked_of for one in found.petitions] == [("UBND tỉnh",)]


SPOKEN = [
    (
        "Cử tri xã Nậm Rúm đề nghị Chính phủ nâng mức trợ cấp. Một số cử tri kiến nghị Trung ương quan tâm chế độ thôn đội."
        " Cử tri cũng phản ánh trạm y tế thiếu thuốc. Vì vậy, ngành y tế cần bổ sung.",
        [
            ("trung ương", ("Chính phủ",)),
            ("trung ương", ("Trung ương",)),
            (None, ()),
        ],
    ),
    (
        "Tại buổi tiếp xúc, cử tri có những kiến nghị như sau: Cử tri xã Khao Ban tiếp tục kiến nghị về đền bù; đề nghị ngành điện di dời cột.",
        [("địa phương", ("ngành điện",))],
    ),
    (
        "Cử tri hai xã đã có kiến nghị với đại biểu HĐND huyện một số nội dung như: Đề nghị Công ty Đường bộ sửa lề đường; xây kè suối.",
        [("địa phương", ("Công ty Đường bộ",))],
    ),
    ("Cử tri đề nghị cấp trên sớm xây nhà văn hóa.", [("địa phương", ("cấp trên",))]),
    (
        "Các cử tri đã nêu nhiều ý kiến, kiến nghị với đại biểu HĐND xã như: các cơ quan cần xử lý rác; mong muốn xã sớm xây chợ.",
        [("địa phương", ("xã",))],
    ),
    (
        "MBC - Cử tri xã Nậm Rúm đề nghị UBND tỉnh xem xét nâng trợ cấp. Vì thực tế, mức này là thấp.",
        [("địa phương", ("UBND tỉnh",))],
    ),
    ("Ngoài ra, cử tri bản Nà Cuổi còn yêu cầu sớm xử lý việc lấn chiếm.", [(None, ())]),
    (
        "Cử tri phấn khởi với kết quả của xã, đồng thời đề nghị UBND xã sẽ tập trung giải quyết những vấn đề cử tri quan tâm như: cấp giấy chứng nhận.",
        [("địa phương", ("UBND xã",))],
    ),
    ("Cử tri đã nêu 15 ý kiến, kiến nghị và được trả lời tại chỗ.", []),
    ("Cử tri kiến nghị một số vấn đề như đất đai, an ninh trật tự.", []),
    ("Các ý kiến, kiến nghị của cử tri đã được đại biểu tiếp thu.", []),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), SPOKEN, ids=range(len(SPOKEN)))
def test_petitions_told_in_running_text(said, expected):
    page = f"Đại biểu Quốc hội tiếp xúc cử tri tại cơ sở\n\nSáng nay, đại biểu đã thông tin chương trình kỳ họp.\n\n{said}\n"
    assert [one[:2] for one in told(read(page))] == expected


def test_one_voice_is_one_petition_however_many_its_sentences():
    page = "Tổng hợp ý kiến, kiến nghị của cử tri\n\nKết quả như sau.\n\n"
    page += "Cử tri xã Nậm Rúm phản ánh cầu hỏng. Cử tri đề nghị UBND tỉnh sớm sửa cầu.\n"
    assert [one[:2] for one in told(read(page))] == [("địa phương", ("UBND tỉnh",))]


def test_a_bullet_that_an_answer_follows_is_a_petition_in_any_report():
    page = (
        "Cử tri hỏi, cơ quan chức năng trả lời\n\n"
        "* Cử tri xã Nậm Rúm kiến nghị xã ngăn chặn hàng giả. Đề nghị làm sớm.\n"
        "Vấn đề cử tri nêu, UBND xã Nậm Rúm trả lời như sau: đã kiểm tra.\n"
        "Đề nghị nhân dân khi phát hiện hàng giả thì báo ngay cho xã.\n"
    )
    (one,) = read(page).petitions
    assert (one.asked_of, one.place) == (("xã",), "xã Nậm Rúm")
    assert one.text.endswith("làm sớm.")


def test_what_a_letter_tells_of_people_in_a_bullet_is_no_petition_by_itself():
    found = read(
        HEAD.format(
            body="ỦY BAN NHÂN DÂN XÃ NẬM RÚM",
            code="TB-UBND",
            kind="THÔNG BÁO",
            subject="Lịch thu gom rác",
            body_text="Ủy ban nhân dân xã thông báo:\n\n- Bà con có yêu cầu, phản ánh của mình thì gọi tổ trưởng.\n",
        )
    )
    assert found.petitions == ()
