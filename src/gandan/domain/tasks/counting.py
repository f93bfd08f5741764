"""What a due date was counted by, and the day that this gives by a table of terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from gandan.domain.tasks.models import DueDate
from gandan.kernel.calendar import OutsideCalendar
from gandan.kernel.terms import Clock, Pause, TermError
from gandan.kernel.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Counted:
    """The term (its name), the day of its event and the territory codes of the calendar. Without a
    term only the calendar was asked: the end of a period."""

    term: str = ""
    start: date | None = None
    place: str = ""

    def fields(self) -> dict[str, Any]:
        return {"term": self.term, "counted_from": self.start, "place": self.place}


def counted_of(due: DueDate) -> Counted:
    return Counted(due.term, due.counted_from, due.place)


def clock_of(due: DueDate) -> Clock:
    """The clock of a date that a term gave."""
    if not due.term or due.counted_from is None:
        raise ValueError("this date was not counted by a term")
    pauses = tuple(Pause(date.fromisoformat(a), date.fromisoformat(b)) for a, b in due.waits)
    return Clock(due.term, due.counted_from, territory=due.place, pauses=pauses)


def by_term(due: DueDate, table: Timetable) -> date | None:
    """The day by these terms and this calendar; None where no term gave it or none is in force."""
    if not due.term or due.counted_from is None:
        return None
    try:
        return clock_of(due).due(table.calendar, table.terms).date
    except (TermError, OutsideCalendar):
        return None


def successor_of(old: DueDate, **more: Any) -> DueDate:
    """A date to come in the place of another, counted by the same; not saved, without its day."""
    said = {"task_id": old.task_id, "waits": old.waits, **counted_of(old).fields()}
    return DueDate(**{**said, **more})
