"""The clocks that somebody must keep: in the list of their unit, in their message, in their calendar.

Part of `queries`. Of a case only its number is said: the words may name people, and the code by which
the public looks it up opens its page to whoever has it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from gandan.domain.directory.access import Standing, standing, units_of
from gandan.domain.directory.queries import Account, Unit
from gandan.domain.petitions.access import HANDLING, handled_petitions
from gandan.domain.petitions.models import Clock, Petition, State
from gandan.domain.tasks.buckets import Bucket, Load, last_of_week
from gandan.domain.tasks.digest import SOON, days_ahead
from gandan.domain.tasks.feed import Deadline
from gandan.kernel.ids import key_said

_MOST = 2_000


def open_clocks(cases: QuerySet[Petition]) -> QuerySet[Clock]:
    """The clocks of these cases that run or stand still, the most pressing first. Each clock is asked
    whether it is of them: to gather all cases first would be dear where few have a clock."""
    of_them = Exists(cases.order_by().filter(pk=OuterRef("petition")))
    found = Clock.objects.filter(of_them)
    found = found.exclude(state=Clock.State.DONE).exclude(petition__state=State.CLOSED)
    rows = found.select_related("petition__holder", "petition__unit")
    # What stands still has no day and comes last, on either database.
    return rows.order_by(Coalesce("due_on", date.max), "id")


def clocks_of_unit(cases: QuerySet[Petition], unit: Unit) -> QuerySet[Clock]:
    """Those of the cases that a unit has, with the rooms below it of its own level."""
    within = Unit.objects.filter(path__startswith=unit.path, level=unit.level).values("pk")
    return open_clocks(cases.filter(_had_by(within)))


def clocks_under(cases: QuerySet[Petition], unit: Unit) -> QuerySet[Clock]:
    """Those of the cases that a unit, or any unit below it, has."""
    return open_clocks(cases.filter(_had_by(Unit.objects.filter(path__startswith=unit.path))))


def holding_words(clocks: QuerySet[Clock], words: str) -> QuerySet[Clock]:
    """Those whose term says these words, or whose case has this number."""
    said = Q(means__icontains=words)
    if key := key_said(words):
        said |= Q(petition=key)
    return clocks.filter(said)


def late_clocks(on: date) -> Q:
    return Q(due_on__lt=on)


def clocks_in_bucket(clocks: QuerySet[Clock], bucket: Bucket, on: date) -> QuerySet[Clock]:
    return clocks.filter(_within(on)[bucket])


def clock_counts(clocks: QuerySet[Clock], on: date) -> Load:
    """How many stand in each bucket: one question. Every clock has a day or stands still."""
    rows = clocks.order_by().select_related(None)
    return Load(**rows.aggregate(
        **{key.replace("-", "_"): Count("pk", filter=fits) for key, fits in _within(on).items()}
    ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClockDigest:
    """The clocks that one person is told of on one day."""

    overdue: tuple[Clock, ...]
    today: tuple[Clock, ...]
    soon: tuple[Clock, ...]

    def __len__(self) -> int:
        return len(self.overdue) + len(self.today) + len(self.soon)


def clock_digest(account: Account, on: date) -> ClockDigest:
    """What is over, due now and due soon, by the same working days as the message on tasks."""
    now, soon = days_ahead(on, 1), days_ahead(on, SOON + 1)
    told = [
        (clock.due_on, clock)
        for clock in own_clocks(standing(account, on)).filter(due_on__lt=soon)
        if clock.due_on
    ]
    return ClockDigest(
        tuple(clock for day, clock in told if day < on),
        tuple(clock for day, clock in told if on <= day < now),
        tuple(clock for day, clock in told if day >= now),
    )


def clock_deadlines(
    account: Account, on: date, address: Callable[[Petition], str]
) -> list[Deadline]:
    """The days of the account's clocks for its calendar; one that stands still has none."""
    running = own_clocks(standing(account, on)).filter(due_on__isnull=False)
    return [
        Deadline(
            f"clock-{clock.pk}", timezone.localdate(clock.started_at), clock.changes - 1,
            clock.due_on, f"vụ việc số {clock.petition_id}", address(clock.petition),
        )
        for clock in running.annotate(changes=Count("dates"))[:_MOST]
        if clock.due_on
    ]  # fmt: skip


def own_clocks(who: Standing) -> QuerySet[Clock]:
    """The clocks of the cases that lie in the units where somebody themself handles cases (not of all
    below); those that no unit has yet are the clerks'."""
    mine = _had_by(units_of(who, *HANDLING).values("pk")) | Q(
        holder__isnull=True, unit__isnull=True
    )
    return open_clocks(handled_petitions(who).filter(mine))


def _had_by(units: QuerySet[Any, Any]) -> Q:
    """The cases that one of the units has: it holds them, or took them in and sent them nowhere."""
    return Q(holder__in=units) | Q(holder__isnull=True, unit__in=units)


def _within(on: date) -> dict[Bucket, Q]:
    week = last_of_week(on)
    return {
        "overdue": late_clocks(on),
        "this-week": Q(due_on__gte=on, due_on__lte=week),
        "later": Q(due_on__gt=week),
        "waiting": Q(due_on__isnull=True),
        "no-date": Q(pk__in=()),
    }
