"""Open dates that would move, as rows of a table: whose they are, and a way to those one may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from gandan.domain.directory.access import Standing
from gandan.domain.directory.queries import Unit
from gandan.domain.meetings.access import visible_meetings
from gandan.domain.petitions.access import visible_petitions
from gandan.domain.tasks.access import visible_tasks
from gandan.domain.timekeeping.queries import Move

_DOORS = {"task": visible_tasks, "petition": visible_petitions, "meeting": visible_meetings}


@dataclass(frozen=True, slots=True)
class MovedRow:
    """`words` and `address` are empty for who may not read the thing itself."""

    kind: str
    key: int
    unit: str
    before: date | None
    after: date
    words: str
    address: str
    basis: str


def rows_of_moves(found: Sequence[Move], who: Standing) -> list[MovedRow]:
    """Four questions, however many rows."""
    units = Unit.objects.in_bulk({move.unit for move in found if move.unit})
    readable = {
        kind: door(who, who.on).in_bulk([move.key for move in found if move.kind == kind])
        for kind, door in _DOORS.items()
        if any(move.kind == kind for move in found)
    }
    rows = []
    for move in found:
        thing = readable[move.kind].get(move.key)
        rows.append(
            MovedRow(
                move.kind,
                move.key,
                str(units[move.unit]) if move.unit in units else "",
                move.before,
                move.after,
                str(thing) if thing else "",
                reverse(move.kind, args=[move.key]) if thing else "",
                move.basis,
            )
        )
    return rows
