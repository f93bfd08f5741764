"""Counting by the Civil Code: Bộ luật Dân sự 91/2015/QH13, Điều 145–148.

Điều 145: these rules apply unless a law says otherwise; the calendar is the solar one.
Điều 147 khoản 2: the day of the event is not counted, the term begins on the day after it.
Điều 148 khoản 1, 6: a term in days ends at 24:00 of its last day.
Điều 148 khoản 3, 4: a term in months or years ends on the corresponding day of the last month; if
    that month has no such day, on its last day.
Điều 148 khoản 5: if the last day is a weekly day off or a holiday, the term ends at the end of the
    next working day. That holds for calendar days too.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from gandan.kernel.calendar.days import ONE_DAY, Calendar

Counted = Callable[[date], bool]


def every_day(_: date) -> bool:
    return True


def nth_day_after(start: date, length: int, counted: Counted = every_day) -> date:
    """The `length`-th counted day after the day of the event. A term of no days ends on that day."""
    return _nth(start, length, counted, ONE_DAY)


def nth_day_before(event: date, length: int, counted: Counted = every_day) -> date:
    """The `length`-th counted day before the event: the last day on which "ít nhất N ngày trước" is
    still kept. The event's own day is not counted here either."""
    return _nth(event, length, counted, -ONE_DAY)


def same_day_months_later(start: date, months: int) -> date:
    """The corresponding day `months` later (earlier if negative), or the last day of that month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def next_working_day(day: date, calendar: Calendar, territory: str | None = None) -> date:
    """The day itself if it is worked, else the first working day after it (Điều 148 khoản 5)."""
    while not calendar.is_working(day, territory):
        day += ONE_DAY
    return day


def last_working_day(day: date, calendar: Calendar, territory: str | None = None) -> date:
    """The day itself if it is worked, else the last working day before it: for a notice that must be
    given at least so long before, where a later day would cut the notice short."""
    while not calendar.is_working(day, territory):
        day -= ONE_DAY
    return day


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day after `first` up to and including `last`."""
    for number in range(1, (last - first).days + 1):
        yield first + timedelta(days=number)


def _nth(start: date, length: int, counted: Counted, step: timedelta) -> date:
    if length < 0:
        raise ValueError("a term has no negative length")
    day = start
    while length:
        day += step
        length -= counted(day)
    return day
