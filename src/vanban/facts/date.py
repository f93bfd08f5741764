"""Calendar dates as official writing has them: "07/01/2016", "17-6-2021", "02 tháng 4 năm 2024"."""

from __future__ import annotations

from datetime import date

import regex

from vanban.rules.pattern import compiled

# A digit glued to the year is the call of a footnote ("năm 20241"), so none is looked at after it.
DATE = (
    r"(?P<day>[0-3]?\d)(?:\s*(?P<mark>[/.\-–])\s*(?P<month>[01]?\d)\s*(?P=mark)\s*(?P<year>(?:19|20)\d\d)"
    r"|\s*tháng\s*(?P<month>[01]?\d)\s*(?:,|năm|/|-)?\s*(?P<year>(?:19|20)\d\d))"
)
"""A full date; groups day, month, year. The two marks of a date are the same."""

_DATE = compiled(DATE)


def parse_date(text: str) -> date | None:
    """The first full date in the text; None when there is none or no such day exists."""
    found = _DATE.search(text)
    return date_of(found) if found else None


def date_of(found: regex.Match[str]) -> date | None:
    """The day that a match of `DATE` states."""
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
