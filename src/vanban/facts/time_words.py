"""A time written in the words of official documents, such that `time.parse` reads it back."""

from __future__ import annotations

from datetime import date

from vanban.facts.time import Time
from vanban.facts.time_value import Term, When
from vanban.model import Recurrence

_EVERY: dict[Recurrence, str] = {
    "continuous": "thường xuyên",
    "weekly": "hằng tuần",
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "half-yearly": "định kỳ 6 tháng, năm",
    "yearly": "hằng năm",
}
_PERIOD: dict[Recurrence, str] = {
    "weekly": "tuần",
    "monthly": "tháng",
    "quarterly": "quý",
    "yearly": "năm",
}
_ROMAN = ("I", "II", "III", "IV")
_UNIT = {"hour": "giờ", "day": "ngày", "week": "tuần", "month": "tháng"}


def say(time: Time) -> str:
    """The time in words, its pieces separated by semicolons; empty if nothing is said.

    Pieces that stand inside another are said by that other.
    """
    return "; ".join(say_when(piece.when) for piece in time.shown)


def say_when(when: When) -> str:
    """One meaning in words. A date whose year was estimated is written out with that year."""
    if when.term:
        return _term(when.term)
    if when.waits_for:
        return when.waits_for
    if when.workday:
        border = "đầu tiên" if when.workday == 1 else "cuối cùng"
        return f"ngày làm việc {border} của {_PERIOD[when.recurrence]}"
    if when.days:
        return _every_day(when)
    if when.recurrence == "yearly" and when.grain == "month" and when.due:
        months = " và ".join(f"tháng {day.month}" for day in when.due)
        return f"{months} hằng năm"
    if when.recurrence != "none":
        return _EVERY.get(when.recurrence, "")
    if when.start and when.due:
        return f"từ ngày {_day(when.start)} đến ngày {_day(when.due[-1])}"
    return " và ".join(_grained(day, when.grain, first=not at) for at, day in enumerate(when.due))


def _grained(day: date, grain: str, first: bool) -> str:
    if grain == "quarter":
        return f"{'Quý ' if first else 'quý '}{_ROMAN[(day.month - 1) // 3]}/{day.year}"
    if grain == "month":
        return f"{'Tháng ' if first else 'tháng '}{day.month}/{day.year}"
    if grain == "half":
        return f"6 tháng {'đầu' if day.month == 6 else 'cuối'} năm {day.year}"
    if grain == "year":
        return f"Năm {day.year}"
    return f"{'trước ngày ' if first else 'ngày '}{_day(day)}"


def _every_day(when: When) -> str:
    if all(month == 0 for month, _ in when.days):
        day = when.days[0][1]
        quarterly = when.recurrence == "quarterly"
        return f"ngày {day} {'của tháng cuối quý' if quarterly else 'hằng tháng'}"
    listed = " và ".join(f"{day}/{month}" for month, day in when.days)
    return f"trước ngày {listed} hằng năm"


def _term(term: Term) -> str:
    working = " làm việc" if term.working else ""
    event = f" kể từ {term.event}" if term.event else ""
    return f"trong thời hạn {term.count:02d} {_UNIT[term.unit]}{working}{event}"


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
