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
    pages = [_page(move) for move in found]
    readable = {
        kind: door(who, who.on).in_bulk([key for of, key in pages if of == kind])
        for kind, door in _DOORS.items()
        if any(of == kind for of, _ in pages)
    }
    rows = []
    for move in found:
        kind, key = _page(move)
        thing = readable[kind].get(key)
        rows.append(
            MovedRow(
                move.kind,
                move.key,
                str(units[move.unit]) if move.unit in units else "",
                move.before,
                move.after,
                str(thing) if thing else "",
                reverse(kind, args=[key]) if thing else "",
                move.basis,
            )
        )
    return rows


def _page(move: Move) -> tuple[str, int]:
    """The page on which the date stands: a clock has none but that of its case."""
    return ("petition", move.case) if move.case else (move.kind, move.key)
