"""The days by which petitions must be answered, counted by another calendar or other terms.

Part of `queries`. A day that somebody set otherwise than the term says is no day of this clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from gandan.domain.directory.queries import territory_paths
from gandan.domain.petitions.deadlines import answer_due_by
from gandan.domain.petitions.models import Clock, Petition, State
from gandan.domain.petitions.running import counted, running
from gandan.kernel.refusal import Refused
from gandan.kernel.timetable import Timetable

UNANSWERED = (State.RECEIVED, State.CLASSIFIED, State.TRANSFERRED)


@dataclass(frozen=True, slots=True)
class CountedAnswer:
    """`before` None: no term was in force by which a day could be counted; `basis` is the new one."""

    petition: int
    unit: int | None
    before: date | None
    after: date
    basis: str


def answers_moved(before: Timetable, after: Timetable) -> Iterator[CountedAnswer]:
    """The unanswered petitions that would be due on another day; one question."""
    rows = (
        Petition.objects.filter(state__in=UNANSWERED)
        .order_by("due_on", "pk")
        .values_list(
            "pk", "unit", "holder", "source", "said_on", "received_at", "due_on", "counted_from"
        )
    )
    places = _places(before, after)
    for row in rows.iterator(chunk_size=5_000):
        key, unit, holder, source, said_on, received_at, due_on, counted_from = row
        place = places.get(unit, "")
        # Rows older than `counted_from`: what a person entered counts from the day it came in, what
        # was loaded from the day it says.
        known = (counted_from,) if counted_from else (timezone.localdate(received_at), said_on)
        for start in known:
            was, _ = answer_due_by(before, source, start, place)
            now, basis = answer_due_by(after, source, start, place)
            if was == due_on and now is not None and was != now:
                yield CountedAnswer(key, holder or unit, was, now, basis)
                break


def how_many_counted() -> int:
    """How many answers a change of the clock would have to be asked of."""
    return Petition.objects.filter(state__in=UNANSWERED).count()


@dataclass(frozen=True, slots=True)
class CountedClock:
    clock: int
    petition: int
    unit: int | None
    before: date
    after: date
    basis: str


def clocks_moved(before: Timetable, after: Timetable) -> Iterator[CountedClock]:
    """The running clocks of open cases that would end on another day; two questions per thousands."""
    rows = (
        Clock.objects.filter(state=Clock.State.RUNNING)
        .exclude(petition__state=State.CLOSED)
        .select_related("petition")
        .prefetch_related("pauses")
        .order_by("due_on", "pk")
    )
    for clock in rows.iterator(chunk_size=2_000):
        case = clock.petition
        try:
            was, now = (counted(running(clock), table) for table in (before, after))
        except Refused:
            continue  # no term would be in force any more: the day stands as it was counted
        if clock.due_on == was.date != now.date:
            yield CountedClock(
                clock.pk, case.pk, case.holder_id or case.unit_id, was.date, now.date, now.basis
            )


def _places(before: Timetable, after: Timetable) -> Mapping[int | None, str]:
    """The territory codes by unit; asked only where some place has days of its own."""
    if not (before.calendar.local or after.calendar.local):
        return {}
    keys = Petition.objects.filter(state__in=UNANSWERED).order_by().values("unit").distinct()
    return territory_paths(key for key in keys.values_list("unit", flat=True) if key)
