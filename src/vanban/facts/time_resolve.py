"""The words of a time rule turned into days: one function for each `yields` of deadlines.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import regex

from vanban.facts.time_clock import Clock, end_of_month
from vanban.facts.time_numbered import ORDINAL, months, quarters, settled
from vanban.facts.time_spelled import in_figures
from vanban.facts.time_value import Grain, Term, When
from vanban.model import Recurrence
from vanban.rules import Rule
from vanban.rules.pattern import compiled

_DATE = compiled(
    r"\b(\d{1,2})(?:\s?[/.\-–]\s?(\d{1,2})\b(?:\s?[/.\-–]\s?(20\d\d)\b)?"
    r"|\s+tháng\s+(\d{1,2})\b(?:(?:\s+năm\s+|\s?[/.\-–]\s?)(20\d\d)\b)?)"
)
_HOUR = compiled(r"\d{1,2}\s*(?:giờ|h)\b\s*(?:\d{2}\b)?\s*(?:phút)?", regex.I)
_FROM_ISSUE = compiled(
    r"(?:ngày\s+)?(?:ký|ban\s+hành)(?:\s*,?\s*(?:ký|ban\s+hành))?(?:\s+\p{L}+){0,4}\s*(?:này)?$",
    regex.I,
)
_COUNT = {
    **{
        w: n
        for n, w in enumerate(
            ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
        )
    },
    "mười lăm": 15,
    "hai mươi": 20,
    "ba mươi": 30,
}
_PERIOD: dict[str, Recurrence] = {
    "tuần": "weekly",
    "tháng": "monthly",
    "quý": "quarterly",
    "năm": "yearly",
}
_UNIT = {"giờ": "hour", "ngày": "day", "tuần": "week", "tháng": "month"}


def resolve(rule: Rule, match: regex.Match[str], clock: Clock) -> When | None:
    """What the words mean; `None` if they name a day that does not exist."""
    if "value" in rule.extra:
        value = rule.extra["value"]
        waits = " ".join(match.group().split()) if value == "on-event" else None
        return When(recurrence=value, waits_for=waits)
    when = _YIELDS[rule.extra["yields"]](match, clock)
    if when is not None and rule.extra.get("uncertain") and not when.uncertain:
        return When(when.due, when.start, when.grain, when.recurrence, when.days, uncertain=True)
    return when


def _day_months(words: str) -> Iterator[tuple[int, int, int | None]]:
    for found in _DATE.finditer(_HOUR.sub(" ", in_figures(words))):
        day, month, year = found[1], found[2] or found[4], found[3] or found[5]
        yield int(day), int(month), int(year) if year else None


def _each_year_on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _days(match: regex.Match[str], clock: Clock) -> When | None:
    named = list(_day_months(match.group()))
    # «trước ngày 10/5 và 30/10/2021»: the year said last serves those before it.
    shared = next((year for *_, year in reversed(named) if year), None)
    return settled(
        clock,
        [(year or shared, _each_year_on(month, day)) for day, month, year in named],
        "day",
    )


def _days_to_come(match: regex.Match[str], clock: Clock) -> When | None:
    """A day without a word of completion: due only if it lies after the document's own date."""
    when = _days(match, clock)
    if when is None or clock.issued_on is None or any(day <= clock.issued_on for day in when.due):
        return None
    return when


def _window(match: regex.Match[str], clock: Clock) -> When | None:
    (day1, month1, year1), (day2, month2, year2) = list(_day_months(match.group()))[:2]
    first = clock.settle(year1 or year2, lambda y: date(y, month1, day1))
    last = clock.settle(year2, lambda y: date(y, month2, day2))
    if first is None or last is None:
        return None
    return When((last[0],), min(first[0], last[0]), "day", uncertain=first[1] or last[1])


def _window_in_a_cell(match: regex.Match[str], clock: Clock) -> When | None:
    """«01-15/5/2026», «15/3 - 30/4/2026»: the month or the year said once serves both days."""
    [(day, month, year)] = _day_months(match["until"])
    first = [int(number) for number in regex.findall(r"\d+", match["from"])]
    since = first[1] if len(first) > 1 else month
    last = clock.settle(year, lambda y: date(y, month, day))
    if last is None:
        return None
    try:
        start = date(last[0].year, since, first[0])
    except ValueError:
        return None
    return When((last[0],), start, "day", uncertain=last[1]) if start < last[0] else None


def _yearly_months(match: regex.Match[str], clock: Clock) -> When | None:
    named = sorted({int(number) for number in regex.findall(r"\d+", in_figures(match["months"]))})
    ends = [(clock.first_month_end_after_issue(month)) for month in named if 1 <= month <= 12]
    return When(tuple(sorted(day for day in ends if day)), None, "month", "yearly")


def _this_year(_: regex.Match[str], clock: Clock) -> When | None:
    year = clock.year()
    return When((date(year, 12, 31),), None, "year") if year else None


def _yearly_days(match: regex.Match[str], clock: Clock) -> When | None:
    named = [(month, day) for day, month, _ in _day_months(match.group())]
    due = [clock.first_after_issue(month, day) for month, day in named]
    dates = tuple(sorted(day for day in due if day))
    beat: Recurrence = (
        "half-yearly" if len(named) == 2 else "quarterly" if len(named) == 4 else "yearly"
    )
    return When(dates, None, "day", beat, tuple(sorted(named)))


def _monthly_day(match: regex.Match[str], _: Clock) -> When:
    beat: Recurrence = "quarterly" if match.groupdict().get("quarterly") else "monthly"
    return When(recurrence=beat, days=((0, int(match["day"])),))


def _working_day(match: regex.Match[str], _: Clock) -> When:
    workday = 1 if match["end"].lower().startswith("đầu") else -1
    return When(recurrence=_PERIOD[match["period"].lower()], workday=workday)


def _one(
    match: regex.Match[str], clock: Clock, build: Callable[[int], date], grain: Grain
) -> When | None:
    year = match.groupdict().get("year")
    return settled(clock, [(int(year) if year else None, build)], grain)


def _half(match: regex.Match[str], clock: Clock) -> When | None:
    month = 6 if match["part"].lower() == "đầu" else 12
    return _one(match, clock, lambda y: end_of_month(y, month), "half")


def _year(match: regex.Match[str], clock: Clock) -> When | None:
    return _one(match, clock, lambda y: date(y, 12, 31), "year")


def _year_to_come(match: regex.Match[str], clock: Clock) -> When | None:
    """A year in a running sentence: one that was over at the time of issue is what it tells of."""
    is_over = clock.issued_on is not None and int(match["year"]) < clock.issued_on.year
    return None if is_over else _year(match, clock)


def _part_of_year(match: regex.Match[str], clock: Clock) -> When | None:
    month = {"đầu": 3, "giữa": 6, "cuối": 12}[match["part"].lower()]
    return _one(match, clock, lambda y: end_of_month(y, month), "quarter")


def _part_of_month(match: regex.Match[str], clock: Clock) -> When | None:
    month, year = int(match["month"]), regex.search(r"20\d\d", match.group())
    day = _day_of_part(match["part"], match["week"])
    build = (lambda y: end_of_month(y, month)) if day is None else (lambda y: date(y, month, day))
    return settled(clock, [(int(year[0]) if year else None, build)], "day")


def _day_of_part(part: str | None, week: str | None) -> int | None:
    """The last day of a third or a week of a month; `None` for the end of the month."""
    if week and week.lower().startswith("cuối"):
        return None
    if week:
        return 7 * (ORDINAL.get(week.split()[0].lower()) or int(week))
    said = (part or "").lower()
    if said.startswith(("đầu", "thượng")):
        return 10
    return 20 if said.startswith(("giữa", "trung")) else None


def _term(match: regex.Match[str], clock: Clock) -> When:
    number = " ".join(match["count"].split("(")[0].split()).lower()
    count = int(number) if number.isdigit() else _COUNT[number]
    event = match.groupdict().get("event")
    unit = _UNIT[match["unit"].lower()]
    said = " ".join(event.split()) if event else None
    if said and unit in ("day", "week") and _FROM_ISSUE.match(said):
        day = clock.after_issue(count * (7 if unit == "week" else 1), bool(match["working"]))
        if day is not None:
            return When((day,), grain="day")
    return When(term=Term(count, unit, bool(match["working"]), said))  # type: ignore[arg-type]


def _undated(_: regex.Match[str], __: Clock) -> When:
    return When()


_YIELDS: dict[str, Callable[[regex.Match[str], Clock], When | None]] = {
    "days": _days,
    "days_to_come": _days_to_come,
    "window": _window,
    "window_in_a_cell": _window_in_a_cell,
    "yearly_months": _yearly_months,
    "this_year": _this_year,
    "yearly_days": _yearly_days,
    "monthly_day": _monthly_day,
    "working_day": _working_day,
    "quarters": quarters,
    "months": months,
    "half": _half,
    "year": _year,
    "year_to_come": _year_to_come,
    "part_of_year": _part_of_year,
    "part_of_month": _part_of_month,
    "term": _term,
    "undated": _undated,
}
