"""Petitions added up: one line for a request, however often and wherever it was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet

from gandan.domain.petitions.fields import fields, name_of, top_of
from gandan.domain.petitions.models import Answer, AskedLevel, Petition

MOST = 5_000
_PART = 900  # SQLite takes a thousand values in one question
_TIMES = attrgetter("times")
_SORT = {level: at for at, level in enumerate((*AskedLevel.values, ""))}


@dataclass(slots=True)
class Line:
    """One request: the keys of the petitions that made it, the earliest first, how many they are, and
    where."""

    level: str
    field: str
    petitions: list[int]
    places: list[str]
    times: int = 0


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line with its words: the earliest petition, and the answer given last to any of them."""

    line: Line
    first: Petition
    last_answer: Answer | None


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
        return sum(map(_TIMES, self.lines))


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
    """Petitions that people joined make one line, the earliest of these rows first. One query, which
    reads no words: `told` reads those of the lines that are shown. More than `MOST` petitions are
    cut off, and it is said."""
    named = ("pk", "first", "level", "field", "place_text")
    found = list(rows.order_by("said_on", "pk").values_list(*named)[: MOST + 1])
    lines: dict[int, Line] = {}
    for key, first, level, code, place in found[:MOST]:
        line = lines.get(first or key)
        if line is None:
            line = lines[first or key] = Line(level, code, [], [])
        line.petitions.append(key)
        line.times += 1
        if place and place not in line.places:
            line.places.append(place)
    return Synthesis(_sections(lines.values()), len(found) > MOST)


def told(lines: Sequence[Line]) -> list[ToldLine]:
    """The lines with their words, in their order; two queries for each `_PART` petitions."""
    firsts = _in_parts(
        Petition.objects.select_related("holder"), [one.petitions[0] for one in lines]
    )
    petitions = {one.pk: one for one in firsts}
    every = [key for one in lines for key in one.petitions]
    answers = Answer.objects.select_related("unit").order_by("pk")
    last = {answer.petition_id: answer for answer in _in_parts(answers, every, "petition")}
    return [
        ToldLine(
            one,
            petitions[one.petitions[0]],
            max(
                (last[key] for key in one.petitions if key in last),
                key=lambda answer: answer.pk,
                default=None,
            ),
        )
        for one in lines
    ]


def _in_parts(rows: QuerySet[Any], keys: Sequence[int], name: str = "pk") -> Iterator[Any]:
    for start in range(0, len(keys), _PART):
        yield from rows.filter(**{f"{name}__in": keys[start : start + _PART]})


def _sections(lines: Iterable[Line]) -> list[Section]:
    parts: dict[tuple[str, str], list[Line]] = defaultdict(list)
    known = fields()
    tops: dict[str, str] = {}
    for line in lines:
        if line.field not in tops:
            tops[line.field] = top_of(line.field, known)
        parts[line.level, tops[line.field]].append(line)
    order = {code: at for at, code in enumerate(known)}
    names = sorted(parts, key=lambda key: (_SORT.get(key[0], 9), order.get(key[1], 999), key[1]))
    return [
        Section(level, code, sorted(parts[level, code], key=_TIMES, reverse=True))
        for level, code in names
    ]
