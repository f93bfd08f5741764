"""The open dates of tasks that were counted by the working calendar or by a term. Part of `queries`.

An occurrence is due at the end of its period or, where that is a day off, on the next working day.
A date that a term gave, also that of a sub-task, keeps what it was counted by. What a document or
a person said moves with nobody's calendar. The day of a task that ends with a petition is the
petition's: it moves with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import F, QuerySet

from gandan.domain.tasks.counting import by_term
from gandan.domain.tasks.models import DueDate, State
from gandan.domain.tasks.recurring import worked
from gandan.domain.tasks.standings import CLOSED
from gandan.kernel.calendar import Calendar
from gandan.kernel.timetable import Timetable


@dataclass(frozen=True, slots=True)
class CountedDate:
    task: int
    unit: int | None
    before: date
    after: date


def dates_moved(before: Timetable, after: Timetable) -> Iterator[CountedDate]:
    """Those that would be another day by another table, by the day they have now; two questions."""
    found = [*_ends_of_periods(before.calendar, after.calendar), *_terms(before, after)]
    yield from sorted(found, key=lambda each: (each.before, each.task))


def how_many_counted() -> int:
    """How many open dates a change of the clock would have to be asked of."""
    counted = DueDate.objects.exclude(term="", task__period_to__isnull=True)
    return _open(counted).count()


def _ends_of_periods(before: Calendar, after: Calendar) -> Iterator[CountedDate]:
    rows = (
        _open(DueDate.objects.filter(term="", task__period_to__isnull=False))
        .filter(on__gte=F("task__period_to"))
        .values_list("task", "task__lead", "task__period_to", "on", "place")
    )
    moved = lru_cache(maxsize=None)(
        lambda last, place: (worked(last, before, place), worked(last, after, place))
    )
    for task, unit, last, on, place in rows.iterator(chunk_size=5_000):
        was, now = moved(last, place)
        if on == was != now:
            yield CountedDate(task, unit, was, now)


def _terms(before: Timetable, after: Timetable) -> Iterator[CountedDate]:
    dates = _open(DueDate.objects.exclude(term="").exclude(task__closes_with="petition"))
    days: dict[tuple[object, ...], tuple[date | None, date | None]] = {}
    for due in dates.select_related("task").iterator(chunk_size=5_000):
        # Thousands of sub-tasks were counted by the same: it is counted once.
        same = (due.term, due.counted_from, due.place, str(due.waits))
        if same not in days:
            days[same] = by_term(due, before), by_term(due, after)
        was, now = days[same]
        if was is not None and now is not None and due.on == was != now:
            yield CountedDate(due.task_id, due.task.lead_id, was, now)


def _open(dates: QuerySet[DueDate]) -> QuerySet[DueDate]:
    opened = dates.filter(met_on__isnull=True, replaced_by__isnull=True)
    return opened.exclude(task__state__in=[*CLOSED, State.DRAFT])
