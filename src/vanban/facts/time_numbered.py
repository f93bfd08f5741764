"""Months and quarters by number: «quý II, quý IV/2026», «tháng 9-10», «trước tháng 7»."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import regex

from vanban.facts.time_clock import Clock, end_of_month
from vanban.facts.time_spelled import in_figures
from vanban.facts.time_value import Grain, When
from vanban.rules.pattern import compiled

_NUMBER_OF = r"(?:\s*(?:\s?[/.\-–]\s?|,?\s*năm\s+|\s+của\s+năm\s+)\s*(20\d\d)\b)?"
_QUARTER = compiled(
    r"(-|–|đến)?\s*(?:quý\s+)?\b(IV|I{1,3}|[1-4]|một|hai|ba|tư)\b" + _NUMBER_OF, regex.I
)
_MONTH = compiled(r"(-|–|đến)?\s*(?:tháng\s+)?\b(\d{1,2})\b" + _NUMBER_OF, regex.I)
_BEFORE_MONTH = compiled(r"\btrước\s+$", regex.I)
_NAMED_MONTH = compiled(r"tháng\s+\d", regex.I)
# «Q.II/2026», «Quí II», «T3/2026», «Th.6»: written short, or with the other letter for the same sound.
_SHORT_QUARTER = compiled(r"\b(?:q\.?\s?(?=[1-4I])|quí\s+)", regex.I)
_SHORT_MONTH = compiled(r"\bth?\.?\s?(?=\d)", regex.I)
ORDINAL = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "một": 1,
    "nhất": 1,
    "đầu": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
}


def settled(
    clock: Clock, days: list[tuple[int | None, Callable[[int], date]]], grain: Grain
) -> When | None:
    """The days that the clock can settle; without a year, only how fine the time is."""
    settled = [day for year, build in days if (day := clock.settle(year, build))]
    if not settled:
        return None if clock.year() or any(year for year, _ in days) else When(grain=grain)
    due = tuple(sorted({day for day, _ in settled}))
    return When(due, None, grain, uncertain=any(doubt for _, doubt in settled))


def quarters(match: regex.Match[str], clock: Clock) -> When | None:
    """Quarters, each due at its end."""
    words = _SHORT_QUARTER.sub("quý ", match.group())
    return _listed(_QUARTER, words[words.lower().index("quý") :], clock, 3, "quarter")


def months(match: regex.Match[str], clock: Clock) -> When | None:
    """Months, each due at its end; «trước tháng 7» by the end of June."""
    words = _SHORT_MONTH.sub("tháng ", in_figures(match.group()))
    named = _NAMED_MONTH.search(words)
    if named is None:
        return None
    if (
        _BEFORE_MONTH.search(words[: named.start()])
        and len(_MONTH.findall(words[named.start() :])) == 1
    ):
        return _month_before(words[named.start() :], clock)
    return _listed(_MONTH, words[named.start() :], clock, 1, "month")


def _month_before(words: str, clock: Clock) -> When | None:
    """«trước tháng 7»: before it begins, so by the end of June."""
    said = _MONTH.search(words)
    if said is None or not 1 <= int(said[2]) <= 12:
        return None
    month = int(said[2])
    first = clock.settle(int(said[3]) if said[3] else None, lambda y: date(y, month, 1))
    if first is None:
        return None
    return When((first[0] - timedelta(days=1),), None, "month", uncertain=first[1])


def _listed(
    item: regex.Pattern[str], words: str, clock: Clock, size: int, grain: Grain
) -> When | None:
    """Numbered months or quarters; of a range (`9-10`) only the end is due."""
    found = list(item.finditer(words))
    shared = next((int(one[3]) for one in reversed(found) if one[3]), None)
    ends: list[tuple[int | None, Callable[[int], date]]] = []
    for one in found:
        number = ORDINAL.get(one[2].lower()) or int(one[2])
        if not 1 <= number * size <= 12:
            continue
        if one[1] and ends:
            ends.pop()
        ends.append((int(one[3]) if one[3] else shared, _each_end_of(number * size)))
    return settled(clock, ends, grain)


def _each_end_of(month: int) -> Callable[[int], date]:
    return lambda year: end_of_month(year, month)
