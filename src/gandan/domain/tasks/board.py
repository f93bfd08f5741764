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

    key: int
    name: str
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
    figures = _figures(tasks, on)
    one, other = (0, 1) if by_load else (1, 0)
    ordered = sorted([(-each[one], -each[other], key) for key, each in figures.items()])
    first = min(first, max(len(ordered) - 1, 0) // most * most)
    shown = [key for *_, key in ordered[first : first + most]]
    names = dict(Unit.objects.filter(pk__in=shown).order_by().values_list("pk", "name"))
    loads = tuple(UnitLoad(key, names[key], *figures[key]) for key in shown)
    totals = tuple(map(sum, zip(*figures.values(), strict=True))) or (0,) * 5
    return Board(loads, len(figures), totals)


def _figures(tasks: QuerySet[Task], on: date) -> dict[int, list[int]]:
    """By unit: open, late, soon, submitted, done. The database counts by unit and
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
        of_unit = figures.get(lead)
        if of_unit is None:
            of_unit = figures[lead] = [0] * 5
        if state not in CLOSED:
            of_unit[0] += n
            of_unit[1] += late
            of_unit[2] += soon
        if state == State.SUBMITTED:
            of_unit[3] = n
        elif state == State.DONE:
            of_unit[4] = n
    return figures


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
