"""From the history of one thing the others of the deed are opened: those one may see, and no more."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gandan.domain.tasks import actions
from gandan.kernel.events import Event, deed

from ...conftest import NOW


@pytest.fixture
def three(desk):
    """One deed on two tasks of Sở Nội vụ and one, internal, of Sở Tài chính."""
    office = desk.office
    leads = (office.home_affairs, office.home_affairs, office.finance)
    tasks = [
        actions.assign(
            f"Việc thứ {at}", lead=lead, is_internal=lead is office.finance, actor=office.clerk,
            at=NOW,
        )
        for at, lead in enumerate(leads)
    ]  # fmt: skip
    actions.remind_all(tasks, "Nhắc cả ba", actor=office.clerk, at=NOW)
    return tasks, Event.objects.latest("pk")


def get(desk, who, name, pk, **query):
    return desk.client(who).get(reverse(name, args=[pk]), query)


def test_the_history_of_a_task_names_the_deed_and_opens_its_other_parts(desk, three):
    tasks, deed = three
    html = get(desk, "clerk", "task", tasks[0].pk).content.decode()
    assert "và 2 việc liên quan" in html
    assert f'href="{reverse("event", args=[deed.pk])}"' in html
    page = get(desk, "clerk", "event", deed.pk).content.decode()
    for task in tasks:
        assert f'href="{reverse("task", args=[task.pk])}"' in page


def test_what_one_may_not_see_is_neither_counted_nor_listed(desk, three):
    tasks, deed = three
    html = get(desk, "officer", "task", tasks[0].pk).content.decode()
    assert "và 1 việc liên quan" in html
    page = get(desk, "officer", "event", deed.pk).content.decode()
    assert "Việc thứ 1" in page
    assert "Việc thứ 2" not in page
    assert get(desk, "reader", "event", deed.pk).status_code == 404
    assert get(desk, "admin", "event", deed.pk).status_code == 404


def test_the_words_of_a_deed_name_only_what_was_done_to_things_one_may_see(desk):
    """Sở Nội vụ's task was reminded of and Sở Tài chính's was extended, in one deed."""
    office = desk.office
    office.person("both", "head", "committee")
    mine, theirs = (
        actions.assign("Việc", lead=lead, due=[date(2026, 5, 1)], actor=office.clerk, at=NOW)
        for lead in (office.home_affairs, office.finance)
    )
    with deed("task.extend", "task.comment"):
        actions.comment(mine, "Nhắc", actor=office.both, at=NOW)
        actions.extend(theirs.due_dates.get(), date(2026, 6, 1), "bão", actor=office.both, at=NOW)
    done = Event.objects.latest("pk")
    for name, pk in (("task", mine.pk), ("event", done.pk)):
        assert "Gia hạn (gửi trao đổi)" in get(desk, "both", name, pk).content.decode()
        page = get(desk, "officer", name, pk).content.decode()
        assert "Gửi trao đổi" in page
        assert "Gia hạn" not in page.split("Ai đã làm gì")[-1]


def test_a_deed_that_is_not_there_is_not_found(desk):
    assert get(desk, "clerk", "event", 10**9).status_code == 404


def test_a_duty_that_was_accepted_leads_to_its_words(desk):
    deed = Event.objects.filter(verb="fact.accept").latest("pk")
    page = get(desk, "other_head", "event", deed.pk).content.decode()
    assert f"#fact-{desk.duties[0].pk}" in page
    assert reverse("task", args=[desk.task.pk]) in page
    history = get(desk, "other_head", "document-history", desk.document.pk).content.decode()
    assert "việc liên quan" in history


def test_many_are_paged_and_cost_no_more_questions(desk, three):
    def asked(name, pk, **query):
        with CaptureQueriesContext(connection) as seen:
            assert get(desk, "clerk", name, pk, **query).status_code == 200
        return len(seen)

    tasks, deed = three
    few = asked("task", tasks[0].pk), asked("event", deed.pk, kind="tasks.task")
    more = [
        actions.assign(f"Việc {at}", lead=desk.office.home_affairs, actor=desk.office.clerk, at=NOW)
        for at in range(60)
    ]
    actions.remind_all([tasks[0], *more], "Nhắc", actor=desk.office.clerk, at=NOW)
    larger = Event.objects.latest("pk")
    assert (asked("task", tasks[0].pk), asked("event", larger.pk, kind="tasks.task")) == few
    page = get(desk, "clerk", "event", larger.pk, kind="tasks.task").content.decode()
    assert page.count('class="row__words"') == 50
    assert "Xem cả 61" in get(desk, "clerk", "event", larger.pk).content.decode()
