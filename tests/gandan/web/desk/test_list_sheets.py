"""Each list can be taken along as a sheet: its rows, by its filters, at a constant cost."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from gandan.domain.meetings import actions as meetings
from gandan.domain.tasks import actions as tasks

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


def test_the_duties_of_a_plan_by_the_filters_of_its_table(desk):
    address = reverse("plan", args=[desk.document.pk])
    (row,) = rows_of(desk.client("clerk").get(f"{address}?form=xlsx"))
    assert desk.task.text in row
    assert desk.task.lead.name in row
    assert rows_of(desk.client("clerk").get(f"{address}?form=xlsx&standing=done")) == []


def test_all_units_of_a_board_in_its_order(desk, office, monkeypatch):
    monkeypatch.setattr("gandan.web.desk.views.board.UNITS", 1)
    for lead, many in ((office.home_affairs, 2), (office.commune, 3)):
        for at in range(many):
            tasks.assign(f"Việc {at}", lead=lead, actor=office.clerk, at=NOW)
    rows = rows_of(desk.client("clerk").get(f"{reverse('task-board')}?by=load&form=xlsx"))
    assert [(row[0], row[1]) for row in rows[:2]] == [
        (office.commune.name, "3"), (office.home_affairs.name, "2"),
    ]  # fmt: skip


def test_what_has_no_unit_yet(desk, office):
    tasks.assign("Việc chưa rõ", lead=None, lead_text="các ngành", actor=office.clerk, at=NOW)
    assert sheet(desk, "task-unlinked", "?form=xlsx") == [["Việc chưa rõ", "các ngành", None, None]]


def test_inspections_courses_and_campaigns(desk, office):
    by = {"actor": office.clerk, "at": NOW}
    inspection = meetings.plan_inspection(
        "Kiểm tra dân vận", office.committee, [meetings.Item("Việc công khai")], **by
    )
    meetings.plan_visits(inspection, [office.finance], TODAY, **by)
    meetings.plan_course("Tập huấn", office.committee, "Đối thoại", **by)
    (row,) = sheet(desk, "inspections", "?form=xlsx")
    assert (row[0], row[3], row[4]) == ("Kiểm tra dân vận", "1", "0")
    assert sheet(desk, "courses", "?form=xlsx")[0][:2] == ["Tập huấn", "Đối thoại"]


def test_accounts_are_for_who_looks_after_them(desk):
    rows = sheet(desk, "accounts", "?form=xlsx", who="admin")
    assert {"clerk", "head"} <= {row[0] for row in rows}
    assert desk.client("head").get(f"{reverse('accounts')}?form=xlsx").status_code == 403


def test_the_days_of_a_year_and_the_terms_by_their_filters(desk):
    days = sheet(desk, "clock", "?year=2026&form=xlsx")
    assert ["02/09/2026", "ngày lễ, Tết"] in [row[:2] for row in days]
    terms = sheet(desk, "clock-terms", "?q=complaint.accept&form=xlsx")
    assert {row[0] for row in terms} == {"complaint.accept"}
    assert len(terms) == 2, "before and since 1/7/2026"


LISTS = [
    "task-unlinked", "task-board", "inspections", "courses", "campaigns", "receptions", "accounts",
    "clock", "clock-terms",
]  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_every_list_with_rows_offers_its_sheet_and_asks_few_questions(
    desk, office, name, django_assert_max_num_queries
):
    by = {"actor": office.clerk, "at": NOW}
    tasks.assign("Việc chưa rõ", lead=None, **by)
    meetings.plan_inspection("Kiểm tra", office.committee, [meetings.Item("Công khai")], **by)
    meetings.plan_course("Tập huấn", office.committee, "Đối thoại", **by)
    meetings.open_campaign("Đợt 1", "election", office.committee, TODAY, TODAY, **by)
    soon = TODAY + timedelta(days=30)
    meetings.announce_reception(
        meetings.Announced(office.committee, soon, "Trụ sở", "Chủ tịch"), **by
    )
    client = desk.client("admin" if name == "accounts" else "clerk")
    assert "form=xlsx" in client.get(reverse(name)).content.decode()
    with django_assert_max_num_queries(14):
        assert rows_of(client.get(f"{reverse(name)}?form=xlsx"))
