"""What a leader looks at: units by lateness and by load. Part of `queries`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from gandan.domain.directory.queries import Unit
from gandan.domain.tasks.models import State, Task
from gandan.domain.tasks.standings import CLOSED, late_on

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
    Two queries; only the units that are shown are read. What is counted is the lead: all that is
    asked stands in an index, but for PostgreSQL the key does not."""
    is_open = ~Q(state__in=CLOSED)
    rows = list(
        tasks.filter(lead__isnull=False)
        .order_by()
        .values_list("lead")
        .annotate(
            open=Count("lead", filter=is_open),
            late=Count("lead", filter=late_on(on)),
            soon=Count("lead", filter=Q(next_due__gte=on, next_due__lte=on + SOON) & is_open),
            submitted=Count("lead", filter=Q(state=State.SUBMITTED)),
            done=Count("lead", filter=Q(state=State.DONE)),
        )
    )
    one, other = (1, 2) if by_load else (2, 1)
    ordered = sorted(rows, key=lambda row: (-row[one], -row[other], row[0]))
    first = min(first, max(len(rows) - 1, 0) // most * most)
    shown = ordered[first : first + most]
    units = Unit.objects.in_bulk([row[0] for row in shown])
    loads = tuple(UnitLoad(units[key], *figures) for key, *figures in shown)
    totals = tuple(sum(row[column] for row in rows) for column in range(1, 6))
    return Board(loads, len(rows), totals)
