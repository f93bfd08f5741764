"""The report on answers: its preview opens every figure, its files are for who may see the petitions."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

import vanban
from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Origin

from ...conftest import NOW

SESSION = "Trước kỳ họp giữa năm"


@pytest.fixture
def answered(desk, settings, tmp_path):
    settings.GANDAN_DATA = tmp_path
    office = desk.office
    for number in range(6):
        one = actions.receive(
            f"Đề nghị sửa đường số {number}.", Origin("meeting", session=SESSION),
            said_on=date(2026, 2, 14), unit=office.home_affairs, level="province",
            field="b" if number else "", actor=office.machine, at=NOW,
        )  # fmt: skip
        if number < 3:
            actions.answer(one, "solved" if number == 1 else "explained",
                           "Sở đã sửa xong trong tháng 2/2026", evidence="Biên bản",
                           actor=office.machine, at=NOW)  # fmt: skip
    return desk


def opened(client, address):
    page = client.get(address).content.decode()
    told = re.search(r"–[\d.]+ trong ([\d.]+)", page)
    return int(told[1]) if told else 0


def test_every_figure_of_the_preview_opens_as_many_rows(answered):
    client = answered.client("head")
    page = client.get("/reports/answers/").content.decode()
    linked = re.findall(r'<a href="(/petitions/board/rows/\?[^"]+)">([\d.]+)</a>', page)
    assert len(linked) >= 9
    assert [one for one in linked if opened(client, unescape(one[0])) != int(one[1])] == []


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_file_says_what_the_preview_says(answered, form):
    answer = answered.client("head").get(f"/reports/answers/?form={form}&session={SESSION}")
    assert "attachment" in answer["Content-Disposition"]
    read = vanban.read(answer.content, f"a.{form}").documents[0]
    rows = [one.total for one in read.sums if one.rule == "figure.total_row"]
    assert rows[:3] == [6, 3, 1]


def test_another_unit_finds_nothing_to_report(answered):
    client = answered.client("other_head")
    assert (
        "Không có kiến nghị nào trong phạm vi này"
        in client.get("/reports/answers/").content.decode()
    )
    page = client.get("/reports/answers/?form=docx")
    assert page["Content-Type"].startswith("text/html")
    assert "Chưa có gì để báo cáo" in page.content.decode()
    assert SESSION not in page.content.decode()


@pytest.mark.parametrize(
    "asked", ["unit=999999", "unit=x", "since=khong", "session=la", "form=exe"]
)
def test_nonsense_is_told_and_nothing_breaks(answered, asked):
    assert answered.client("head").get(f"/reports/answers/?{asked}").status_code == 200


def test_a_unit_below_one_s_own_is_chosen_by_its_code(answered):
    page = answered.client("clerk").get("/reports/answers/?unit=HOME_AFFAIRS").content.decode()
    assert '<p class="aside">Sở Nội vụ</p>' in page
    assert "/petitions/board/rows/?within=" in page
