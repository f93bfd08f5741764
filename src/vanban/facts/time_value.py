"""What time words mean, apart from the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from vanban.model import Recurrence

Grain = Literal["day", "month", "quarter", "half", "year", ""]

#: Recurrences, the most frequent first; an event comes last because it has no beat of its own.
EVERY: tuple[Recurrence, ...] = (
    "weekly",
    "monthly",
    "quarterly",
    "half-yearly",
    "yearly",
    "continuous",
    "on-event",
)

#: RFC 5545 recurrence rules. What is continuous or waits for an event has none.
_RRULE: dict[Recurrence, str] = {
    "weekly": "FREQ=WEEKLY",
    "monthly": "FREQ=MONTHLY",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "half-yearly": "FREQ=MONTHLY;INTERVAL=6",
    "yearly": "FREQ=YEARLY",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch counted from an event; `working` counts working days only."""

    count: int
    unit: Literal["hour", "day", "week", "month"]
    working: bool = False
    event: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """`due` holds end dates, `start` the first day of a window. `days` are the (month, day) of each
    year on which a yearly or half-yearly duty falls due; a monthly day has month 0. `waits_for` is
    the event, as written. `workday` is the place of a working day in each period: 1 is the first,
    -1 the last, 0 no such day. `uncertain`: a date was estimated or a year supplied against doubt."""

    due: tuple[date, ...] = ()
    start: date | None = None
    grain: Grain = ""
    recurrence: Recurrence = "none"
    days: tuple[tuple[int, int], ...] = ()
    term: Term | None = None
    waits_for: str | None = None
    uncertain: bool = False
    workday: int = 0

    @property
    def rrule(self) -> str | None:
        """The recurrence as an RFC 5545 rule, `None` where there is no beat."""
        rule = _RRULE.get(self.recurrence)
        if self.workday:
            return _rule_of_workday(self.recurrence, self.workday)
        if rule is None or not self.days:
            return rule
        months = sorted({month for month, _ in self.days if month})
        days = sorted({day for _, day in self.days})
        if months:
            listed = ",".join(map(str, months))
            rule = f"FREQ=YEARLY;BYMONTH={listed}"
        return f"{rule};BYMONTHDAY={','.join(map(str, days))}"


# The months in which the first and the last working day of a longer period lie.
_BORDER: dict[Recurrence, dict[int, str]] = {
    "quarterly": {1: ";BYMONTH=1,4,7,10", -1: ";BYMONTH=3,6,9,12"},
    "yearly": {1: ";BYMONTH=1", -1: ";BYMONTH=12"},
}


def _rule_of_workday(recurrence: Recurrence, workday: int) -> str:
    """RFC 5545, 3.3.10: `BYSETPOS` picks one of the working days that `BYDAY` lists."""
    freq = "WEEKLY" if recurrence == "weekly" else "MONTHLY"
    months = _BORDER.get(recurrence, {}).get(workday, "")
    return f"FREQ={freq}{months};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={workday}"
