"""Windows and deadlines of periodic reports: the regime is a row, its dates are computed.

The common window runs from the 15th of the month before the period to the 14th of its last month;
ministries, provinces and plans set others, so nothing of it is a constant here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from gandan.kernel.calendar.counting import next_working_day, nth_day_after, same_day_months_later
from gandan.kernel.calendar.days import ONE_DAY, Calendar
from gandan.kernel.calendar.wording import full, short
from gandan.kernel.terms.term import TermError


@dataclass(frozen=True, slots=True)
class Regime:
    """A regime of reports; see `data/reporting.toml` for each field."""

    name: str
    means: str
    months: int
    cut_off: int
    basis: str
    working_days: int | None = None
    day: int | None = None
    month: int | None = None
    levels: Mapping[str, int] = field(default_factory=dict)
    territory: str | None = None
    on: bool = True
    reason: str = ""
    caution: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The days whose figures a report counts, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class ReportDue:
    """When the report on a window must be sent, with the steps by which the day was reached."""

    regime: Regime
    window: Window
    date: date
    steps: tuple[str, ...]
    basis: str


@cache
def regimes() -> tuple[Regime, ...]:
    """Every regime on file, those that are off included."""
    text = files("gandan.kernel.terms").joinpath("data", "reporting.toml").read_text("utf-8")
    return tuple(Regime(**row) for row in tomllib.loads(text)["regime"])


def regime_of(name: str, territory: str | None = None) -> Regime:
    """The regime of this name: the territory's own, else the general one. `territory`: a code, or
    codes from the widest to the narrowest ("56/22366")."""
    named = [regime for regime in regimes() if regime.name == name]
    own = [regime for regime in named if regime.territory is not None]
    places = (territory or "").split("/")
    found = [r for r in own if r.territory in places] or [r for r in named if r not in own]
    if not found:
        raise TermError(f"Không có chế độ báo cáo tên “{name}”: xem gandan due --list.")
    if not found[0].on:
        raise TermError(f"Chế độ báo cáo {name} đang tắt: {found[0].reason}.")
    return found[0]


def window_of(regime: Regime, day: date) -> Window:
    """The window in which a day falls; for nine months, the next one if the day is in none."""
    month = _first(day)
    if day > _cut(month, regime.cut_off):
        month = same_day_months_later(month, 1)
    last = same_day_months_later(month, _months_left(regime.months, month))
    before = same_day_months_later(last, -regime.months)
    return Window(_cut(before, regime.cut_off) + ONE_DAY, _cut(last, regime.cut_off))


def report_due(
    regime: Regime,
    day: date,
    *,
    calendar: Calendar,
    territory: str | None = None,
    level: str | None = None,
) -> ReportDue:
    """When the report on the window of this day is due, at this level."""
    window = window_of(regime, day)
    steps = [
        f"{regime.means}: số liệu từ {short(window.first)} đến {short(window.last)} ({regime.basis})."
    ]
    more = regime.levels.get(level or "", 0)
    if regime.working_days is None:
        month = regime.month or window.last.month
        fixed = _cut(date(window.last.year, month, 1), regime.day or 31)
        end = next_working_day(fixed, calendar, territory)
        steps.append(f"Chế độ ấn định ngày gửi {short(fixed)}.")
    else:
        end = _working_days_after(window.last, regime.working_days, calendar, territory)
        steps.append(f"Gửi chậm nhất {regime.working_days} ngày làm việc sau ngày chốt số liệu.")
    if more:
        end = _working_days_after(end, more, calendar, territory)
        steps.append(f"Cấp {level}: thêm {more} ngày làm việc để tổng hợp.")
    steps.append(f"Hạn gửi: {full(end)}.")
    if regime.caution:
        steps.append(f"Lưu ý: {regime.caution}.")
    return ReportDue(regime, window, end, tuple(steps), regime.basis)


def _working_days_after(day: date, number: int, calendar: Calendar, territory: str | None) -> date:
    return nth_day_after(day, number, lambda each: calendar.is_working(each, territory))


def _months_left(months: int, month: date) -> int:
    """How many months after this one the period ends: periods begin in January."""
    ends = months if months == 9 else -(-month.month // months) * months
    return ends - month.month + (12 if month.month > ends else 0)


def _first(day: date) -> date:
    return day.replace(day=1)


def _cut(month: date, cut_off: int) -> date:
    """The day on which the window closes in this month; 31 means its last day."""
    last = same_day_months_later(_first(month), 1) - ONE_DAY
    return min(last, _first(month).replace(day=min(cut_off, last.day)))
