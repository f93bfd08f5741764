"""Which open dates a change of the calendar or of a term would move. It moves none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gandan.domain.meetings.counted import conclusions_moved
from gandan.domain.petitions.counted import answers_moved, clocks_moved
from gandan.domain.tasks.counted import dates_moved
from gandan.kernel.timetable import Timetable

Kind = Literal["task", "petition", "clock", "meeting"]


@dataclass(frozen=True, slots=True)
class Move:
    """One open date. `key` names the task, petition, clock of a petition (then `case` is the petition)
    or meeting; `unit` whose it is; `before` None:
    it had no day, because no term was in force."""

    kind: Kind
    key: int
    unit: int | None
    before: date | None
    after: date
    basis: str = ""
    case: int | None = None


def moves(before: Timetable, after: Timetable) -> list[Move]:
    """Every open date that would be another day, by kind and then by the day it has now."""
    return list(_moves(before, after))


def _moves(before: Timetable, after: Timetable) -> Iterator[Move]:
    for task in dates_moved(before, after):
        yield Move("task", task.task, task.unit, task.before, task.after)
    for one in answers_moved(before, after):
        yield Move("petition", one.petition, one.unit, one.before, one.after, one.basis)
    for clock in clocks_moved(before, after):
        yield Move(
            "clock", clock.clock, clock.unit, clock.before, clock.after, clock.basis, clock.petition
        )
    for held in conclusions_moved(before, after):
        yield Move("meeting", held.meeting, held.unit, held.before, held.after, held.basis)


def digest_of(found: Iterable[Move]) -> str:
    """What was shown, in few characters: sent back with the approval."""
    said = "\n".join(f"{m.kind} {m.key} {m.before} {m.after}" for m in found)
    return hashlib.sha256(said.encode()).hexdigest()[:32]
