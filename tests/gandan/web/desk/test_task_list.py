"""The list by filters, filters under a name, one verb on many tasks with a second look and an undo."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.models import SavedFilter, Task
from gandan.web.desk.paging import LongList

from ...conftest import NOW

LIST = "/tasks/"


def show(desk, who, query=""):
    return desk.client(who).get(LIST + query).content.decode()


@pytest.fixture
def more(desk, office):
    return [
        actions.assign(f"Việc thêm {n}", lead=office.finance, due=[date(2026, 3, 20)],
                       actor=office.other_head, at=NOW)
        for n in range(3)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("", 4), ("?plan=15/KH-SNV", 1), ("?plan=99/KH", 0), ("?state=assigned", 4),
        ("?state=done", 0), ("?q=viec+them", 3), ("?q=viec+them&state=assigned", 3),
    ],
)  # fmt: skip
def test_filters(desk, more, query, rows):
    assert show(desk, "clerk", query).count('class="row__words"') == rows


def test_a_page_of_a_long_list_has_its_rows_in_the_order_of_the_list(desk, more):
    rows = queries.listed(Task.objects.all())
    pages = [LongList(rows, 3).page(number).object_list for number in (1, 2)]
    assert [len(page) for page in pages] == [3, 1]
    assert [row for page in pages for row in page] == list(rows)


def test_late_ones_only(desk, more):
    with time_machine.travel(NOW + timedelta(days=30), tick=False):
        assert show(desk, "clerk", "?late=1").count('class="row__words"') == 3


def test_a_filter_is_kept_under_a_name_for_its_owner_only(desk, more):
    desk.client("clerk").post(
        reverse("task-filter-save"), {"name": "Của tôi", "query": "state=assigned&x=1"}
    )
    row = SavedFilter.objects.get()
    assert row.query == "state=assigned"
    assert "Của tôi" in show(desk, "clerk")
    assert "Của tôi" not in show(desk, "head")
    address = reverse("task-filter-delete", args=[row.pk])
    assert desk.client("head").post(address).status_code == 404
    desk.client("clerk").post(address)
    assert not SavedFilter.objects.exists()


def bulk(desk, who, **data):
    return desk.client(who).post(reverse("task-bulk"), data, follow=True).content.decode()


def dues(more):
    rows = Task.objects.filter(pk__in=[task.pk for task in more])
    return set(rows.values_list("next_due", flat=True))


def test_many_are_extended_after_a_second_look_and_put_back(desk, more):
    keys = [task.pk for task in more]
    asked = bulk(desk, "other_head", verb="extend", task=keys)
    assert "Gia hạn: 3" in asked
    assert dues(more) == {date(2026, 3, 20)}
    said = {"to": "20/4/2026", "reason": "bão", "sure": "1"}
    html = bulk(desk, "other_head", verb="extend", task=keys, **said)
    assert dues(more) == {date(2026, 4, 20)}
    assert "Hoàn lại" in html
    change = desk.client("other_head").get(LIST).context["undo"]
    desk.client("other_head").post(reverse("task-bulk-undo", args=[change.pk]))
    assert dues(more) == {date(2026, 3, 20)}


def test_nobody_undoes_what_another_did(desk, more, office):
    change = actions.extend_all(more, date(2026, 4, 20), "bão", actor=office.other_head, at=NOW)
    address = reverse("task-bulk-undo", args=[change.pk])
    assert desk.client("clerk").post(address).status_code == 404
    assert dues(more) == {date(2026, 4, 20)}


def test_a_task_that_is_not_visible_is_not_touched(desk, office):
    other = actions.assign("Việc của Sở Nội vụ", lead=office.home_affairs, due=[date(2026, 3, 20)],
                           actor=office.head, at=NOW)  # fmt: skip
    said = {"to": "20/4/2026", "reason": "bão", "sure": "1"}
    bulk(desk, "other_head", verb="extend", task=[other.pk], **said)
    assert dues([other]) == {date(2026, 3, 20)}


def test_a_reader_has_no_boxes_to_tick(desk):
    assert 'name="task"' not in show(desk, "reader")


def test_the_board_counts_what_its_links_open(desk, more, office):
    with time_machine.travel(NOW + timedelta(days=30), tick=False):
        html = desk.client("clerk").get(reverse("task-board")).content.decode()
        late = f"/tasks/?unit={office.finance.pk}&amp;late=1"
        assert f'href="{late}">3<' in html
        opened = show(desk, "clerk", f"?unit={office.finance.pk}&late=1")
        assert opened.count('class="row__words"') == 3
