"""Bodies that exist no more are marked where work is given to them, and nowhere else."""

import pytest

from vanban import read
from vanban.checking import check
from vanban.rules import table
from vanban.rules.pattern import compiled

ROWS = table("checks_ended")["ended"]
HEAD = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG
Số: 41/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lam Giang, ngày 12 tháng 3 năm {year}

KẾ HOẠCH
Trồng cây năm {year}

"""
FOOT = (
    "\n\nNơi nhận:\n- Như trên;\n- {to};\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHà Văn Mẫu\n"
)


def told(body: str, year: int = 2026, to: str = "UBND các xã, phường") -> list[str]:
    data = (HEAD.format(year=year) + body + FOOT.format(to=to)).encode()
    reading = read(data, "a.txt")
    return [
        one.span.of(reading.text)
        for one in check(reading, data)
        if one.rule == "clarity.ended_body"
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_row_finds_its_examples_and_not_its_counterexamples(row):
    pattern = compiled(row["pattern"])
    assert all(pattern.search(one) for one in row["examples"])
    assert not any(pattern.search(one) for one in row["counterexamples"])
    assert row["source"]
    assert row["now"]


def test_a_duty_laid_on_districts_after_they_ended_is_marked_once():
    body = (
        "1. Giao UBND các huyện trồng cây trước ngày 30/6/2026.\n\n"
        "2. Giao UBND các huyện báo cáo trước ngày 30/7/2026."
    )
    assert told(body) == ["UBND các huyện"]


def test_before_they_ended_nothing_is_marked():
    assert told("1. Giao UBND các huyện trồng cây trước ngày 30/6/2024.", 2024) == []


def test_who_helps_and_who_gets_the_document_is_looked_at_too():
    body = "1. Giao Sở Tài chính chủ trì, phối hợp với Sở Kế hoạch và Đầu tư bố trí kinh phí."
    assert told(body) == ["Sở Kế hoạch và Đầu tư"]
    assert told("1. Giao Sở Tài chính bố trí kinh phí.", to="Huyện ủy các nơi") == ["Huyện ủy"]


def test_an_older_document_is_cited_under_the_name_of_its_time():
    body = (
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2024 của UBND huyện Mẫu Sơn, Thông tư số"
        " 03/2023/TT-BTNMT ngày 07/7/2023 của Bộ Tài nguyên và Môi trường:\n\n"
        "1. Giao Sở Nội vụ trồng cây trước ngày 30/6/2026."
    )
    assert told(body) == []
