"""The periods of a duty that comes back, by a rule of RFC 5545. Pure: no database, no clock.

A rule gives days on which something is due. The period of such a day begins on the day after the
one before it (the first on the day the duty began).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from gandan.domain.tasks.models import Recurrence
from gandan.kernel.calendar import Calendar, OutsideCalendar, vietnam
from gandan.kernel.calendar.counting import next_working_day

# A report "hằng quý" is due when the quarter ends, as report windows of offices are counted.
_USUAL = {
    Recurrence.WEEKLY: "FREQ=WEEKLY;BYDAY=FR",
    Recurrence.MONTHLY: "FREQ=MONTHLY;BYMONTHDAY=-1",
    Recurrence.QUARTERLY: "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    Recurrence.HALF_YEARLY: "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
    Recurrence.YEARLY: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
}
# Nobody lays a duty on a unit by the hour; a rule that fires so often would fill the database.
_TOO_OFTEN = ("HOURLY", "MINUTELY", "SECONDLY")


class WrongRule(ValueError):
    """What was given is no rule of RFC 5545 that a duty can have. One Vietnamese sentence."""


@dataclass(frozen=True, slots=True)
class Period:
    """`due` is `last`, or the first working day after it when it is a day off (BLDS Điều 148
    khoản 5); where the calendar has no such year yet, `last` itself."""

    first: date
    last: date
    due: date


def rule_of(recurrence: str, rule: str = "") -> str:
    """The rule in force: the task's own, else the usual one of its recurrence; "" has no periods."""
    return rule or _USUAL.get(Recurrence(recurrence), "")


def checked_rule(rule: str) -> str:
    """The rule in its plain form; raises WrongRule."""
    plain = rule.strip().upper().removeprefix("RRULE:")
    if not plain:
        return ""
    wrong = WrongRule(
        f"“{rule[:60]}” không phải quy tắc lặp theo RFC 5545. Chưa lưu gì. "
        "Ví dụ ngày 15 hằng tháng: FREQ=MONTHLY;BYMONTHDAY=15."
    )
    if any(word in plain for word in _TOO_OFTEN) or "DTSTART" in plain or "\n" in plain:
        raise wrong
    try:
        rrulestr(plain, dtstart=datetime(2026, 1, 1))  # noqa: DTZ001
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise wrong from error
    return plain


def periods(
    rule: str,
    began: date,
    until: date | None = None,
    calendar: Calendar | None = None,
    place: str = "",
) -> Iterator[Period]:
    """The periods of a duty that began on a day, in order; without an end unless `until` is given
    or the rule ends by itself. `calendar`: as the office changed it, else the one shipped; `place`:
    the territory codes whose days it asks for."""
    first = began
    # A rule of days has no zone: a due date ends at midnight where the office is.
    for moment in rrulestr(rule, dtstart=datetime.combine(began, time.min)):
        last = moment.date()
        if until is not None and last > until:
            return
        yield Period(first, last, worked(last, calendar or vietnam(), place))
        first = last + timedelta(days=1)


def periods_begun(
    rule: str,
    began: date,
    on: date,
    until: date | None = None,
    calendar: Calendar | None = None,
    place: str = "",
) -> list[Period]:
    """The periods that have begun by a day: those for which there must be an occurrence."""
    found = []
    for period in periods(rule, began, until, calendar, place):
        if period.first > on:
            break
        found.append(period)
    return found


def worked(day: date, calendar: Calendar, territory: str = "") -> date:
    """The day, or the first working day after it; a year that no table knows changes nothing."""
    try:
        return next_working_day(day, calendar, territory)
    except OutsideCalendar:
        return day
