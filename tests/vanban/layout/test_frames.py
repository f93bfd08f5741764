"""Letterheads as sites and converters print them: between bars, broken by the width of a column."""

from datetime import date

import pytest

import vanban

BODY = """|
KẾ HOẠCH
THỰC HIỆN CÔNG TÁC DÂN VẬN NĂM 2023
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
1. Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp rà soát thủ tục.
"""
COPIED = """UỶ BAN NHÂN
DÂN
TỈNH YÊN SƠN
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 87/KH-UBND
|
Yên
Sơn, ngày 24 tháng 3 năm 2023
"""
BARRED = """ỦY BAN NHÂN DÂN TỈNH YÊN SƠN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 87/KH-UBND | Yên Sơn, ngày 24 tháng 3 năm 2023 |
"""


@pytest.mark.parametrize("head", [COPIED, BARRED], ids=["cells", "rows"])
def test_a_letterhead_between_bars_says_who_where_and_when(head):
    text = head + BODY
    header = vanban.read(text.encode(), "a.txt").documents[0].header
    assert header.issuers == ("Ủy ban nhân dân tỉnh Yên Sơn",)
    assert (header.number, header.place) == ("87/KH-UBND", "Yên Sơn")
    assert header.issued_on == date(2023, 3, 24)


def test_words_keep_their_place_when_a_frame_is_opened():
    text = COPIED + BODY
    duty = vanban.read(text.encode(), "a.txt").documents[0].duties[0]
    assert text[duty.span.start : duty.span.end].startswith("Sở Nội vụ chủ trì")


def test_a_table_of_data_between_bars_is_no_frame():
    table = (
        "| Việc | Đơn vị chủ trì | Thời gian |\n|---|---|---|\n| Rà soát | Sở Nội vụ | Quý II |\n"
    )
    read = vanban.read((COPIED + BODY + table).encode(), "a.txt").documents[0]
    assert [one.lead for one in read.duties if one.lead_source == "table"] == [("Sở Nội vụ",)]
