"""The year in which a date without a year is read."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


def end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Clock:
    """The document's own date, and the year its heading or subject speaks of, where known."""

    issued_on: date | None = None
    year_said: int | None = None

    def year(self) -> int | None:
        return self.year_said or (self.issued_on.year if self.issued_on else None)

    def settle(self, year: int | None, build: Callable[[int], date]) -> tuple[date, bool] | None:
        """The day, and whether its year is in doubt; `None` if no year or no such day is known.

        A duty is not due before the document that lays it: a day that the document's own year puts
        months before its issue belongs to the next year, and is marked as uncertain.
        """
        known = year or self.year()
        if known is None:
            return None
        try:
            day = build(known)
            if year is None and self.year_said is None and self._is_long_past(day):
                return build(known + 1), True
        except ValueError:
            return None
        return day, False

    def after_issue(self, count: int, working: bool) -> date | None:
        """The last of so many days after the document's date; `working` passes over Saturdays
        and Sundays (feast days are not known here)."""
        day = self.issued_on
        if day is None:
            return None
        while count > 0:
            day += timedelta(days=1)
            count -= not (working and day.weekday() >= 5)
        return day

    def _is_long_past(self, day: date) -> bool:
        return self.issued_on is not None and (self.issued_on - day).days > 31

    def first_month_end_after_issue(self, month: int) -> date | None:
        """The first end of such a month that is not before the document's date."""
        if self.issued_on is None:
            return end_of_month(self.year_said, month) if self.year_said else None
        this = end_of_month(self.issued_on.year, month)
        return this if this >= self.issued_on else end_of_month(self.issued_on.year + 1, month)

    def first_after_issue(self, month: int, day: int) -> date | None:
        """The first such day of the year that is not before the document's date; where that is still
        blank, the day in the year which is known."""
        first = self.issued_on.year if self.issued_on else self.year_said
        if first is None:
            return None
        for year in range(first, first + 5):
            try:
                on = date(year, month, day)
            except ValueError:
                continue
            if self.issued_on is None or on >= self.issued_on:
                return on
        return None
