"""The days by which petitions must be answered, counted by another calendar or other terms.

Part of `queries`. A day that somebody set otherwise than the term says is no day of this clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from gandan.domain.directory.queries import Unit, territory_path
from gandan.domain.petitions.deadlines import answer_due_by
from gandan.domain.petitions.models import Petition, State
from gandan.kernel.timetable import Timetable

UNANSWERED = (State.RECEIVED, State.CLASSIFIED, State.TRANSFERRED)


@dataclass(frozen=True, slots=True)
class CountedAnswer:
    """`before` None: no term was in force by which a day could be counted; `basis` is the new one."""

    petition: int
    unit: int | None
    before: date | None
    after: date
    basis: str


def answers_moved(before: Timetable, after: Timetable) -> Iterator[CountedAnswer]:
    """The unanswered petitions that would be due on another day; one question."""
    rows = (
        Petition.objects.filter(state__in=UNANSWERED)
        .order_by("due_on", "pk")
        .values_list("pk", "unit", "holder", "source", "said_on", "received_at", "due_on")
    )
    places = _places(before, after)
    for key, unit, holder, source, said_on, received_at, due_on in rows.iterator(chunk_size=5_000):
        place = places.get(unit, "")
        # What a person enters counts from the day it came in, what is loaded from the day it says.
        for start in (timezone.localdate(received_at), said_on):
            was, _ = answer_due_by(before, source, start, place)
            now, basis = answer_due_by(after, source, start, place)
            if was == due_on and now is not None and was != now:
                yield CountedAnswer(key, holder or unit, was, now, basis)
                break


def _places(before: Timetable, after: Timetable) -> dict[int | None, str]:
    """The territory codes by unit; asked only where some place has days of its own."""
    if not (before.calendar.local or after.calendar.local):
        return {}
    keys = Petition.objects.filter(state__in=UNANSWERED).order_by().values("unit").distinct()
    return {unit.pk: territory_path(unit) for unit in Unit.objects.filter(pk__in=keys)}
