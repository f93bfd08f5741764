"""References as sentences word them: lists, articles, two numbers with one day, what is amended by what.

At first sight the reader told 20 of these 25.
"""

import pytest

import vanban

HEAD = "KẾ HOẠCH\nTriển khai công tác năm 2026\n\n"
# Whether the sentence is the preamble; the sentence; number or words, day and role of each mention.
SENTENCES = [
    (
        0,
        "Thực hiện các Nghị quyết số 18-NQ/TW và 19-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương (khóa XII).",
        [("18-NQ/TW", "2017-10-25", "implement"), ("19-NQ/TW", "2017-10-25", "implement")],
    ),
    (
        0,
        "Bãi bỏ Quyết định số 12/QĐ-UBND ngày 5/3/2024 của Chủ tịch UBND tỉnh.",
        [("12/QĐ-UBND", "2024-03-05", "cite")],
    ),
    (
        0,
        "Thực hiện Quyết định số 1234/QĐ-UBND ngày 5/3/2024 của Chủ tịch UBND tỉnh.",
        [("1234/QĐ-UBND", "2024-03-05", "implement")],
    ),
    (
        0,
        "Thực hiện khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP về công tác văn thư.",
        [("30/2020/NĐ-CP", None, "implement")],
    ),
    (
        0,
        "Theo quy định tại điểm b khoản 3 Điều 12 của Luật Khiếu nại năm 2011 và Điều 6 Luật Tố cáo số 25/2018/QH14.",
        [("Luật Khiếu nại", None, "implement"), ("25/2018/QH14", None, "implement")],
    ),
    (
        0,
        "Triển khai Bộ luật Dân sự, Bộ luật Tố tụng dân sự và Luật số 64/2025/QH15.",
        [
            ("Bộ luật Dân sự", None, "implement"),
            ("Bộ luật Tố tụng dân sự", None, "implement"),
            ("64/2025/QH15", None, "implement"),
        ],
    ),
    (
        0,
        "Thực hiện Thông tư liên tịch số 08/2016/TTLT-BNV-BTC ngày 20.10.2016 của liên Bộ Nội vụ - Bộ Tài chính.",
        [("08/2016/TTLT-BNV-BTC", "2016-10-20", "implement")],
    ),
    (
        0,
        "Quán triệt Nghị quyết 57-NQ/TW, Nghị quyết 59-NQ/TW, Nghị quyết 66-NQ/TW, Nghị quyết 68-NQ/TW của Bộ Chính trị.",
        [
            ("57-NQ/TW", None, "implement"),
            ("59-NQ/TW", None, "implement"),
            ("66-NQ/TW", None, "implement"),
            ("68-NQ/TW", None, "implement"),
        ],
    ),
    (
        0,
        "Sơ kết 05 năm thực hiện Chỉ thị số 40-CT/TW ngày 22/11/2014 và Kết luận số 06-KL/TW ngày 10/6/2021 của Ban Bí thư.",
        [("40-CT/TW", "2014-11-22", "implement"), ("06-KL/TW", "2021-06-10", "implement")],
    ),
    (
        1,
        "Căn cứ Kế hoạch số 33-KH/TU, ngày 10 tháng 3 năm 2026 của Ban Thường vụ Tỉnh ủy thực hiện Kết luận số 43-KL/TW, ngày 07/01/2019 của Bộ Chính trị; Công văn số 512-CV/BDVTU, ngày 02/4/2026 của Ban Dân vận Tỉnh ủy; Đảng ủy xã xây dựng kế hoạch như sau:",
        [
            ("33-KH/TU", "2026-03-10", "basis"),
            ("43-KL/TW", "2019-01-07", "cite"),
            ("512-CV/BDVTU", "2026-04-02", "basis"),
        ],
    ),
    (
        1,
        "Thực hiện Công văn số 2210/BNV-CCVC và Công văn số 2333/BNV-CCVC cùng ngày 18/5/2026 của Bộ Nội vụ, UBND tỉnh ban hành Kế hoạch như sau:",
        [("2210/BNV-CCVC", "2026-05-18", "basis"), ("2333/BNV-CCVC", "2026-05-18", "basis")],
    ),
    (
        0,
        "Quyết định này thay thế Quyết định số 05/2019/QĐ-UBND ngày 11 tháng 02 năm 2019; sửa đổi, bổ sung Điều 3 Quyết định số 07/2020/QĐ-UBND ngày 01/4/2020 của Ủy ban nhân dân tỉnh.",
        [("05/2019/QĐ-UBND", "2019-02-11", "cite"), ("07/2020/QĐ-UBND", "2020-04-01", "cite")],
    ),
    (
        0,
        "Ban Thường vụ đã ban hành Nghị quyết số 09-NQ/TU ngày 01/6/2025 để lãnh đạo thực hiện.",
        [("09-NQ/TU", "2025-06-01", "cite")],
    ),
    (
        0,
        "Thực hiện nghiêm túc Quy định số 144-QĐ/TW, ngày 09/5/2024 của Bộ Chính trị quy định chuẩn mực đạo đức cách mạng; Quy định 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương Đảng.",
        [("144-QĐ/TW", "2024-05-09", "implement"), ("37-QĐ/TW", "2021-10-25", "implement")],
    ),
    (
        0,
        "Thực hiện Kế hoạch số 15 /KH-UBND, ngày 20/ 01/ 2026 của UBND xã.",
        [("15/KH-UBND", "2026-01-20", "implement")],
    ),
    (
        0,
        "Tiếp tục thực hiện Nghị quyết liên tịch số 88/NQLT-HPN-CA của Hội Liên hiệp Phụ nữ và Công an tỉnh.",
        [("88/NQLT-HPN-CA", None, "implement")],
    ),
    (
        0,
        "Hướng dẫn số 04-HD/BTGDVTU của Ban Tuyên giáo và Dân vận Tỉnh ủy được gửi kèm theo Công văn này.",
        [("04-HD/BTGDVTU", None, "cite")],
    ),
    (
        0,
        "Thực hiện Quyết định số 22/2024/QĐ-TTg ngày 18/12/2024 của Thủ tướng Chính phủ (sau đây gọi tắt là Quyết định số 22/2024/QĐ-TTg).",
        [("22/2024/QĐ-TTg", "2024-12-18", "implement"), ("22/2024/QĐ-TTg", None, "cite")],
    ),
    (
        0,
        "Tổ chức học tập Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng, Nghị quyết Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030.",
        [
            ("Nghị quyết Đại hội đại biểu toàn quốc", None, "implement"),
            ("Nghị quyết Đại hội Đảng bộ xã", None, "implement"),
        ],
    ),
    (
        0,
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam và Luật Tổ chức Quốc hội số 57/2014/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 65/2020/QH14.",
        [
            ("Hiến pháp", None, "implement"),
            ("57/2014/QH13", None, "implement"),
            ("65/2020/QH14", None, "cite"),
        ],
    ),
    (
        0,
        "Công văn số 123/SNV ngày 05/5/2026 của Sở Nội vụ đã hướng dẫn cụ thể.",
        [("123/SNV", "2026-05-05", "cite")],
    ),
    (
        0,
        "Thực hiện Thông báo kết luận số 45-TBKL/TU của Thường trực Tỉnh ủy và Thông báo số 46/TB-VPUBND ngày 3/4/2026.",
        [("45-TBKL/TU", None, "implement"), ("46/TB-VPUBND", "2026-04-03", "implement")],
    ),
    (
        0,
        "Kết quả chấm điểm 24/30 điểm, tỷ lệ 12/2025 xã, điện thoại 0215/3825-111 không phải là văn bản.",
        [],
    ),
    (
        0,
        "Thực hiện Nghị định của Chính phủ: số 66/2025/NĐ-CP ngày 12/3/2025; số 67/2025/NĐ-CP ngày 15/3/2025.",
        [
            ("66/2025/NĐ-CP", "2025-03-12", "implement"),
            ("67/2025/NĐ-CP", "2025-03-15", "implement"),
        ],
    ),
    (
        0,
        "Thực hiện Nghị quyết số 01/2026/NQ-HĐND, 02/2026/NQ-HĐND, 03/2026/NQ-HĐND ngày 15/4/2026 của HĐND tỉnh.",
        [
            ("01/2026/NQ-HĐND", "2026-04-15", "implement"),
            ("02/2026/NQ-HĐND", "2026-04-15", "implement"),
            ("03/2026/NQ-HĐND", "2026-04-15", "implement"),
        ],
    ),
]


@pytest.mark.parametrize(("is_preamble", "said", "expected"), SENTENCES, ids=lambda x: str(x)[:30])
def test_every_document_named_in_a_sentence(is_preamble, said, expected):
    if is_preamble:
        text = f"{HEAD}{said}\n\nI. NỘI DUNG\n1. Làm.\n"
    else:
        text = (
            f"{HEAD}Căn cứ tình hình, đơn vị xây dựng kế hoạch như sau:\n\nI. NỘI DUNG\n1. {said}\n"
        )
    found = vanban.read(text.encode(), "a.txt").documents[0].references
    told = [
        (one.number or one.text, str(one.date) if one.date else None, one.role) for one in found
    ]
    assert len(told) == len(expected), told
    for (name, *rest), (wanted, *others) in zip(told, expected, strict=True):
        assert name.startswith(wanted)
        assert rest == others
