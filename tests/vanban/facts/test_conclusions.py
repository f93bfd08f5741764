"""Conclusions of a person who heads a body: by number, or by the meeting at which they were said."""

import pytest

import vanban

HEAD = "KẾ HOẠCH\nTriển khai công tác năm 2026\n\n"
SENTENCES = [
    (
        "Kết luận số 45-KL/TU ngày 12/3/2026 của đồng chí Bí thư Tỉnh ủy tại buổi làm việc với xã A",
        [("Kết luận số 45-KL/TU ngày 12/3/2026 của đồng chí Bí thư Tỉnh ủy", "Tỉnh ủy")],
    ),
    (
        "Kết luận số 45-KL/TU ngày 12/3/2026 của đồng chí Trần Văn B, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh",
        [
            (
                "Kết luận số 45-KL/TU ngày 12/3/2026 của đồng chí Trần Văn B, Phó Bí thư Tỉnh ủy",
                "Tỉnh ủy",
            )
        ],
    ),
    (
        "Thông báo số 9/TB-UBND ngày 12/3/2026 của đồng chí Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch Thường trực UBND tỉnh",
        [
            (
                "Thông báo số 9/TB-UBND ngày 12/3/2026 của đồng chí Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch Thường trực UBND tỉnh",
                "UBND tỉnh",
            )
        ],
    ),
    (
        "ý kiến kết luận của đồng chí Bí thư Tỉnh ủy tại cuộc họp ngày 05/01/2026",
        [
            (
                "ý kiến kết luận của đồng chí Bí thư Tỉnh ủy tại cuộc họp ngày 05/01/2026",
                "Tỉnh ủy",
            )
        ],
    ),
    (
        "kết luận của Trưởng Ban Chỉ đạo tại phiên họp thứ nhất ngày 08 tháng 01 năm 2026",
        [
            (
                "kết luận của Trưởng Ban Chỉ đạo tại phiên họp thứ nhất ngày 08 tháng 01 năm 2026",
                "Trưởng Ban Chỉ đạo",
            )
        ],
    ),
    (
        "Quyết định số 12/QĐ-UBND ngày 05/3/2026 của Chủ tịch UBND tỉnh",
        [
            (
                "Quyết định số 12/QĐ-UBND ngày 05/3/2026 của Chủ tịch UBND tỉnh",
                "Chủ tịch UBND tỉnh",
            )
        ],
    ),
    (
        "Thông báo số 17/TB-VPCP ngày 08/01/2026 của Văn phòng Chính phủ về kết luận của Phó Thủ tướng Chính phủ tại cuộc họp ngày 05/01/2026",
        [
            (
                "Thông báo số 17/TB-VPCP ngày 08/01/2026 của Văn phòng Chính phủ",
                "Văn phòng Chính phủ",
            )
        ],
    ),
    ("kết luận của đồng chí Bí thư Tỉnh ủy tại các cuộc họp", []),
    ("các kết luận của Bí thư Tỉnh ủy tại các buổi làm việc với cơ sở trong năm 2026", []),
    ("ý kiến của các đồng chí lãnh đạo tại cuộc họp ngày 05/01/2026", []),
]


@pytest.mark.parametrize(("said", "expected"), SENTENCES, ids=lambda x: str(x)[:40])
def test_a_conclusion_is_of_the_body_that_its_speaker_heads(said, expected):
    text = f"{HEAD}Thực hiện {said}; đơn vị xây dựng kế hoạch như sau:\n\nI. NỘI DUNG\n1. Làm.\n"
    found = vanban.read(text.encode(), "a.txt").documents[0].references
    assert [(one.text, one.issuer) for one in found] == expected


def test_what_a_notice_announces_as_its_subject_is_no_reference():
    text = (
        "THÔNG BÁO\nKết luận của Chủ tịch UBND xã tại buổi đối thoại ngày 26/5/2026\n\n"
        "Ngày 26/5/2026, Chủ tịch UBND xã kết luận như sau:\n\n1. Làm.\n"
    )
    assert vanban.read(text.encode(), "a.txt").documents[0].references == ()
