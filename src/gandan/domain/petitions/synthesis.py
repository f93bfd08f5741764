"""Petitions added up: one line for a request, however often and wherever it was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from gandan.domain.petitions.fields import fields, name_of
from gandan.domain.petitions.models import Answer, AskedLevel, Petition, State

MOST = 5_000
_SORT = {level: at for at, level in enumerate((*AskedLevel.values, ""))}


@dataclass(slots=True)
class Line:
    """One request: the words of the first time, how often and where it was made, what was answered."""

    first: Petition
    times: int = 1
    places: list[str] = field(default_factory=list)
    since: date | None = None
    answers: list[Answer] = field(default_factory=list)

    @property
    def last_answer(self) -> Answer | None:
        return self.answers[-1] if self.answers else None


@dataclass(frozen=True, slots=True)
class Section:
    """The requests of one level and one field of the first rank."""

    level: str
    field: str
    lines: Sequence[Line]

    @property
    def level_said(self) -> str:
        return str(AskedLevel(self.level).label) if self.level else ""

    @property
    def field_said(self) -> str:
        return name_of(self.field) if self.field else ""

    @property
    def times(self) -> int:
        return sum(line.times for line in self.lines)


@dataclass(frozen=True, slots=True)
class Synthesis:
    sections: Sequence[Section]
    is_cut: bool

    @property
    def requests(self) -> int:
        return sum(len(each.lines) for each in self.sections)

    @property
    def petitions(self) -> int:
        return sum(each.times for each in self.sections)

    def counts(self) -> dict[str, dict[str, int]]:
        """By field, by level: how many requests."""
        table: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for each in self.sections:
            table[each.field][each.level] += len(each.lines)
        return {name: dict(row) for name, row in table.items()}


def synthesise(rows: QuerySet[Petition]) -> Synthesis:
    """Petitions that people joined make one line, the earliest of these rows first. A constant number
    of queries; more than `MOST` petitions are cut off, and it is said."""
    found = list(rows.select_related("holder").order_by("said_on", "pk")[: MOST + 1])
    lines: dict[int, Line] = {}
    for one in found[:MOST]:
        group = one.first_id or one.pk
        line = lines.get(group)
        if line is None:
            line = lines[group] = Line(one, since=one.said_on)
        else:
            line.times += 1
        if one.place_text and one.place_text not in line.places:
            line.places.append(one.place_text)
    _answered(lines, found[:MOST])
    return Synthesis(_sections(lines.values()), len(found) > MOST)


def _answered(lines: dict[int, Line], found: Iterable[Petition]) -> None:
    group = {one.pk: one.first_id or one.pk for one in found if one.state != State.RECEIVED}
    keys = list(group)
    for start in range(0, len(keys), 900):
        part = keys[start : start + 900]
        for answer in Answer.objects.filter(petition__in=part).select_related("unit"):
            lines[group[answer.petition_id]].answers.append(answer)


def _sections(lines: Iterable[Line]) -> list[Section]:
    parts: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        parts[line.first.level, _top(line.first.field)].append(line)
    order = {code: at for at, code in enumerate(fields())}
    names = sorted(parts, key=lambda key: (_SORT.get(key[0], 9), order.get(key[1], 999), key[1]))
    return [
        Section(level, code, sorted(parts[level, code], key=lambda one: -one.times))
        for level, code in names
    ]


def _top(code: str) -> str:
    known = fields().get(code)
    return (known.under or known.code) if known else code
