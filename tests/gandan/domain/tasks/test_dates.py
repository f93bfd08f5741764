"""A date is never changed: another one is put in its place, with the reason and who approved."""

from datetime import date

import pytest

from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.access import Denied
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY

OLD, NEW = date(2026, 3, 20), date(2026, 4, 20)


def test_an_extended_date_stays_with_its_reason_and_approver(task, office):
    due = task.due_dates.get()
    new = actions.extend(due, NEW, "chờ ý kiến Bộ Nội vụ", actor=office.head, at=NOW)
    due.refresh_from_db()
    assert (due.on, due.replaced_by, due.is_open) == (OLD, new, False)
    assert (new.reason, new.set_by) == ("chờ ý kiến Bộ Nội vụ", office.head)
    task.refresh_from_db()
    assert task.next_due == NEW


@pytest.mark.parametrize("username", ["officer", "clerk", "other_head", "admin", "reader"])
def test_only_the_head_of_the_lead_unit_extends(task, office, username):
    with pytest.raises(Denied):
        actions.extend(task.due_dates.get(), NEW, "x", actor=office.accounts[username], at=NOW)
    assert task.due_dates.count() == 1


@pytest.mark.parametrize(("to", "reason"), [(NEW, " "), (OLD, "có lý do")])
def test_an_extension_needs_a_reason_and_another_day(task, office, to, reason):
    with pytest.raises(Refused):
        actions.extend(task.due_dates.get(), to, reason, actor=office.head, at=NOW)
    assert task.due_dates.count() == 1


def test_a_date_is_extended_once(task, office):
    due = task.due_dates.get()
    actions.extend(due, NEW, "lần một", actor=office.head, at=NOW)
    with pytest.raises(Refused):
        actions.extend(due, date(2026, 5, 20), "lần hai", actor=office.head, at=NOW)


def test_meeting_the_first_date_leaves_the_second_open(task, office):
    actions.add_due_date(task, NEW, "Ý kiến tại cuộc họp", actor=office.head, at=NOW)
    actions.meet_due_date(task.due_dates.get(on=OLD), actor=office.officer, at=NOW)
    task.refresh_from_db()
    assert task.next_due == NEW


def test_the_same_day_twice_is_one_date(task, office):
    actions.add_due_date(task, OLD, "Ý kiến tại cuộc họp", actor=office.head, at=NOW)
    assert task.due_dates.count() == 1


@pytest.mark.parametrize(
    ("on", "bucket", "left"),
    [
        (date(2026, 3, 21), "overdue", -1),
        (date(2026, 3, 20), "this-week", 0),
        (date(2026, 3, 16), "this-week", 4),
        (date(2026, 3, 15), "later", 5),
        (TODAY, "later", 18),
    ],
)
def test_lateness_is_computed_from_the_day_asked_about(task, on, bucket, left):
    """The same row is late on one day and not on another; nothing is stored."""
    assert queries.bucket_of(task, on) == bucket
    assert queries.days_left(task, on) == left
    assert queries.bucket_counts(type(task).objects.all(), on).of(bucket) == 1
    assert list(queries.in_bucket(type(task).objects.all(), bucket, on)) == [task]


def test_a_task_without_a_date_has_a_bucket_of_its_own(office):
    task = actions.assign("Việc thường xuyên", lead=office.home_affairs, recurrence="continuous",
                          actor=office.head, at=NOW)  # fmt: skip
    assert queries.bucket_of(task, TODAY) == "no-date"
    assert queries.days_left(task, TODAY) is None
