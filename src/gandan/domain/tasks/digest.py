"""What the daily message of an account says. Part of `queries`.

Overdue, due now, due soon, what waits for a decision of this person, and who named them. On the
last working day before days off, what falls due on those days is "due now": nobody is written to
on a Sunday.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from gandan.domain.directory.access import Role, Standing, standing, units_of
from gandan.domain.directory.queries import Account
from gandan.domain.tasks.access import visible_tasks
from gandan.domain.tasks.models import Comment, ExtensionRequest, Reminder, State, Task
from gandan.domain.tasks.standings import CLOSED, late_on
from gandan.kernel.calendar import Calendar, OutsideCalendar
from gandan.kernel.timetable import timetable

MENTIONED = 7  # days on which a mention stays before one's eyes
SOON = 3  # working days before: time enough to ask for a later day


@dataclass(frozen=True, slots=True)
class Digest:
    """The tasks and comments that one person is told of on one day; empty: no message."""

    account: Account
    on: date
    overdue: tuple[Task, ...]
    today: tuple[Task, ...]
    soon: tuple[Task, ...]
    to_approve: tuple[Task, ...]
    asked: tuple[ExtensionRequest, ...]
    mentions: tuple[Comment, ...]

    @property
    def tasks(self) -> int:
        return len({*self.overdue, *self.today, *self.soon, *self.to_approve})

    @property
    def is_empty(self) -> bool:
        return not (self.tasks or self.asked or self.mentions)


def digest_of(account: Account, on: date) -> Digest:
    who = standing(account, on)
    mine = own_tasks(who)
    dated = mine.exclude(state__in=CLOSED).exclude(state=State.DRAFT).exclude(state=State.WAITING)
    listed = dated.select_related("lead", "document").order_by("next_due", "id")
    now, soon = days_ahead(on, 1), days_ahead(on, SOON + 1)
    return Digest(
        account,
        on,
        tuple(listed.filter(late_on(on))),
        tuple(listed.filter(next_due__gte=on, next_due__lt=now)),
        tuple(listed.filter(next_due__gte=now, next_due__lt=soon)),
        tuple(to_approve(who)),
        tuple(extensions_asked(who)),
        tuple(new_mentions(account, on)),
    )


def own_tasks(who: Standing) -> QuerySet[Task]:
    """The tasks of the units in which somebody themself holds a working role (not of all below);
    of an officer's unit those that are not given to another officer; and what they follow."""
    heads, officers = units_of(who, Role.HEAD), units_of(who, Role.OFFICER)
    not_anothers = Q(officer__isnull=True) | Q(officer=who.account.person_id)
    mine = Q(lead__in=heads.values("pk")) | (Q(lead__in=officers.values("pk")) & not_anothers)
    followed = Q(pk__in=who.account.subscriptions.values("task"))
    return visible_tasks(who, who.on).filter(mine | followed)


def to_approve(who: Standing) -> QuerySet[Task]:
    """What was submitted to the units that this person heads."""
    heads = units_of(who, Role.HEAD)
    waiting = Task.objects.filter(state=State.SUBMITTED, lead__in=heads.values("pk"))
    return waiting.select_related("lead", "document").order_by("next_due", "id")


def extensions_asked(who: Standing) -> QuerySet[ExtensionRequest]:
    """The requests for a later day that this person may answer."""
    over = Q(pk__in=())
    for path in who.paths(Role.HEAD):
        over |= Q(due__task__lead__path__startswith=path)
    waiting = ExtensionRequest.objects.filter(over, granted__isnull=True)
    return waiting.select_related("due__task__lead", "asked_by__person").order_by("asked_at", "id")


def new_mentions(account: Account, on: date) -> QuerySet[Comment]:
    """Comments that name the account, since its last message before this day."""
    last = Reminder.objects.filter(account=account, on__lt=on).order_by("-on").first()
    found = Comment.objects.filter(mentions=account).exclude(by=account)
    if last is not None:
        found = found.filter(at__gt=last.sent_at)
    return found.select_related("task", "by__person").order_by("at", "id")


def open_mentions(account: Account, on: date) -> QuerySet[Comment]:
    """Comments of the last week that name the account and that it has not answered: whether its message
    was sent, and read, nobody knows."""
    answered = Comment.objects.filter(task=OuterRef("task"), by=account, at__gt=OuterRef("at"))
    since = on - timedelta(days=MENTIONED)
    found = Comment.objects.filter(~Exists(answered), mentions=account, at__date__gt=since)
    return found.exclude(by=account).select_related("task", "by__person").order_by("at", "id")


def is_working_day(day: date, calendar: Calendar | None = None) -> bool:
    """By the working calendar; where it has no such year, by the days of the week."""
    try:
        return (calendar or timetable().calendar).is_working(day)
    except OutsideCalendar:
        return day.weekday() < 5


def days_ahead(on: date, count: int) -> date:
    """The `count`-th working day after a day."""
    day, calendar = on, timetable().calendar
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day, calendar)
    return day
