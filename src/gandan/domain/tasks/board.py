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


def unit_loads(tasks: QuerySet[Task], on: date) -> list[UnitLoad]:
    """The units that lead one of the tasks, those with most late tasks first; two queries."""
    is_open = ~Q(state__in=CLOSED)
    rows = (
        tasks.filter(lead__isnull=False)
        .order_by()
        .values_list("lead")
        .annotate(
            open=Count("pk", filter=is_open),
            late=Count("pk", filter=late_on(on)),
            soon=Count("pk", filter=is_open & Q(next_due__gte=on, next_due__lte=on + SOON)),
            submitted=Count("pk", filter=Q(state=State.SUBMITTED)),
            done=Count("pk", filter=Q(state=State.DONE)),
        )
    )
    counted = {row[0]: row[1:] for row in rows}
    units = Unit.objects.in_bulk(list(counted))
    loads = [UnitLoad(units[key], *figures) for key, figures in counted.items()]
    return sorted(loads, key=lambda load: (-load.late, -load.open, load.unit.path))
