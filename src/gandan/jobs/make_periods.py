"""Each night: the periods that have begun get their occurrence. Safe to run twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from gandan.domain.directory.queries import Account
from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.queries import Task

_AT_ONCE = 500


def make_periods(on: date, *, actor: Account, at: datetime) -> Iterator[tuple[Task, list[Task]]]:
    """Each duty that comes back with the occurrences made for it now; those that had all are left
    out.

    No question is left half read while this writes: SQLite refuses to write, at once, to who still
    reads what others have changed meanwhile ("database is locked")."""
    keys = list(queries.series().values_list("pk", flat=True))
    for first in range(0, len(keys), _AT_ONCE):
        for series in list(queries.series().filter(pk__in=keys[first : first + _AT_ONCE])):
            made = actions.make_occurrences(series, on=on, actor=actor, at=at)
            if made:
                yield series, made
