"""The due date of a term, with the steps by which it was reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gandan.kernel.calendar.counting import (
    every_day,
    last_working_day,
    next_working_day,
    nth_day_after,
    nth_day_before,
    same_day_months_later,
)
from gandan.kernel.calendar.days import ONE_DAY, Calendar
from gandan.kernel.terms import steps
from gandan.kernel.terms.pauses import Pause, open_pause, paused
from gandan.kernel.terms.table import term_of
from gandan.kernel.terms.term import Term, TermError, length_in_case


@dataclass(frozen=True, slots=True)
class Due:
    """`date`: the last day (for "ít nhất … trước": the last day on which the notice is in time).
    `at`: the moment, for terms in hours. `steps`: how it was reached, in Vietnamese sentences."""

    term: Term
    start: date
    date: date
    steps: tuple[str, ...]
    basis: str
    at: datetime | None = None


class StillPaused(TermError):
    """The term stands still: it has no due date until the decision to go on."""


def due(
    term: str | Term,
    start: date | datetime,
    *,
    calendar: Calendar,
    remote: bool = False,
    complex: bool = False,
    extended: int = 0,
    territory: str | None = None,
    pauses: Sequence[Pause] = (),
    unverified: bool = False,
    table: Sequence[Term] | None = None,
) -> Due:
    """When the term that begins with an event on `start` ends.

    The rule in force on the day of the event applies. `extended`: how often the term was prolonged
    in writing. `territory`: the code whose local calendar applies. `unverified`: count by a row that
    is off. `table`: the terms as an office changed them, else those that are shipped. Raises
    TermError or OutsideCalendar with a Vietnamese sentence.
    """
    moment = start if isinstance(start, datetime) else None
    day = moment.date() if moment else start
    row = term if isinstance(term, Term) else term_of(term, day, unverified=unverified, table=table)
    length = length_in_case(row, remote=remote, complex_case=complex, extended=extended)
    if row.every:
        return _within_period(row, day, calendar, territory)
    if row.unit == "giờ":
        return _by_the_hour(row, moment, length.number)
    if pause := open_pause(pauses):
        raise StillPaused(f"Thời hạn {row.name} đang {pause.said()}, chưa có ngày đến hạn.")

    words = steps.Steps(row, day, length, calendar, territory, tuple(pauses))
    if row.direction == "before":
        last = _count_back(row, day, length.number, calendar, territory)
        end = last_working_day(last, calendar, territory)
    else:
        last = _count(row, day, length.number, calendar, territory, pauses)
        end = next_working_day(last, calendar, territory) if length.number else last
    return Due(row, day, end, words.told(last, end), row.basis)


def why(answer: Due) -> tuple[str, ...]:
    """The steps by which a due date was reached, in Vietnamese."""
    return answer.steps


def _count(
    row: Term,
    start: date,
    length: int,
    calendar: Calendar,
    territory: str | None,
    pauses: Sequence[Pause],
) -> date:
    def runs(day: date) -> bool:
        return not paused(day, pauses)

    def works(day: date) -> bool:
        return runs(day) and calendar.is_working(day, territory)

    if row.unit != "tháng":
        return nth_day_after(start, length, works if row.unit == "ngày làm việc" else runs)
    # A month has no days to be counted: the days on which it stood still are added at its end.
    end = same_day_months_later(start, length)
    lost = sum(not runs(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))
    return nth_day_after(end, lost, runs)


def _count_back(
    row: Term, event: date, length: int, calendar: Calendar, territory: str | None
) -> date:
    if row.unit == "tháng":
        return same_day_months_later(event, -length)
    if row.unit == "ngày":
        return nth_day_before(event, length, every_day)
    return nth_day_before(event, length, lambda day: calendar.is_working(day, territory))


def _within_period(row: Term, day: date, calendar: Calendar, territory: str | None) -> Due:
    """A duty of each week, month, quarter or year is due on the last working day of the period."""
    last = _last_day_of_period(row, day)
    end = last_working_day(last, calendar, territory)
    return Due(row, day, end, steps.of_period(row, last, end, calendar, territory), row.basis)


def _last_day_of_period(row: Term, day: date) -> date:
    if row.every == "tuần":
        return day + timedelta(days=6 - day.weekday())
    months = {"tháng": 1, "quý": 3, "năm": 12}[row.every or "tháng"]
    first_month = (day.month - 1) // months * months + 1
    return same_day_months_later(date(day.year, first_month, 1), months) - ONE_DAY


def _by_the_hour(row: Term, moment: datetime | None, hours: int) -> Due:
    """BLDS Điều 147 khoản 1: a term in hours begins at the moment itself and knows no days off."""
    if moment is None:
        raise TermError(f"{row.name} tính bằng giờ: hãy ghi cả giờ, ví dụ 2026-07-07T08:00.")
    span = timedelta(hours=hours)
    at = moment - span if row.direction == "before" else moment + span
    return Due(row, moment.date(), at.date(), steps.of_hours(row, moment, at), row.basis, at)
