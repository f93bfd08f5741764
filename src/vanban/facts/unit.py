"""Names of bodies in running text: where a list of them begins, ends and is split.

The lists are read by structure, so that a department or commune that did not exist when this was
written is read too: a head noun ("Sở", "UBND", "các cơ quan"), a field, a level, a place. A list is
split at commas and «và» between bodies; a list under one shared head ("các sở, ban, ngành") and a
name with commas of its own ("Sở Văn hóa, Thể thao và Du lịch") stay whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from vanban.facts.unit_grammar import SEPARATOR, SERIES
from vanban.facts.unit_joining import joined, may_follow, repeating, with_fields
from vanban.facts.unit_name import BESIDES, Name, end_of_name
from vanban.model import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """One body as written. `named` is true of a body with a name of its own, false of a plural or
    generic one ("các cơ quan, đơn vị"); `known` is false if no head noun was recognised."""

    name: str
    span: Span
    named: bool = True
    every: bool = False
    person: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True)
class Units:
    """A list of bodies, and where the text goes on after it (brackets that explain it skipped)."""

    units: tuple[Unit, ...]
    span: Span
    resumes: int

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(unit.name for unit in self.units)

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(unit.span for unit in self.units)


def split_units(text: str) -> tuple[tuple[str, Span], ...]:
    """The bodies of a text that is nothing but a list of them (a cell, an addressee line)."""
    return tuple((unit.name, unit.span) for unit in list_units(text, Span(0, len(text))))


def list_units(text: str, span: Span) -> tuple[Unit, ...]:
    """The bodies in a stretch that lists nothing else. What has no known head is kept as written
    between commas, with `known` false: an office may have a body that no rule foresaw."""
    found: list[Unit] = []
    at = span.start
    while at < span.end:
        at = _skip(text, at, span.end, " \t\n\r,;.:-–+•*/")
        if at >= span.end:
            break
        read = read_units(text, at, span.end, verbs_end=False)
        if read is None:
            at, unit = _unknown(text, at, span.end)
            found.append(unit)
        else:
            found += read.units
            at = max(read.resumes, at + 1)
    return tuple(unit for unit in found if unit.name)


@lru_cache(maxsize=4096)
def read_units(text: str, at: int, end: int, verbs_end: bool = True) -> Units | None:
    """The list of bodies that begins exactly at `at`; `None` if none begins there.

    `verbs_end`: a name ends before a verb of administration, as the subject of a sentence does.
    A heading, a lead-in and a subject are looked for at the same places: what was read there is
    remembered until `forget`, which whoever goes through a document calls at its end.
    """
    name = end_of_name(text, at, end, verbs_end)
    if name is None:
        return None
    names, resumes = [with_fields(text, name, end)], name.resumes
    resumes = _past_office(text, names[-1].resumes, end)
    while (separator := SEPARATOR.match(text, resumes, end)) and separator.end() > resumes:
        longer = joined(text, names[-1], separator, end, verbs_end)
        if longer is not None:
            names[-1] = with_fields(text, longer, end)
        else:
            following = end_of_name(text, separator.end(), end, verbs_end)
            if following is None or not may_follow(following, text):
                break
            names.append(with_fields(text, repeating(following, names[-1]), end))
        names, resumes = _with_unmarked(text, names, end, verbs_end)
        resumes = _past_office(text, resumes, end)
    names, resumes = _with_unmarked(text, names, end, verbs_end)
    resumes = _past_office(text, resumes, end)
    units = tuple(_unit(text, name) for name in names)
    return Units(units, Span(units[0].span.start, units[-1].span.end), resumes)


def _past_office(text: str, at: int, end: int) -> int:
    """Behind «, cơ quan thường trực Ban Chỉ đạo tỉnh», which tells what the body is besides."""
    if not text.startswith(",", at) and text[at + 1 : at + 2] not in ("-", "–"):
        return at
    besides = BESIDES.match(text, at, end)
    office = end_of_name(text, besides.end(), end, verbs_end=True) if besides else None
    return office.resumes if office else at


def forget() -> None:
    """Let go of the document that was read."""
    read_units.cache_clear()


def _with_unmarked(
    text: str, names: list[Name], end: int, verbs_end: bool
) -> tuple[list[Name], int]:
    """A missing comma between two bodies is supplied: «Sở Nội vụ Sở Công Thương»."""
    at = names[-1].resumes
    if names[-1].cut:
        following = end_of_name(text, _skip(text, at, end, " \n\t"), end, verbs_end)
        if following is not None:
            return _with_unmarked(text, [*names, following], end, verbs_end)
    return names, at


def _unit(text: str, name: Name) -> Unit:
    words = " ".join(name.span.of(text).replace("*", " ").replace("|", " ").split())
    words = words.strip(" .,;:-–/")
    bare = SERIES.fullmatch(name.head) and not any(c.isupper() for c in words[len(name.head) :])
    generic = name.every or name.kind == "place" or bool(bare)
    person = name.kind in ("person", "collective")
    return Unit(words, name.span, not generic, name.every, person)


def _unknown(text: str, at: int, end: int) -> tuple[int, Unit]:
    stop = min((i for i in range(at, end) if text[i] in ",;\n"), default=end)
    words = " ".join(text[at:stop].split()).strip(" .,;:-–/")
    return stop, Unit(words, Span(at, stop), named=False, known=False)


def _skip(text: str, at: int, end: int, blanks: str) -> int:
    while at < end and text[at] in blanks:
        at += 1
    return at
