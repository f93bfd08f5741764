"""The list by filters, filters under a name, one verb on many tasks with a second look and an undo."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from gandan.domain.errands.models import Errand
from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.models import Comment, SavedFilter, Task
from gandan.jobs.errands import run_next
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
    change = desk.client("other_head").get(LIST).context["undo"].change
    desk.client("other_head").post(reverse("task-bulk-undo", args=[change.pk]))
    assert dues(more) == {date(2026, 3, 20)}
    page = desk.client("other_head").get(reverse("task", args=[more[0].pk])).content.decode()
    assert "đã gia hạn đến" not in page, "no extension in force"
    assert "Việc gia hạn đến 20/04/2026 đã rút lại ngày 02/03/2026." in page


@pytest.fixture
def many(desk, office, settings, tmp_path, monkeypatch):
    """A list of three pages whose thresholds are as small as the list."""
    settings.GANDAN_DATA = tmp_path
    monkeypatch.setattr("gandan.web.desk.views.bulk.MOST", 3)
    Task.objects.bulk_create(
        Task(text=f"Việc loạt {n}", search=f"viec loat {n}", lead=office.finance, created_at=NOW,
             created_by=office.other_head, state="assigned")
        for n in range(120)
    )  # fmt: skip


ALL = {"verb": "remind", "all": "1", "query": "q=viec+loat"}


def test_all_of_a_filter_are_shown_with_their_number_and_done_later_one_by_one(desk, many):
    assert 'name="all"' in show(desk, "other_head", "?q=viec+loat")
    answer = desk.client("other_head").post(reverse("task-bulk"), ALL)
    html = answer.content.decode()
    assert "Nhắc việc: 120" in html
    assert "nhiều nhất 20.000" in html
    assert html.count('class="row__words"') == 50
    said = {**ALL, "sure": "1", "text": "Nhắc", "key": "mot", "seen": answer.context["seen"]}
    for _ in range(2):
        sent = desk.client("other_head").post(reverse("task-bulk"), said)
    errand = Errand.objects.get()
    assert sent.url == reverse("errand", args=[errand.pk])
    assert not Comment.objects.exists()
    run_next(timezone.now)
    assert Comment.objects.count() == 120
    shown = desk.client("other_head").get(sent.url).content.decode()
    assert "120/120" in shown
    assert "Việc loạt 7" in shown


def test_a_list_that_changed_since_it_was_shown_is_shown_again(desk, many, office):
    seen = desk.client("other_head").post(reverse("task-bulk"), ALL).context["seen"]
    actions.assign("Việc loạt mới", lead=office.finance, actor=office.other_head, at=NOW)
    html = bulk(desk, "other_head", **ALL, sure="1", text="Nhắc", seen=seen)
    assert "Danh sách vừa đổi" in html
    assert "Nhắc việc: 121" in html
    assert not Errand.objects.exists()


def test_a_filter_that_finds_too_many_is_told_the_limit(desk, many, monkeypatch):
    monkeypatch.setattr("gandan.web.desk.views.bulk.MOST_OF_FILTER", 100)
    assert "hơn 100 nhiệm vụ" in bulk(desk, "other_head", **ALL)


def test_what_was_done_later_is_put_back_later(desk, many, office):
    to = {"verb": "assign", "all": "1", "query": "q=viec+loat"}
    seen = desk.client("clerk").post(reverse("task-bulk"), to).context["seen"]
    bulk(desk, "clerk", **to, sure="1", lead=office.home_affairs.code, seen=seen)
    run_next(timezone.now)
    assert Task.objects.filter(lead=office.home_affairs).count() >= 120
    undo = desk.client("clerk").get(LIST).context["undo"]
    assert undo.tasks == 120
    address = reverse("task-bulk-undo", args=[undo.change.pk])
    for _ in range(2):
        assert desk.client("clerk").post(address).url.startswith("/running/")
    assert Errand.objects.filter(kind="undo-tasks").count() == 1
    run_next(timezone.now)
    assert Task.objects.filter(text__startswith="Việc loạt", lead=office.finance).count() == 120
    assert desk.client("clerk").get(LIST).context["undo"] is None
    assert (
        "không hoàn lại được nữa"
        in desk.client("clerk").post(address, follow=True).content.decode()
    )


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
