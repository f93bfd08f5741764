"""The days by which conclusions of meetings must be out, counted by another calendar or other terms.

Part of `queries`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gandan.domain.directory.queries import territory_paths
from gandan.domain.meetings.kinds import conclusion_due, kinds
from gandan.domain.meetings.models import Meeting, State
from gandan.kernel.timetable import Timetable


@dataclass(frozen=True, slots=True)
class CountedConclusion:
    meeting: int
    unit: int
    before: date | None
    after: date
    basis: str


def conclusions_moved(before: Timetable, after: Timetable) -> Iterator[CountedConclusion]:
    """The meetings without a conclusion whose day for it would be another; one question, and three
    more where some place has days of its own."""
    concluded = [name for name, kind in kinds().items() if kind.conclusion]
    waiting = Meeting.objects.filter(state=State.HELD, kind__in=concluded)
    places = {}
    if before.calendar.local or after.calendar.local:
        places = territory_paths(waiting.order_by().values_list("unit", flat=True).distinct())
    rows = waiting.order_by("held_on", "pk").values_list(
        "pk", "unit", "kind", "held_on", "conclusion_due"
    )
    for key, unit, kind, held_on, due_on in rows.iterator(chunk_size=5_000):
        place = places.get(unit, "")
        was, _ = conclusion_due(kinds()[kind], held_on, before, place)
        now, basis = conclusion_due(kinds()[kind], held_on, after, place)
        if was == due_on and now is not None and was != now:
            yield CountedConclusion(key, unit, was, now, basis)
