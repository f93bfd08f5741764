"""How a task stands on a day: done, late, not due yet, or nobody's. Part of `queries`.

Nothing of it is stored. A task that was laid on many units, or that comes back, stands as its
parts stand: late as soon as one of them is, done when all are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import CharField, Count, F, Func, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull

from gandan.domain.tasks.models import State, Task

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


class _Standing(Func):
    """One piece of SQL that both databases read. Put together condition by condition it was the same,
    but a page of a plan spent a quarter of its time on putting it together, twice.

    A part is late as a whole is, by its own columns; of each question "is there a part" PostgreSQL
    must look it up by the index, task by task, as in `has_one`.
    """

    output_field = CharField()

    def __init__(self, *columns: Any, on: date) -> None:
        super().__init__(*columns)
        self.on = on

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        named = ("key", "state", "lead", "recurrence", "rule", "until", "due", "waits")
        compiled = (compiler.compile(each) for each in self.source_expressions)
        columns = {name: sql for name, (sql, _) in zip(named, compiled, strict=True)}
        parts = f"SELECT p.id FROM tasks_task p WHERE p.parent_id = {columns['key']} AND p.state"  # noqa: S608
        sql = _STANDING.format(
            **columns,
            part=f"({parts} <> 'cancelled' LIMIT 1)",
            open_part=f"({parts} NOT IN ('cancelled', 'done') LIMIT 1)",
            late_part=f"({parts} NOT IN ('cancelled', 'done') AND p.next_due < %s "
            "AND (p.waiting_since IS NULL OR p.next_due < p.waiting_since) LIMIT 1)",
        )
        return sql, [connection.ops.adapt_datefield_value(self.on)] * 3


_STANDING = """CASE
WHEN {state} = 'done' THEN 'done'
WHEN (({recurrence} IN ('none', 'on-event') AND {rule} = '') OR {until} < %s)
    AND {part} IS NOT NULL AND {open_part} IS NULL THEN 'done'
WHEN {lead} IS NULL AND {part} IS NULL THEN 'no-owner'
WHEN {state} <> 'cancelled' AND {due} < %s AND ({waits} IS NULL OR {due} < {waits}) THEN 'late'
WHEN {late_part} IS NOT NULL THEN 'late'
ELSE 'not-due' END"""
_ASKED = (
    "pk", "state", "lead", "recurrence", "rule", "repeats_until", "next_due", "waiting_since",
)  # fmt: skip


def with_standing(tasks: QuerySet[Task], on: date) -> QuerySet[Any]:
    """Each with its `standing` on a day; what was cancelled is not counted at all."""
    standing: Any = _Standing(*map(F, _ASKED), on=on)
    return tasks.exclude(state=State.CANCELLED).annotate(standing=standing)


def has_one(rows: QuerySet[Any]) -> Q:
    """As `Exists`, but always looked up by the index, row by row: of an EXISTS PostgreSQL gathers the
    parts of all 200,000 tasks for the 500 of a plan, since it takes a look-up for dearer than it is."""
    return Q(IsNull(Subquery(rows.order_by().values("pk")[:1]), False))


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
