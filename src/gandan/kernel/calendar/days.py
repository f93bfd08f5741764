"""The working calendar: which day is worked on, and why not.

Data decide: weekly days off, public holidays, compensatory days, swap days, local rules. An
administrator may give other rows than those shipped; this module only asks them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from gandan.kernel.calendar.wording import short, weekday

Status = Literal["confirmed", "reported", "estimate"]
LocalKind = Literal["off", "work", "half-day"]

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class OutsideCalendar(ValueError):
    """A day of a year for which the table has no rows. `str(error)` is one Vietnamese sentence."""

    def __init__(self, day: date, first: int, last: int) -> None:
        super().__init__(
            f"Lịch làm việc chỉ có các năm {first}–{last}, chưa có năm {day.year}: "
            "hãy bổ sung năm này vào bảng ngày nghỉ rồi tính lại."
        )


@dataclass(frozen=True, slots=True)
class Year:
    """What is known of a year's days off. Only "confirmed" names the document that fixed them."""

    year: int
    status: Status
    source: str


@dataclass(frozen=True, slots=True)
class LocalRule:
    """A day, or a weekday for a time, on which one territory works otherwise than the country.

    `territory` is a code ("" covers everybody). Whoever asks names the codes of a place from the
    widest to the narrowest, joined by "/" ("56/22366"): what holds in a province holds in its
    communes. A "half-day" (an office open on Saturday mornings) is open to people; it is a day of a term only
    if the document that ordered it says so (`counts`).
    """

    territory: str
    kind: LocalKind
    means: str
    document: str
    first: date
    last: date
    weekday: int | None = None
    counts: bool = False

    def covers(self, day: date, territory: str | None) -> bool:
        return (
            (not self.territory or self.territory in (territory or "").split("/"))
            and self.first <= day <= self.last
            and (self.weekday is None or self.weekday == day.weekday())
        )


@dataclass(frozen=True)
class Calendar:
    """`off`: days not worked, by name. `work`: weekly days off that are worked (swap days).
    `doubtful`: days counted as worked although somebody says they are off, with the reason."""

    years: Mapping[int, Year]
    off: Mapping[date, str]
    work: Mapping[date, str]
    local: tuple[LocalRule, ...] = ()
    doubtful: Mapping[date, str] = field(default_factory=dict)
    weekend: frozenset[int] = field(default=frozenset({5, 6}))

    def is_working(self, day: date, territory: str | None = None) -> bool:
        return self.why_off(day, territory) is None

    def why_off(self, day: date, territory: str | None = None) -> str | None:
        """The name of the day off, or None on a working day. A local rule goes before the country's,
        a swap day before the weekly day off."""
        self._ask(day)
        for rule in self.local:
            if rule.covers(day, territory):
                if rule.kind == "off":
                    return rule.means
                if rule.kind == "work" or rule.counts:
                    return None
        if day in self.work:
            return None
        if day in self.off:
            return self.off[day]
        return weekday(day) if day.weekday() in self.weekend else None

    def why_worked(self, day: date, territory: str | None = None) -> str | None:
        """The reason why a weekly day off is worked, or None on ordinary days."""
        if day.weekday() not in self.weekend or not self.is_working(day, territory):
            return None
        local = (rule.means for rule in self.local if rule.covers(day, territory))
        return next(local, self.work.get(day))

    def is_open(self, day: date, territory: str | None = None) -> bool:
        """Whether people find the office open: on working days and on local half-days."""
        halves = any(r.kind == "half-day" and r.covers(day, territory) for r in self.local)
        return self.is_working(day, territory) or (halves and day not in self.off)

    def status(self, day: date) -> Status:
        self._ask(day)
        return self.years[day.year].status

    def _ask(self, day: date) -> None:
        if day.year not in self.years:
            raise OutsideCalendar(day, min(self.years), max(self.years))


def moved_days(before: Calendar, after: Calendar, territory: str | None = None) -> tuple[str, ...]:
    """What changed between two calendars, a sentence per day, over the years both know."""
    said = []
    for day in sorted({*before.off, *before.work, *after.off, *after.work}):
        if day.year not in before.years or day.year not in after.years:
            continue
        was, now = before.is_working(day, territory), after.is_working(day, territory)
        if was != now:
            said.append(
                f"{short(day)}: {'làm việc' if was else 'nghỉ'} → {'làm việc' if now else 'nghỉ'}"
            )
    return tuple(said)
