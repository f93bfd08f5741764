"""A year as twelve small months: each day with a mark that is a word and a shape, never colour alone."""

from __future__ import annotations

from calendar import Calendar as Weeks
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.kernel.calendar import Calendar
from gandan.kernel.calendar.edits import mark_of
from gandan.kernel.calendar.wording import WEEKDAYS

LEGEND: dict[str, tuple[str, str | Promise]] = {
    "holiday": ("L", _("ngày lễ, Tết")),
    "compensatory": ("B", _("nghỉ bù")),
    "swap-off": ("H", _("nghỉ hoán đổi")),
    "swap-work": ("LV", _("làm bù")),
    "local": ("R", _("riêng của địa bàn")),
    "half-day": ("½", _("mở cửa nửa ngày")),
    "doubtful": ("?", _("chưa rõ căn cứ, đang tính là ngày làm việc")),
}
"""By mark: the letter in the square and what it means."""


@dataclass(frozen=True, slots=True)
class Day:
    """`says`: the whole of it for a screen reader and in the list below the months."""

    on: date
    mark: str = ""
    says: str = ""
    is_weekend: bool = False
    is_edited: bool = False

    @property
    def letter(self) -> str:
        return LEGEND[self.mark][0] if self.mark else ""


@dataclass(frozen=True, slots=True)
class Month:
    """`weeks`: seven days each, None where another month is."""

    number: int
    weeks: tuple[tuple[Day | None, ...], ...]


def months_of(
    calendar: Calendar, year: int, territory: str, edited: frozenset[str]
) -> tuple[Month, ...]:
    """`edited`: the days that the office changed, as they are written in the rows."""

    def day(on: date) -> Day:
        return _day(calendar, on, territory, on.isoformat() in edited)

    weeks = Weeks()
    return tuple(
        Month(
            month,
            tuple(
                tuple(day(each) if each.month == month else None for each in week)
                for week in weeks.monthdatescalendar(year, month)
            ),
        )
        for month in range(1, 13)
    )


def unusual_days(months: tuple[Month, ...]) -> Iterator[Day]:
    """The days that are not what their weekday says."""
    for month in months:
        for week in month.weeks:
            yield from (day for day in week if day is not None and day.mark)


def _day(calendar: Calendar, on: date, territory: str, edited: bool) -> Day:
    off = calendar.why_off(on, territory)
    usual = off in WEEKDAYS
    weekend = on.weekday() in calendar.weekend
    # What holds here and not in the country is the place's own, whatever its name.
    local = bool(territory) and off != calendar.why_off(on)
    if off and not usual:
        mark = "local" if local else mark_of(off)
        return Day(on, mark, off, weekend, edited)
    if why := calendar.why_worked(on, territory):
        return Day(on, "local" if local else "swap-work", why, weekend, edited)
    if usual and calendar.is_open(on, territory):
        rule = next(rule for rule in calendar.local if rule.covers(on, territory))
        return Day(on, "half-day", rule.means, weekend, edited)
    if on in calendar.doubtful:
        return Day(on, "doubtful", calendar.doubtful[on], weekend, edited)
    return Day(on, "", "", weekend, edited)


def days_of_week() -> tuple[str, ...]:
    """ "T2" … "T7", "CN", as wall calendars write them."""
    monday = date(2026, 1, 5)
    days = [monday + timedelta(days=n) for n in range(7)]
    return tuple("CN" if day.weekday() == 6 else f"T{day.weekday() + 2}" for day in days)
