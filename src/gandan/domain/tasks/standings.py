"""How a task stands on a day: done, late, not due yet, or nobody's. Part of `queries`.

Nothing of it is stored. A task that was laid on many units, or that comes back, stands as its
parts stand: late as soon as one of them is, done when all are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import Case, CharField, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.lookups import IsNull

from gandan.domain.tasks.models import Recurrence, State, Task

StandingName = Literal["done", "late", "not-due", "no-owner"]
STANDINGS: tuple[StandingName, ...] = ("done", "late", "not-due", "no-owner")
CLOSED = (State.DONE, State.CANCELLED)


@dataclass(frozen=True, slots=True)
class Shares:
    """How many tasks stand how; the four add up to `total`."""

    done: int = 0
    late: int = 0
    not_due: int = 0
    no_owner: int = 0

    @property
    def total(self) -> int:
        return self.done + self.late + self.not_due + self.no_owner

    def of(self, name: str) -> int:
        return int(getattr(self, name.replace("-", "_")))

    def __add__(self, other: Shares) -> Shares:
        return Shares(
            self.done + other.done,
            self.late + other.late,
            self.not_due + other.not_due,
            self.no_owner + other.no_owner,
        )


def late_on(on: date) -> Q:
    """An open task whose next day has passed."""
    return passed_on(on) & ~Q(state__in=CLOSED)


def passed_on(on: date) -> Q:
    """A task, open or not, whose next day has passed. While it waits, its clock stands still: its
    day has passed only if it had before."""
    runs = Q(waiting_since__isnull=True) | Q(next_due__lt=F("waiting_since"))
    return Q(next_due__lt=on) & runs


def with_standing(tasks: QuerySet[Task], on: date) -> QuerySet[Any]:
    """Each with its `standing` on a day; what was cancelled is not counted at all."""
    parts = Task.objects.filter(parent=OuterRef("pk")).exclude(state=State.CANCELLED)
    open_parts = parts.exclude(state=State.DONE)
    comes_no_more = Q(recurrence__in=_ONCE, rule="") | Q(repeats_until__lt=on)
    by_its_parts = comes_no_more & has_one(parts) & ~has_one(open_parts)
    cases = (
        When(Q(state=State.DONE) | by_its_parts, then=Value("done")),
        When(Q(lead__isnull=True) & ~has_one(parts), then=Value("no-owner")),
        When(late_on(on) | has_one(open_parts.filter(late_on(on))), then=Value("late")),
    )
    standing: Any = Case(*cases, default=Value("not-due"), output_field=CharField())
    return tasks.exclude(state=State.CANCELLED).annotate(standing=standing)


def has_one(rows: QuerySet[Any]) -> Q:
    """As `Exists`, but always looked up by the index, row by row: of an EXISTS PostgreSQL gathers the
    parts of all 200,000 tasks for the 500 of a plan, since it takes a look-up for dearer than it is."""
    return Q(IsNull(Subquery(rows.order_by().values("pk")[:1]), False))


_ONCE = (Recurrence.NONE, Recurrence.ON_EVENT)


def shares_by(tasks: QuerySet[Task], key: str, on: date) -> dict[Any, Shares]:
    """By the value of a field ("document", "lead", "section"): the shares; one query."""
    rows = with_standing(tasks, on).order_by().values_list(key, "standing").annotate(n=Count("pk"))
    found: dict[Any, dict[str, int]] = {}
    for value, standing, n in rows:
        found.setdefault(value, {})[standing.replace("-", "_")] = n
    return {value: Shares(**counts) for value, counts in found.items()}


def shares(tasks: QuerySet[Task], on: date) -> Shares:
    rows = with_standing(tasks, on).order_by().values_list("standing").annotate(n=Count("pk"))
    return Shares(**{standing.replace("-", "_"): n for standing, n in rows})


def parts_of(task: Task) -> QuerySet[Task]:
    """The parts of a task: occurrences by period, sub-tasks by unit."""
    return task.children.select_related("lead", "document").order_by("period_from", "lead__path")
