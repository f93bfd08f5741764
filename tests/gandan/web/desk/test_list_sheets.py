"""Each list can be taken along as a sheet: its rows, by its filters, at a constant cost."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from gandan.domain.meetings import actions as meetings

from ...conftest import NOW, TODAY


def rows_of(answer):
    book = load_workbook(BytesIO(answer.content))
    return [[cell.value for cell in row] for row in book.active.iter_rows(min_row=2)]


def sheet(desk, name, query="", who="clerk"):
    return rows_of(desk.client(who).get(reverse(name) + query))


def test_documents_by_the_filters_of_the_list(desk):
    numbers = [row[0] for row in sheet(desk, "document-export")]
    assert desk.document.number in numbers
    assert sheet(desk, "document-export", "?q=khong-co-gi") == []
    stubs = sheet(desk, "document-export", "?held=stub")
    assert stubs
    assert desk.document.number not in [row[0] for row in stubs]


def test_plans_with_how_their_tasks_stand(desk):
    (row,) = sheet(desk, "plan-export")
    assert row[0] == desk.document.number
    assert row[-1] == str(len(desk.duties) - 1), "one was given out"


@pytest.fixture
def held(office):
    entry = meetings.Entry(
        key="phieu-0001", kind="dialogue", unit=office.committee, mode="in-person",
        place="Nhà văn hóa thôn", held_on=TODAY, details={"chaired_by": "Chủ tịch"},
    )  # fmt: skip
    return meetings.record_meeting(entry, actor=office.clerk, at=NOW).meeting


def test_meetings_by_the_filters_of_the_list(desk, held):
    assert [row[0] for row in sheet(desk, "meeting-export")] == ["Nhà văn hóa thôn"]
    assert sheet(desk, "meeting-export", "?kind=training") == []


@pytest.mark.parametrize("name", ["document-export", "plan-export", "meeting-export"])
def test_a_sheet_asks_few_questions_and_begins_at_its_list(
    desk, held, name, django_assert_max_num_queries
):
    client = desk.client("clerk")
    with django_assert_max_num_queries(14):
        client.get(reverse(name))
    page = client.get(reverse(name.replace("-export", "s"))).content.decode()
    assert f'href="{reverse(name)}' in page
