"""The deadlines of an account as a calendar (RFC 5545). Part of `queries`.

The calendar leaves the program and lies on servers of others: it says on which day something is
due and by which document, never the words of the task, so that it can hold no internal content and
no citizen's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from gandan.domain.directory.access import standing
from gandan.domain.directory.queries import Account
from gandan.domain.tasks.actions.desk import sealed
from gandan.domain.tasks.digest import own_tasks
from gandan.domain.tasks.models import CalendarFeed, State, Task
from gandan.domain.tasks.standings import CLOSED

MOST = 2_000
_HOME = ZoneInfo("Asia/Ho_Chi_Minh")


def account_of_secret(secret: str) -> Account | None:
    """Whose calendar a secret opens; None: nobody's, revoked, or of a closed account."""
    feeds = CalendarFeed.objects.filter(digest=sealed(secret), revoked_at__isnull=True)
    feed = feeds.select_related("account").first()
    return feed.account if feed is not None and feed.account.is_active else None


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day of the calendar. `key` stays the same when the day moves; `sequence` grows with it."""

    key: str
    made_on: date
    sequence: int
    on: date
    named: str
    address: str


def task_deadlines(account: Account, on: date, address: Callable[[Task], str]) -> list[Deadline]:
    """One per open task of the account with a date; `address` gives its page."""
    mine = own_tasks(standing(account, on)).exclude(state__in=CLOSED).exclude(state=State.DRAFT)
    dated = mine.filter(next_due__isnull=False).select_related("document")
    return [
        Deadline(
            f"task-{task.pk}", task.created_at.date(), task.sequence, task.next_due, _named(task),
            address(task),
        )
        for task in dated.order_by("next_due", "id")[:MOST]
        if task.next_due
    ]  # fmt: skip


def calendar_of(deadlines: Iterable[Deadline]) -> bytes:
    """One all-day event for each."""
    calendar = Calendar()
    calendar.add("prodid", "-//Gan Dan//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Gần Dân: hạn việc phải làm")
    for deadline in deadlines:
        calendar.add_component(_event(deadline))
    return bytes(calendar.to_ical())


def _event(deadline: Deadline) -> Event:
    event = Event()
    event.add("uid", f"{deadline.key}@gandan")
    event.add("dtstamp", datetime.combine(deadline.made_on, datetime.min.time(), _HOME))
    event.add("sequence", deadline.sequence)
    event.add("dtstart", deadline.on)
    event.add("dtend", deadline.on + timedelta(days=1))
    event.add("summary", f"Hạn: {deadline.named}")
    event.add("url", deadline.address)
    return event


def _named(task: Task) -> str:
    if task.is_internal or task.document is None or not task.document.number:
        return f"nhiệm vụ số {task.pk}"
    section = f" mục {task.section}" if task.section else ""
    return f"{task.document.number}{section}"
