"""What a leader looks at: units by lateness and by load. Part of `queries`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, Q, QuerySet

from gandan.domain.directory.queries import Unit
from gandan.domain.tasks.models import State, Task
from gandan.domain.tasks.standings import CLOSED, passed_on

SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class UnitLoad:
    """The open tasks of a unit: all, late, due within a week, submitted; and those done."""

    unit: Unit
    open: int
    late: int
    soon: int
    submitted: int
    done: int

    @property
    def late_share(self) -> int:
        """Per cent of what is open."""
        return round(100 * self.late / self.open) if self.open else 0


@dataclass(frozen=True, slots=True)
class Board:
    """A page of units in the order asked for, how many there are, and the sums over all."""

    loads: tuple[UnitLoad, ...]
    units: int
    totals: tuple[int, ...]


def board(
    tasks: QuerySet[Task], on: date, *, by_load: bool = False, first: int = 0, most: int = 50
) -> Board:
    """The units that lead one of the tasks, those with most late tasks (or most open ones) first.
    Two queries; only the units that are shown are read."""
    rows = _figures(tasks, on)
    one, other = (1, 2) if by_load else (2, 1)
    ordered = sorted(rows, key=lambda row: (-row[one], -row[other], row[0]))
    first = min(first, max(len(rows) - 1, 0) // most * most)
    shown = ordered[first : first + most]
    units = Unit.objects.in_bulk([row[0] for row in shown])
    loads = tuple(UnitLoad(units[key], *figures) for key, *figures in shown)
    totals = tuple(sum(row[column] for row in rows) for column in range(1, 6))
    return Board(loads, len(rows), totals)


def _figures(tasks: QuerySet[Task], on: date) -> list[tuple[int, ...]]:
    """Of each unit: its key, open, late, soon, submitted, done. The database counts by unit and
    state, in the order of an index which holds all that is asked: so it looks at each task for two
    things only. What is counted is the lead: for PostgreSQL the key is not in the index."""
    by_state = (
        tasks.filter(lead__isnull=False)
        .order_by()
        .values_list("lead", "state")
        .annotate(
            n=Count("lead"),
            late=Count("lead", filter=passed_on(on)),
            soon=Count("lead", filter=Q(next_due__gte=on, next_due__lte=on + SOON)),
        )
    )
    figures: dict[int, list[int]] = {}
    for lead, state, n, late, soon in _as_they_come(by_state):
        of_unit = figures.setdefault(lead, [0] * 5)
        if state not in CLOSED:
            of_unit[0] += n
            of_unit[1] += late
            of_unit[2] += soon
        if state == State.SUBMITTED:
            of_unit[3] = n
        elif state == State.DONE:
            of_unit[4] = n
    return [(lead, *of_unit) for lead, of_unit in figures.items()]


def _as_they_come(counted: QuerySet[Any, Any]) -> list[tuple[Any, ...]]:
    """Thousands of rows of whole numbers, which need none of the conversions of the ORM."""
    try:
        asked = counted.query.sql_with_params()
    except EmptyResultSet:  # who leads no unit: the ORM sees without asking that there is no row
        return []
    with connection.cursor() as cursor:
        cursor.execute(*asked)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
