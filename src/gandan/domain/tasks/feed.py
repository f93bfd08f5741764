"""The deadlines of an account as a calendar (RFC 5545). Part of `queries`.

The calendar leaves the program and lies on servers of others: it says on which day something is
due and by which document, never the words of the task, so that it can hold no internal content and
no citizen's name.
"""

from __future__ import annotations

from collections.abc import Callable
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


def calendar_of(account: Account, on: date, address: Callable[[Task], str]) -> bytes:
    """One all-day event per open task of the account with a date; `address` gives its page."""
    mine = own_tasks(standing(account, on)).exclude(state__in=CLOSED).exclude(state=State.DRAFT)
    dated = mine.filter(next_due__isnull=False).select_related("document")
    calendar = Calendar()
    calendar.add("prodid", "-//Gan Dan//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Gần Dân: hạn nhiệm vụ")
    for task in dated.order_by("next_due", "id")[:MOST]:
        calendar.add_component(_event(task, address(task)))
    return bytes(calendar.to_ical())


def _event(task: Task, address: str) -> Event:
    event = Event()
    event.add("uid", f"task-{task.pk}@gandan")
    event.add("dtstamp", datetime.combine(task.created_at.date(), datetime.min.time(), _HOME))
    event.add("sequence", task.sequence)
    if task.next_due is not None:
        event.add("dtstart", task.next_due)
        event.add("dtend", task.next_due + timedelta(days=1))
    event.add("summary", f"Hạn: {_named(task)}")
    event.add("url", address)
    return event


def _named(task: Task) -> str:
    if task.is_internal or task.document is None or not task.document.number:
        return f"nhiệm vụ số {task.pk}"
    section = f" mục {task.section}" if task.section else ""
    return f"{task.document.number}{section}"
