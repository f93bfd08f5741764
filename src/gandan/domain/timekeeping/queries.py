"""Questions about what was changed in the clock."""

from __future__ import annotations

from django.db.models import QuerySet

from gandan.domain.directory.queries import places_with, territory_path
from gandan.domain.timekeeping.moves import MOVED_AT_ONCE, Move, digest_of, is_quick, moves
from gandan.domain.timekeeping.proposals import HABITS, checked, said_of, shipped_row
from gandan.kernel.models import ClockEdit
from gandan.kernel.timetable import Edit, Kind, Timetable, edit_of, timetable

__all__ = [
    "HABITS",
    "MOVED_AT_ONCE",
    "ClockEdit",
    "Edit",
    "Kind",
    "Move",
    "Timetable",
    "checked",
    "digest_of",
    "edit_of",
    "edits_made",
    "is_quick",
    "moves",
    "place_of",
    "said_of",
    "shipped_row",
    "territories_edited",
    "timetable",
]


def edits_made() -> QuerySet[ClockEdit]:
    """Every change, the newest first, with who made it."""
    return ClockEdit.objects.select_related("by__person").order_by("-pk")


def territories_edited() -> list[str]:
    """The places that have days of their own."""
    held = {edit.territory for edit in timetable().edits.values() if edit.territory}
    return sorted(held)


def place_of(code: str) -> tuple[str, str]:
    """What a territory code is called, and the codes in which the calendar asks for it; the code
    itself where nobody entered the place."""
    place = places_with(code).first() if code else None
    return (place.name, territory_path(place)) if place else (code, code)
