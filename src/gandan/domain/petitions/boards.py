"""Boards of people's voices: what rises where, what waits longest, what was solved; part of `queries`.

Every number is a count of rows that `cut` gives for the same words, so that it can be opened. A cell from
1 to 4 is not told, nor a total from which one could be reckoned: it might point at a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from gandan.domain.directory.queries import Unit
from gandan.domain.petitions.fields import fields, name_of, top_of
from gandan.domain.petitions.listing import WAITING, narrowed
from gandan.domain.petitions.models import Answer, AnswerKind, Petition
from gandan.domain.petitions.outcomes import ANSWERED, with_outcome
from gandan.domain.petitions.solving import SMALLEST_CELL
from gandan.kernel.ids import key_said

MONTHS = 6
MOST_THEMES = 30


@dataclass(frozen=True, slots=True)
class Theme:
    """How often a field was raised in a place, month by month; None: a small cell."""

    place: str
    field: str
    name: str
    months: tuple[int | None, ...]
    total: int | None
    rise: float


@dataclass(frozen=True, slots=True)
class Place:
    """Of the petitions about a place: how many, answered, solved. Places with few have no shares."""

    name: str
    total: int
    answered: int
    solved: int

    @property
    def is_small(self) -> bool:
        return self.total < SMALLEST_CELL

    @property
    def answered_share(self) -> int:
        return round(100 * self.answered / self.total)

    @property
    def solved_share(self) -> int:
        return round(100 * self.solved / self.total)


def cut(visible: QuerySet[Petition], asked: Mapping[str, Any], today: date) -> QuerySet[Petition]:
    """The rows behind a number: what `narrowed` knows, and `month` (2026-03), `where` (the place as it
    is written), `result` (answered, solved, unanswered), `unsorted`, `since`, `until`, `within` (a unit with all
    below it), `outcome` (one of `OUTCOMES`, or "answered")."""
    rows = _between(narrowed(visible, asked, today), asked)
    if within := str(asked.get("within") or ""):
        key = key_said(within)
        unit = Unit.objects.filter(pk=key).first() if key else None
        rows = rows.filter(within_unit(unit)) if unit else rows.none()
    if outcome := str(asked.get("outcome") or ""):
        wanted = ANSWERED if outcome == "answered" else (outcome,)
        rows = with_outcome(rows).filter(outcome__in=wanted)
    if month := str(asked.get("month") or ""):
        year, _, number = month.partition("-")
        known = year.isascii() and year.isdigit() and number.isascii() and number.isdigit()
        rows = rows.filter(said_on__year=year, said_on__month=number) if known else rows.none()
    if asked.get("unsorted"):
        rows = rows.filter(field="")
    if "where" in asked:
        rows = rows.filter(place_text=str(asked["where"]))
    if result := str(asked.get("result") or ""):
        rows = rows.filter(_RESULTS[result]()) if result in _RESULTS else rows.none()
    return rows


def within_unit(unit: Unit) -> Q:
    """Received or held by the unit or one below it."""
    return Q(unit__path__startswith=unit.path) | Q(holder__path__startswith=unit.path)


def _between(rows: QuerySet[Petition], asked: Mapping[str, Any]) -> QuerySet[Petition]:
    for name, bound in (("since", "said_on__gte"), ("until", "said_on__lte")):
        if said := str(asked.get(name) or ""):
            try:
                rows = rows.filter(**{bound: date.fromisoformat(said)})
            except ValueError:
                return rows.none()
    return rows


def themes(visible: QuerySet[Petition], today: date) -> list[Theme]:
    """What rises most in the last month against the months before, by place and field of the first
    level; one query. Themes without a month that may be told are left out."""
    months = last_months(today)
    # SQLite asks Python for the month of each row; a row between two days it finds by itself.
    ends = [*months[1:], today + timedelta(days=1)]
    counted = (
        visible.filter(said_on__gte=months[0], said_on__lte=today)
        .order_by()
        .values_list("place_text", "field")
        .annotate(
            **{
                f"in_{at}": Count("pk", filter=Q(said_on__gte=first, said_on__lt=end))
                for at, (first, end) in enumerate(zip(months, ends, strict=True))
            }
        )
    )
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * MONTHS)
    known = fields()
    for place, field, *numbers in counted:
        whole = sums[place, top_of(field, known)]
        whole[:] = [had + more for had, more in zip(whole, numbers, strict=True)]
    rows = [
        _theme(place, field, numbers)
        for (place, field), numbers in sums.items()
        if max(numbers) >= SMALLEST_CELL
    ]
    return sorted(rows, key=lambda row: (-row.rise, row.place, row.name))[:MOST_THEMES]


def last_months(today: date) -> list[date]:
    """The first days of the last months, the present one last."""
    ordinals = range(today.year * 12 + today.month - MONTHS, today.year * 12 + today.month)
    return [date(each // 12, each % 12 + 1, 1) for each in ordinals]


def by_place(visible: QuerySet[Petition]) -> list[Place]:
    """By the place that is spoken of, by name; one query."""
    counted = (
        visible.exclude(place_text="")
        .order_by()
        .annotate(is_answered=_RESULTS["answered"](), is_solved=_RESULTS["solved"]())
        .values_list("place_text")
        .annotate(
            total=Count("pk"),
            answered=Count("pk", filter=Q(is_answered=True)),
            solved=Count("pk", filter=Q(is_solved=True)),
        )
    )
    return [Place(*row) for row in sorted(counted)]


def _theme(place: str, field: str, numbers: list[int]) -> Theme:
    told = tuple(None if 0 < each < SMALLEST_CELL else each for each in numbers)
    before = numbers[:-1]
    rise = numbers[-1] - sum(before) / len(before)
    total = None if None in told else sum(numbers)
    return Theme(place, field, name_of(field) if field else "", told, total, rise)


def _answered() -> Exists:
    return Exists(Answer.objects.filter(petition=OuterRef("pk"), is_empty=False))


def _solved() -> Exists:
    return Exists(Answer.objects.filter(petition=OuterRef("pk"), kind=AnswerKind.SOLVED))


def _unanswered() -> Q:
    return Q(state__in=WAITING)


_RESULTS: dict[str, Any] = {"answered": _answered, "solved": _solved, "unanswered": _unanswered}
