"""What the table and the chart of a plan show of its tasks, and no more. Part of `queries`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet

from gandan.domain.tasks.lines import helping_of
from gandan.domain.tasks.models import DueDate, State, Task


class PlanLine(NamedTuple):
    """What the table of a plan shows of a task. `parts`: how many are done, of how many."""

    key: int
    section: str
    text: str
    lead: int | None
    lead_name: str | None
    lead_text: str
    time_text: str
    recurrence: str
    next_due: date | None
    state: str
    standing: str
    cooperating: tuple[str, ...]
    parts: tuple[int, int]


_SHOWN = (
    "pk", "section", "text", "lead", "lead__name", "lead_text", "time_text", "recurrence",
    "next_due", "state", "standing",
)  # fmt: skip


def plan_lines(tasks: QuerySet[Any]) -> list[PlanLine]:
    """Of tasks with a standing; three questions, however many."""
    rows = list(tasks.values_list(*_SHOWN))
    keys = [row[0] for row in rows]
    helping, parts = helping_of(keys), _parts_of(keys)
    return [
        PlanLine._make((*row, helping.get(row[0], ()), parts.get(row[0], (0, 0)))) for row in rows
    ]


def _parts_of(keys: Sequence[int]) -> dict[int, tuple[int, int]]:
    parts = Task.objects.filter(parent__in=keys).exclude(state=State.CANCELLED).order_by()
    found: dict[int, tuple[int, int]] = {}
    for whole, state, n in parts.values_list("parent", "state").annotate(n=Count("pk")):
        done, every = found.get(whole, (0, 0))
        found[whole] = (done + n * (state == State.DONE), every + n)
    return found


class DatedLine(NamedTuple):
    """What a chart shows of a task: its words and the dates that stand, in order."""

    key: int
    section: str
    text: str
    created_at: datetime
    standing: str
    days: tuple[date, ...]


def dated_lines(tasks: QuerySet[Any]) -> list[DatedLine]:
    """Of tasks with a standing; two questions, however many."""
    rows = list(tasks.values_list("pk", "section", "text", "created_at", "standing"))
    days: dict[int, tuple[date, ...]] = {}
    dates = DueDate.objects.filter(task__in=[row[0] for row in rows], replaced_by__isnull=True)
    for task, on in dates.order_by("on", "id").values_list("task", "on"):
        days[task] = (*days.get(task, ()), on)
    return [DatedLine._make((*row, days.get(row[0], ()))) for row in rows]
