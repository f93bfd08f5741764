"""Meetings and petitions in the wordings of other provinces: labels and figures, tables, fields, questions.

At first sight the reader told 8 of these 11.
"""

import pytest

import vanban

HELD = "BÁO CÁO\nKết quả tiếp xúc cử tri trước kỳ họp thứ ba\n\nBan Thường trực báo cáo kết quả như sau:\n\nI. KẾT QUẢ\n"
LIST = "BÁO CÁO\nTổng hợp ý kiến, kiến nghị của cử tri\n\nBan Thường trực báo cáo kết quả như sau:\n\nI. TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA CỬ TRI\n\n"

MEETINGS = [
    (
        "Đoàn đại biểu Quốc hội tỉnh đã tổ chức 45 cuộc tiếp xúc cử tri tại 60 điểm với 5.230 lượt cử tri tham dự, có 312 lượt ý kiến.",
        ("Quốc hội", 45, {}, 5230, 312),
    ),
    (
        "Đại biểu HĐND tỉnh đã tiếp xúc cử tri ở 52 điểm; có 5.316 cử tri dự và 287 ý kiến, kiến nghị.",
        ("HĐND tỉnh", 52, {}, 5316, 287),
    ),
    (
        "Thường trực HĐND xã phối hợp tổ chức được 08 hội nghị tiếp xúc cử tri (07 hội nghị trực tiếp, 01 hội nghị trực tuyến) thu hút hơn 900 cử tri; ghi nhận 45 ý kiến.",
        ("HĐND xã", 8, {"trực tiếp": 7, "trực tuyến": 1}, 900, 45),
    ),
    (
        "Các Tổ đại biểu HĐND phường tổ chức 12 buổi tiếp xúc cử tri, tổng số cử tri tham dự là 1.105 người, với 96 lượt ý kiến phát biểu.",
        ("HĐND phường", 12, {}, 1105, 96),
    ),
    (
        "Tổng số cuộc tiếp xúc cử tri của đại biểu HĐND tỉnh: 30 cuộc; số cử tri tham dự: 2.450 lượt; số ý kiến, kiến nghị: 178.",
        ("HĐND tỉnh", 30, {}, 2450, 178),
    ),
    (
        "Có 25 cuộc tiếp xúc cử tri của đại biểu HĐND tỉnh được tổ chức với sự tham gia của 3.120 cử tri và 214 lượt ý kiến.",
        ("HĐND tỉnh", 25, {}, 3120, 214),
    ),
]
PETITIONS = [
    (
        LIST
        + "TT\tNội dung kiến nghị\tĐịa phương\tCơ quan giải quyết\n1\tĐề nghị UBND tỉnh sớm sửa cầu Nà Pục.\tXã Nậm Rúm\tSở Xây dựng\n2\tCử tri phản ánh trạm y tế thiếu thuốc.\tXã Khao Ban\tSở Y tế\n",
        [
            ("Đề nghị UBND tỉnh sớm sửa cầu", None, ("UBND tỉnh",)),
            ("Cử tri phản ánh trạm y tế", None, ()),
        ],
    ),
    (
        LIST
        + "1. Về giao thông: Cử tri đề nghị Sở Xây dựng sửa đường 118.\n2. Về y tế: Đề nghị Sở Y tế bổ sung bác sĩ cho trạm y tế xã.\n",
        [("", "Về giao thông", ("Sở Xây dựng",)), ("", "Về y tế", ("Sở Y tế",))],
    ),
    (
        LIST
        + "1. Lĩnh vực giao thông\n- Cử tri xã Nậm Rúm đề nghị tỉnh sửa đường 118.\n- Cử tri xã Khao Ban đề nghị cấp có thẩm quyền đầu tư cầu.\n2. Lĩnh vực y tế\n- Đề nghị ngành Y tế bổ sung bác sĩ.\n",
        [
            ("", "1. Lĩnh vực giao thông", ("tỉnh",)),
            ("", "1. Lĩnh vực giao thông", ("cấp có thẩm quyền",)),
            ("", "2. Lĩnh vực y tế", ("ngành Y tế",)),
        ],
    ),
    (
        LIST
        + "a) Kiến nghị với Quốc hội, Chính phủ\n- Cử tri kiến nghị Quốc hội sớm sửa Luật Đất đai.\nb) Kiến nghị với UBND tỉnh\n- Cử tri kiến nghị sớm thông báo kết quả.\n",
        [("", None, ("Quốc hội",)), ("", None, ())],
    ),
    (
        LIST
        + "Câu 1. Cử tri Nông Văn Tài, thôn Nà Cuổi, đề nghị UBND xã sửa kênh.\nCâu 2. Cử tri thôn Huổi Lụ hỏi về tiến độ cấp giấy chứng nhận, đề nghị Sở Nông nghiệp và Môi trường trả lời.\n",
        [("", None, ("UBND xã",)), ("", None, ("Sở Nông nghiệp và Môi trường",))],
    ),
]


def read(text):
    return vanban.read(text.encode(), "a.txt").documents[0]


@pytest.mark.parametrize(("said", "expected"), MEETINGS, ids=lambda x: str(x)[:30])
def test_the_figures_of_a_meeting_however_they_are_worded(said, expected):
    (found,) = read(f"{HELD}1. {said}\n").meetings
    figures = (found.level, found.sessions, dict(found.by_mode), found.attendees, found.opinions)
    assert figures == expected


@pytest.mark.parametrize(("text", "expected"), PETITIONS, ids=range(len(PETITIONS)))
def test_petitions_however_they_are_listed(text, expected):
    found = read(text).petitions
    assert [(one.field, one.asked_of) for one in found] == [
        (field, asked) for _, field, asked in expected
    ]
    assert all(
        one.text.startswith(begin) for one, (begin, _, _) in zip(found, expected, strict=True)
    )
