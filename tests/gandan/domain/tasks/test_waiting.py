"""While a task waits, its clock stands still; the days are given back when it goes on."""

from datetime import date, timedelta

import pytest

from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.access import Denied
from gandan.domain.tasks.models import Task

from ...conftest import NOW

DUE = date(2026, 3, 20)


def wait(task, office, at=NOW):
    actions.take_step(task, "receive", actor=office.head, at=at)
    return actions.take_step(task, "wait", reason="chờ ý kiến Bộ", actor=office.head, at=at)


def test_a_task_that_waits_is_not_late(task, office):
    waiting = wait(task, office)
    on = DUE + timedelta(days=10)
    assert queries.bucket_of(waiting, on) == "waiting"
    everything = Task.objects.all()
    assert queries.bucket_counts(everything, on).of("waiting") == 1
    assert not queries.find_tasks(everything, overdue_on=on).exists()
    assert queries.with_standing(everything, on).get().standing == "not-due"


def test_the_days_of_waiting_are_given_back_and_the_old_date_stays(task, office):
    wait(task, office)
    later = NOW + timedelta(days=30)
    again = actions.take_step(task, "resume", actor=office.officer, at=later)
    # Thirty days after 20/3 is Sunday 19/4: BLDS Điều 148 khoản 5 makes it the Monday.
    assert (again.next_due, again.waiting_since) == (DUE + timedelta(days=31), None)
    old, new = task.due_dates.order_by("on")
    assert (old.on, old.replaced_by, "Tạm chờ" in new.reason) == (DUE, new, True)


def test_what_was_late_before_the_wait_stays_late(task, office):
    waiting = wait(task, office, at=NOW + timedelta(days=25))
    on = DUE + timedelta(days=30)
    assert queries.bucket_of(waiting, on) == "overdue"
    again = actions.take_step(task, "resume", actor=office.head, at=NOW + timedelta(days=40))
    assert again.next_due == DUE


def test_only_who_may_extend_may_let_it_wait(task, office):
    actions.take_step(task, "receive", actor=office.head, at=NOW)
    with pytest.raises(Denied):
        actions.take_step(task, "wait", reason="chờ", actor=office.officer, at=NOW)
