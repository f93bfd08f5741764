"""Each night: the periods that have begun get their occurrence. Safe to run twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from gandan.domain.directory.queries import Account
from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.queries import Task


def make_periods(on: date, *, actor: Account, at: datetime) -> Iterator[tuple[Task, list[Task]]]:
    """Each duty that comes back with the occurrences made for it now; those that had all are left
    out."""
    for series in queries.series().iterator(chunk_size=500):
        made = actions.make_occurrences(series, on=on, actor=actor, at=at)
        if made:
            yield series, made
