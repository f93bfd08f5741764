"""What an office changed in the calendar that is shipped: days, weekly habits, confirmed years.

Pure: rows come in, another calendar goes out. Where the rows are kept is not this module's affair.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from gandan.kernel.calendar.days import Calendar, LocalRule, Year

Mark = Literal["holiday", "compensatory", "swap-off", "swap-work", "ordinary"]

MARKS: dict[str, str] = {
    "holiday": "ngày lễ, Tết",
    "compensatory": "nghỉ bù",
    "swap-off": "nghỉ hoán đổi",
    "swap-work": "làm bù (hoán đổi)",
    "ordinary": "như ngày thường",
}
"""What a day can be made, in the order of BLLĐ Điều 111, 112 and of the yearly notices."""

_SAID_WITH = {"compensatory": "nghỉ bù", "swap-off": "nghỉ hoán đổi", "swap-work": "hoán đổi"}


@dataclass(frozen=True, slots=True)
class DayEdit:
    """One day made another kind of day, by a document. `territory` "" is the whole country."""

    day: date
    mark: Mark
    means: str
    document: str
    territory: str = ""

    @property
    def name(self) -> str:
        """ "Quốc khánh (nghỉ bù)": the names of the shipped days say their kind the same way."""
        kind = _SAID_WITH.get(self.mark, "")
        return f"{self.means} ({kind})" if kind and kind not in self.means else self.means


def edited(
    calendar: Calendar,
    days: Iterable[DayEdit] = (),
    habits: Iterable[LocalRule] = (),
    years: Iterable[Year] = (),
) -> Calendar:
    """The calendar with these changes, each of which stands in the place of what was there."""
    off, work, doubtful = dict(calendar.off), dict(calendar.work), dict(calendar.doubtful)
    local = [*calendar.local, *habits]
    for edit in days:
        if edit.territory:
            local += _local(edit)
            continue
        for known in (off, work, doubtful):
            known.pop(edit.day, None)
        if edit.mark == "swap-work":
            work[edit.day] = edit.name
        elif edit.mark != "ordinary":
            off[edit.day] = edit.name
    return replace(
        calendar,
        years={**calendar.years, **{year.year: year for year in years}},
        off=off,
        work=work,
        doubtful=doubtful,
        local=tuple(sorted(local, key=_nearest_first)),
    )


def mark_of(name: str) -> Mark:
    """Which kind of day off a name says: "Quốc khánh (nghỉ bù)" is compensatory."""
    if "hoán đổi" in name or "thay cho" in name:
        return "swap-off"
    return "compensatory" if "nghỉ bù" in name else "holiday"


def _local(edit: DayEdit) -> Iterable[LocalRule]:
    kind: Literal["off", "work"] = "work" if edit.mark in {"swap-work", "ordinary"} else "off"
    if edit.mark == "ordinary" and edit.day.weekday() >= 5:
        return
    yield LocalRule(edit.territory, kind, edit.name, edit.document, edit.day, edit.day)


def _nearest_first(rule: LocalRule) -> tuple[bool, int]:
    """A rule of one day goes before a habit, a commune's before its province's."""
    return rule.first != rule.last, -len(rule.territory)
