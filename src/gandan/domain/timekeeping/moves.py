"""Which open dates a change of the calendar or of a term would move. It moves none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from gandan.domain.meetings.counted import conclusions_moved
from gandan.domain.petitions.counted import answers_moved, clocks_moved
from gandan.domain.petitions.counted import how_many_counted as answers_counted
from gandan.domain.tasks.counted import dates_moved
from gandan.domain.tasks.counted import how_many_counted as dates_counted
from gandan.kernel.timetable import Timetable

PROPOSAL = "moves.json"
COUNTED_AT_ONCE = 10_000
# A date takes a millisecond to move with its task, its event and its history.
MOVED_AT_ONCE = 1_000

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


def is_quick() -> bool:
    """Whether somebody can wait until all dates are counted anew: ten thousand take about a second."""
    return dates_counted() + answers_counted() <= COUNTED_AT_ONCE


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


def read_moves(errand_folder: Path) -> list[Move]:
    """What was counted apart from the request, as it was written to the folder of its errand."""
    rows = json.loads((errand_folder / PROPOSAL).read_text("utf-8"))
    day = date.fromisoformat
    return [
        Move(**{**row, "before": day(row["before"]) if row["before"] else None,
                "after": day(row["after"])})
        for row in rows
    ]  # fmt: skip


def write_moves(found: Iterable[Move], errand_folder: Path) -> None:
    """Under another name first: a file with the name of the result is a whole one."""
    rows = [
        {**asdict(m), "before": m.before.isoformat() if m.before else None,
         "after": m.after.isoformat()}
        for m in found
    ]  # fmt: skip
    part = errand_folder / f"{PROPOSAL}.part"
    part.write_text(json.dumps(rows), "utf-8")
    part.replace(errand_folder / PROPOSAL)


def digest_of(found: Iterable[Move]) -> str:
    """What was shown, in few characters: sent back with the approval."""
    said = "\n".join(f"{m.kind} {m.key} {m.before} {m.after}" for m in found)
    return hashlib.sha256(said.encode()).hexdigest()[:32]
