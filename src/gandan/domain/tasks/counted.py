"""The open dates of tasks that were counted by the working calendar. Part of `queries`.

Only an occurrence has such a date: the end of its period or, where that is a day off, the next
working day. What a document or a person said moves with nobody's calendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from gandan.domain.tasks.models import DueDate, State
from gandan.domain.tasks.recurring import worked
from gandan.domain.tasks.standings import CLOSED
from gandan.kernel.calendar import Calendar


@dataclass(frozen=True, slots=True)
class CountedDate:
    task: int
    unit: int | None
    before: date
    after: date


def dates_moved(before: Calendar, after: Calendar) -> Iterator[CountedDate]:
    """Those that would be another day by another calendar; one question."""
    rows = (
        DueDate.objects.filter(
            met_on__isnull=True, replaced_by__isnull=True, task__period_to__isnull=False,
            on__gte=F("task__period_to"),
        )
        .exclude(task__state__in=[*CLOSED, State.DRAFT])
        .order_by("on", "pk")
        .values_list("task", "task__lead", "task__period_to", "on")
    )  # fmt: skip
    for task, unit, last, on in rows.iterator(chunk_size=5_000):
        if last is None:
            continue
        was, now = worked(last, before), worked(last, after)
        if on == was != now:
            yield CountedDate(task, unit, was, now)
