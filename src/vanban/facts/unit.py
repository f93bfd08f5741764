"""Names of bodies in running text: where a list of them begins, ends and is split.

The lists are read by structure, so that a department or commune that did not exist when this was
written is read too: a head noun ("Sở", "UBND", "các cơ quan"), a field, a level, a place. A list is
split at commas and «và» between bodies; a list under one shared head ("các sở, ban, ngành") and a
name with commas of its own ("Sở Văn hóa, Thể thao và Du lịch") stay whole.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from vanban.facts.unit_grammar import (
    FIELD,
    HEAD,
    PLACE,
    SEPARATOR,
    SERIES,
    TAIL,
    TOKEN,
    VERB_IN_NAME,
)
from vanban.facts.unit_name import NOT_A_BODY, Name, bare_after, end_of_name
from vanban.model import Span

_FIELDS_FOLLOW = regex.compile(r"\s*:")
_ENDS_IN_SERIES = regex.compile(r"(?i:sở|ngành|bộ|ban|phòng)\s*$")


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


def read_units(text: str, at: int, end: int, verbs_end: bool = True) -> Units | None:
    """The list of bodies that begins exactly at `at`; `None` if none begins there.

    `verbs_end`: a name ends before a verb of administration, as the subject of a sentence does.
    """
    name = end_of_name(text, at, end, verbs_end)
    if name is None:
        return None
    names, resumes = [_with_fields(text, name, end)], name.resumes
    resumes = names[-1].resumes
    while (separator := SEPARATOR.match(text, resumes, end)) and separator.end() > resumes:
        joined = _joined(text, names[-1], separator.end(), end, verbs_end, separator)
        if joined is not None:
            names[-1] = _with_fields(text, joined, end)
        else:
            following = end_of_name(text, separator.end(), end, verbs_end)
            if following is None or not _may_follow(following, text):
                break
            names.append(following)
        resumes = names[-1].resumes
        names, resumes = _with_unmarked(text, names, end, verbs_end)
    names, resumes = _with_unmarked(text, names, end, verbs_end)
    units = tuple(_unit(text, name) for name in names)
    return Units(units, Span(units[0].span.start, units[-1].span.end), resumes)


def _with_fields(text: str, name: Name, end: int) -> Name:
    """«Giám đốc các sở, ngành: Nội vụ; Y tế …»: the fields after the colon name the same bodies."""
    listed = _FIELDS_FOLLOW.match(text, name.resumes, end)
    if listed is None or not _ENDS_IN_SERIES.search(text, name.span.start, name.span.end):
        return name
    field = FIELD.match(text, name.resumes, end)
    if field is None:
        return name
    return replace(name, span=Span(name.span.start, field.end()), resumes=field.end())


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


def _joined(
    text: str, name: Name, at: int, end: int, verbs_end: bool, separator: object
) -> Name | None:
    """The name before, if the words at `at` are still part of it."""
    if name.kind == "elided" or at >= end:
        return None
    by_comma = text[separator.start() : at].strip().startswith(",")  # type: ignore[attr-defined]
    head = HEAD.match(text, at, end)
    if head is None:
        goes_on = by_comma and _is_more_of_a_field(text, at, end, name)
        goes_on = goes_on or (":" in name.span.of(text) and FIELD.match(text, at, end) is not None)
        goes_on = goes_on or TAIL.match(text, at, end) is not None
        return name.extended(text, at, end, verbs_end) if goes_on else None
    if name.kind == "collective" and by_comma:
        stays = head["collective"] is None and head["person"] is None
        return name.extended(text, at, end, verbs_end) if stays else None
    if head["every"]:
        return None
    if PLACE.match(text, at, end) and head["elided"] is None:
        return name.extended(text, at, end, verbs_end)
    if not head["series"] and not SERIES.match(text, at, end):
        return None
    if head["plain"] and not SERIES.fullmatch(head["plain"]):
        return None
    if head["named"] or head["person"] or head["steering"]:
        return None
    if verbs_end and NOT_A_BODY.match(text, at, end):
        return None
    bare = bare_after(text, SERIES.match(text, at, end), end)
    if name.open_list or (bare and name.shared_head):
        return name.extended(text, at, end, verbs_end)
    return None


def _is_more_of_a_field(text: str, at: int, end: int, name: Name) -> bool:
    """«Thể thao và Du lịch» after «Sở Văn hóa,»: a capital, but neither a head nor an acronym."""
    word = TOKEN.match(text, at, end)
    if word is None or not word["word"] or word["word"].isupper():
        return False
    field = FIELD.match(text, name.span.start + len(name.head), end)
    if field is not None and field.end() >= name.span.end:
        return False
    return word["word"][0].isupper() and (name.head in VERB_IN_NAME or name.head in ("Sở", "Bộ"))


def _may_follow(name: Name, text: str) -> bool:
    """A bare «thành phố» or «xã» is not a body of its own in a list."""
    return name.kind != "place" or name.every or text[name.span.start].isupper()


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
