"""The working calendar and the counting of terms by the Civil Code. Pure: no clock, no database."""

from gandan.kernel.calendar.days import Calendar, LocalRule, OutsideCalendar, Year
from gandan.kernel.calendar.edits import DayEdit, edited
from gandan.kernel.calendar.table import vietnam

__all__ = ["Calendar", "DayEdit", "LocalRule", "OutsideCalendar", "Year", "edited", "vietnam"]
