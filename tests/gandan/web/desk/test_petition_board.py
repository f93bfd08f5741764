"""The board of people's voices: every number opens as many rows; small numbers are not told."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from gandan.domain.petitions import actions, boards
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.queries import Petition

from ...conftest import NOW, TODAY


@pytest.fixture
def voices(desk, settings, tmp_path):
    """Of Sở Nội vụ: 7 about roads in Đồng Mây this month (5 answered, 2 of them solved), 6 the months
    before (3 in one), 3 about health in Nậm Hon; of Sở Tài chính: 6 that others must not see."""
    settings.GANDAN_DATA = tmp_path
    office = desk.office

    def said(text, unit, on, place, field):
        return actions.receive(
            text, Origin("reception"), said_on=on, unit=unit, place_text=place, field=field,
            actor=office.machine, at=NOW,
        )  # fmt: skip

    for number in range(7):
        one = said(f"Đường {number}", office.home_affairs, TODAY, "Xã Đồng Mây", "b.road")
        if number < 5:
            kind = "solved" if number < 2 else "explained"
            actions.answer(one, kind, f"Đã xem xét ngày 1/3/2026 việc {number}, Sở sửa xong",
                           evidence="Biên bản", actor=office.machine, at=NOW)  # fmt: skip
    for number in range(6):
        month = 1 if number < 3 else 2
        said(f"Cầu {number}", office.home_affairs, date(2026, month, 5), "Xã Đồng Mây", "b")
    for number in range(3):
        said(f"Thuốc {number}", office.home_affairs, TODAY, "Xã Nậm Hon", "d")
    for number in range(6):
        said(f"bimatkhac {number}", office.finance, TODAY, "Xã Kín", "c")
    return desk


def opened(client, address):
    """How many rows stand behind a number."""
    page = client.get(address).content.decode()
    told = re.search(r"–[\d.]+ trong ([\d.]+)", page)
    return int(told[1]) if told else page.count('class="row__words"')


def test_every_number_of_the_board_opens_as_many_rows(voices):
    client = voices.client("head")
    page = client.get("/petitions/board/").content.decode()
    linked = re.findall(r'<a href="(/petitions/board/rows/\?[^"]+)">([\d.]+)</a>', page)
    assert len(linked) >= 4
    wrong = [
        (address, number)
        for address, number in linked
        if opened(client, unescape(address)) != int(number)
    ]
    assert wrong == []


def test_answered_stands_beside_solved(voices):
    row = re.sub(
        r"<[^>]+>|\s+", " ", voices.client("head").get("/petitions/board/").content.decode()
    )
    assert re.search(r"Sở Nội vụ\s+16\s+5\s+\(31%\)\s+2\s+\(12%\)", row)


def test_small_cells_and_what_would_tell_them_are_hidden(voices):
    themes = boards.themes(Petition.objects.all(), TODAY)
    roads = next(theme for theme in themes if theme.field == "b")
    assert roads.months[-3:] == (None, None, 7)
    assert roads.total is None
    assert [theme for theme in themes if theme.field == "d"] == []
    small = [place for place in boards.by_place(Petition.objects.all()) if place.is_small]
    assert [place.name for place in small] == ["Xã Nậm Hon"]
    page = voices.client("head").get("/petitions/board/").content.decode()
    assert "ít số liệu" in page
    assert "where=X%C3%A3+N%E1%BA%ADm+Hon&amp;month" not in page


def test_what_rises_most_comes_first(voices):
    themes = boards.themes(Petition.objects.all(), TODAY)
    assert [theme.rise for theme in themes] == sorted((t.rise for t in themes), reverse=True)


def test_nothing_of_another_unit_is_told_by_any_table(voices):
    client = voices.client("head")
    told = client.get("/petitions/board/").content.decode()
    told += client.get("/petitions/board/rows/?result=unanswered").content.decode()
    for table in ("themes", "units", "places", "oldest"):
        sheet = client.get(f"/petitions/board/{table}.xlsx")
        book = load_workbook(BytesIO(sheet.content))
        told += str([[cell.value for cell in row] for row in book.active.iter_rows()])
    assert "bimatkhac" not in told
    assert "Xã Kín" not in told
    assert "Xã Kín" in voices.client("other_head").get("/petitions/board/").content.decode()


@pytest.mark.parametrize("table", ["themes", "units", "places", "oldest"])
def test_each_table_can_be_taken_away_as_a_sheet_of_text(voices, table):
    answer = voices.client("head").get(f"/petitions/board/{table}.xlsx")
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet.max_row > 1
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert voices.client("head").get("/petitions/board/khac.xlsx").status_code == 404


@pytest.mark.parametrize(
    "asked",
    ["month=2026", "month=a-b", "month=2026-99", "result=x", "unit=x", "unit=-1", "where=x'"],
)
def test_nonsense_finds_nothing(voices, asked):
    assert opened(voices.client("head"), f"/petitions/board/rows/?{asked}") == 0


def test_the_board_asks_as_often_for_many_as_for_few(voices):
    client = voices.client("head")
    with CaptureQueriesContext(connection) as few:
        client.get("/petitions/board/")
    for number in range(40):
        actions.receive(
            f"Thêm {number}", Origin("letter"), said_on=TODAY, unit=voices.office.home_affairs,
            place_text=f"Xã {number % 9}", field="c", actor=voices.office.machine, at=NOW,
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        client.get("/petitions/board/")
    assert len(many) == len(few)
