"""The kinds of meetings and their minimum rules, as an office may change them (`kinds.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from gandan.kernel.calendar.wording import short
from gandan.kernel.refusal import Refused
from gandan.kernel.terms import TermError, due
from gandan.kernel.timetable import Timetable, timetable


@dataclass(frozen=True, slots=True)
class KindField:
    """`unless` names a yes-field: this one is asked for only where that one is "no"."""

    name: str
    label: str
    type: str = "text"
    required: bool = False
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """`delegates`: whether delegates or candidates meet people there, and are planned."""

    name: str
    says: str
    basis: str
    fields: tuple[KindField, ...] = ()
    delegates: bool = False
    notice: str = ""
    conclusion: str = ""


@cache
def kinds() -> dict[str, Kind]:
    text = files("gandan.domain.meetings").joinpath("kinds.toml").read_text("utf-8")
    rows = tomllib.loads(text)["kind"]
    return {
        row["name"]: Kind(**{**row, "fields": tuple(KindField(**each) for each in row["fields"])})
        for row in rows
    }


def kind_called(words: str) -> Kind | None:
    """The kind with this name, or that is said so in Vietnamese."""
    said = " ".join(words.split()).casefold()
    known = kinds().values()
    return next((each for each in known if said in {each.name, each.says.casefold()}), None)


def kept_details(kind: Kind, given: Mapping[str, str]) -> dict[str, str]:
    """The own fields of a kind, checked; raises Refused with what is missing or wrong."""
    kept = {each.name: given.get(each.name, "").strip() for each in kind.fields}
    for each in kind.fields:
        excused = each.unless and kept.get(each.unless) == "yes"
        needed = (each.required or each.unless) and not excused
        if needed and not kept[each.name]:
            raise Refused(f"Thiếu “{each.label}” của {kind.says}. Chưa lưu gì. Hãy điền thêm.")
        if each.type == "day" and kept[each.name]:
            _day(kept[each.name], each.label)
    return {name: said[:400] for name, said in kept.items() if said}


def notice_gap(kind: Kind, details: Mapping[str, str], held_on: date) -> str:
    """A sentence if the notice came later than the law lets it; empty if in time or none is asked."""
    if not kind.notice or details.get("is_urgent") == "yes":
        return ""
    try:
        table = timetable()
        last = due(kind.notice, held_on, calendar=table.calendar, table=table.terms)
    except TermError:
        return ""
    if not details.get("posted_on"):
        return f"Chưa ghi ngày niêm yết lịch; hạn {short(last.date)} ({last.term.said()}, {last.basis})."
    if date.fromisoformat(details["posted_on"]) <= last.date:
        return ""
    return f"Lịch niêm yết sau hạn {short(last.date)} ({last.term.said()}, {last.basis})."


def conclusion_due(
    kind: Kind, held_on: date, table: Timetable | None = None, place: str = ""
) -> tuple[date | None, str]:
    """By when a conclusion must be out, and why; no day where no term in force says one. `table`:
    the one in force, unless another is thought of; `place`: the territory codes of the calendar."""
    if not kind.conclusion:
        return None, ""
    table = table or timetable()
    try:
        term = due(
            kind.conclusion, held_on, territory=place, calendar=table.calendar, table=table.terms
        )
    except TermError as error:
        return None, str(error)
    return term.date, term.basis


def _day(said: str, label: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Refused(
            f"“{label}” không phải là ngày. Chưa lưu gì. Hãy ghi như 2026-03-20."
        ) from None
