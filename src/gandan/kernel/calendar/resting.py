"""Why nobody works on a day, as far as is known."""

from __future__ import annotations

from datetime import date

from gandan.kernel.calendar.days import Calendar, OutsideCalendar
from gandan.kernel.calendar.wording import weekday


def day_off(calendar: Calendar, day: date) -> str | None:
    """The name of the day off. In years for which no days off are known, the weekend alone."""
    try:
        return calendar.why_off(day)
    except OutsideCalendar:
        return weekday(day) if day.weekday() in calendar.weekend else None
