"""The calendar and the terms in force in this office: those that are shipped, as it changed them.

`calendar` and `terms` are pure and take what they count by as an argument; this module is where the
product gets that argument. Whoever counts many dates asks once and passes the answer on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model

from gandan.kernel.calendar import Calendar, DayEdit, LocalRule, Year, edited, vietnam
from gandan.kernel.events import NoTransaction, one_writer_at_a_time
from gandan.kernel.models import ClockEdit
from gandan.kernel.terms import Term, terms
from gandan.kernel.terms.edits import OwnLength, Switch, edited_terms

Kind = ClockEdit.Kind


@dataclass(frozen=True, slots=True)
class Edit:
    """What a row of `ClockEdit` says, also before it is one."""

    kind: str
    key: str
    territory: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    document: str = ""
    reason: str = ""

    @property
    def place(self) -> tuple[str, str, str]:
        return self.kind, self.key, self.territory


@dataclass(frozen=True, eq=False, slots=True)
class Timetable:
    """What dates are counted by. `edits`: the changes in force, by kind, key and territory."""

    calendar: Calendar
    terms: tuple[Term, ...]
    edits: Mapping[tuple[str, str, str], Edit]

    def after(self, edit: Edit) -> Timetable:
        """As it would be with one change more."""
        return timetable_of([*self.edits.values(), edit])


def timetable() -> Timetable:
    """The one in force now: one question to the database, answered from memory if nothing changed."""
    last = ClockEdit.objects.order_by("-pk").values_list("seal", flat=True).first()
    return _kept(last or "")


def timetable_of(edits: Iterable[Edit]) -> Timetable:
    """The shipped tables with these changes; of two on the same thing the later holds. Pure."""
    standing: dict[tuple[str, str, str], Edit] = {}
    for edit in edits:
        standing.pop(edit.place, None)
        if not edit.data.get("removed"):
            standing[edit.place] = edit
    of: dict[str, list[Edit]] = {}
    for edit in standing.values():
        of.setdefault(edit.kind, []).append(edit)
    shipped = vietnam(frozenset(edit.key for edit in of.get(Kind.DISPUTED, ())))
    return Timetable(
        edited(
            shipped,
            map(_day, of.get(Kind.DAY, ())),
            map(_habit, of.get(Kind.HABIT, ())),
            map(_year, of.get(Kind.YEAR, ())),
        ),
        edited_terms(
            terms(), map(_switch, of.get(Kind.SWITCH, ())), map(_own, of.get(Kind.OWN, ()))
        ),
        standing,
    )


def keep(edit: Edit, *, actor: Model, at: datetime) -> ClockEdit:
    """Add a change. Part of a verb: its transaction, permission and event are the caller's."""
    if not connection.in_atomic_block:
        raise NoTransaction("a change of the clock needs the transaction of its verb")
    one_writer_at_a_time()
    last = ClockEdit.objects.order_by("-pk").values_list("seal", flat=True).first()
    said = [last or "", *edit.place, dict(edit.data), edit.document, edit.reason, at.isoformat()]
    seal = hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
    return ClockEdit.objects.create(
        kind=edit.kind, key=edit.key, territory=edit.territory, data=dict(edit.data),
        document=edit.document[:300], reason=edit.reason[:400], at=at, by_id=actor.pk, seal=seal,
    )  # fmt: skip


@lru_cache(maxsize=8)
def _kept(seal: str) -> Timetable:
    """By the seal of the last row, which says what all rows say. A row that was never committed
    leaves an answer behind that nobody asks for again."""
    rows: Iterable[ClockEdit] = ClockEdit.objects.order_by("pk") if seal else ()
    return timetable_of(edit_of(row) for row in rows)


def edit_of(row: ClockEdit) -> Edit:
    return Edit(row.kind, row.key, row.territory, row.data, row.document, row.reason)


def _day(edit: Edit) -> DayEdit:
    said = edit.data
    return DayEdit(
        date.fromisoformat(edit.key), said["mark"], said["means"], edit.document, edit.territory
    )


def _habit(edit: Edit) -> LocalRule:
    said = edit.data
    last = said.get("last")
    return LocalRule(
        edit.territory, said["kind"], said["means"], edit.document,
        date.fromisoformat(said["first"]), date.fromisoformat(last) if last else date.max,
        said["weekday"], said.get("counts", False),
    )  # fmt: skip


def _year(edit: Edit) -> Year:
    return Year(int(edit.key), "confirmed", edit.document)


def _switch(edit: Edit) -> Switch:
    name, _, since = edit.key.partition("@")
    return Switch(name, date.fromisoformat(since) if since else None, edit.document)


def _own(edit: Edit) -> OwnLength:
    name, _, since = edit.key.partition("@")
    until = edit.data.get("valid_to")
    return OwnLength(
        name, edit.data["length"], edit.data["unit"], date.fromisoformat(since), edit.document,
        date.fromisoformat(until) if until else None,
    )  # fmt: skip
