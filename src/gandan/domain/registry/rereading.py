"""What a newer reader says of a held file, beside what is kept of it. Nothing is written here.

Two facts say the same if kind, place and fields are the same; a finding is the same if its rule and
place are. What a person accepted, corrected or rejected is never taken away by a machine.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import vanban
from gandan.domain.registry import blobs
from gandan.domain.registry.extraction import Found, facts_of
from gandan.domain.registry.models import Document, Fact, FactKind, FactStatus, File
from gandan.domain.registry.moving import Moved
from vanban import model
from vanban.checking import checked

Fate = Literal["same", "changed", "gained", "lost"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact as it is kept (`old`) and as it is read now (`new`)."""

    fate: Fate
    old: Fact | None
    new: Found | None

    @property
    def kind(self) -> str:
        return self.old.kind if self.old else self.new.kind if self.new else ""

    @property
    def stays(self) -> bool:
        """It says the same, or a person said something of it. What they rejected, and nothing reads
        any more, may go."""
        if self.old is None or self.fate == "same":
            return self.old is not None
        said = self.old.status
        return said in _DECIDED or (said == FactStatus.REJECTED and self.fate == "changed")


@dataclass(frozen=True, slots=True)
class Again:
    """A document as it is kept and as it is read now; one of them may be missing, if the newer
    reader parts the file otherwise."""

    document: Document | None
    read: model.Document | None
    differences: tuple[Difference, ...]


_DECIDED = frozenset({FactStatus.ACCEPTED, FactStatus.CORRECTED})


def read_today(file: File) -> model.Reading:
    """The stored bytes, read and checked by the reader of today. Raises `vanban.Rejected` if they
    cannot be read, OSError or ValueError if they are not there as they came."""
    data = blobs.load(file.sha256)
    return checked(vanban.read(data, file.name), data)


def compared(file: File, reading: model.Reading) -> list[Again]:
    """Every document of a file, in the order of the new reading, then those it parts no more."""
    moved = Moved(file.text, reading.text)
    held = list(file.documents.order_by("ordinal"))
    kept: dict[int, list[Fact]] = defaultdict(list)
    current = Fact.objects.filter(document__in=held).exclude(status=FactStatus.SUPERSEDED)
    for fact in current.select_related("verdict").order_by("start", "id"):
        kept[fact.document_id].append(fact)
    pairs = _paired(held, reading.documents, moved)
    result = [
        Again(old, read, tuple(compare(kept[old.pk] if old else (), facts_of(read), moved)))
        for read, old in zip(reading.documents, pairs, strict=True)
    ]
    gone = [document for document in held if document not in pairs]
    return [
        *result,
        *(Again(each, None, tuple(compare(kept[each.pk], (), moved))) for each in gone),
    ]


def compare(old: Sequence[Fact], new: Iterable[Found], moved: Moved) -> Iterator[Difference]:
    """Each fact of the new reading with the kept one it continues, then what is read no more."""
    left = {fact.pk: fact for fact in old}
    by_key: dict[str, list[int]] = defaultdict(list)
    for fact in old:
        for key in {_key_of(fact, said, moved) for said in (fact.data, fact.value)} - {""}:
            by_key[key].append(fact.pk)
    unknown: list[Found] = []
    for found in new:
        key = _key(found.kind, found.rule, (found.span.start, found.span.end), found.data)
        same = next((left.pop(pk) for pk in by_key[key] if pk in left), None)
        if same:
            yield Difference("same", same, found)
        else:
            unknown.append(found)
    places = {pk: moved.place(fact.start, fact.end) for pk, fact in left.items()}
    for found in unknown:
        partner = _partner(found, left, places)
        old_fact = left.pop(partner) if partner is not None else None
        yield Difference("changed" if old_fact else "gained", old_fact, found)
    for fact in left.values():
        yield Difference("lost", fact, None)


def tally(again: Iterable[Again]) -> Counter[str]:
    """How many facts were "same", "changed", "gained" or "lost"; how many "findings" of them came or
    went are counted apart, and so is what "stays" as a person said though it is read otherwise."""
    counts: Counter[str] = Counter()
    for one in again:
        for difference in one.differences:
            if difference.kind == FactKind.FINDING:
                counts["findings"] += difference.fate != "same"
            else:
                counts[difference.fate] += 1
                counts["stays"] += difference.fate != "same" and difference.stays
    return counts


def fields_that_differ(was: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """The names of the fields, places of words apart, that two readings fill otherwise."""
    before, after = _said(was), _said(now)
    keys = before.keys() | after.keys()
    return sorted(key for key in keys if before.get(key) != after.get(key))


def is_place(field: str) -> bool:
    """Whether a field of a fact says where its words stand, and not what they say."""
    return field.endswith(("span", "spans"))


def _said(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in data.items() if not is_place(key)}


def _key_of(fact: Fact, said: Mapping[str, Any], moved: Moved) -> str:
    place = moved.place(fact.start, fact.end)
    return _key(fact.kind, fact.rule, place, said) if place else ""


def _key(kind: str, rule: str, place: tuple[int, int], said: Mapping[str, Any]) -> str:
    if kind == FactKind.FINDING:
        return json.dumps([kind, place, rule])
    where = () if kind == FactKind.HEADER else place
    return json.dumps([kind, where, _said(said)], sort_keys=True, ensure_ascii=False)


def _partner(
    found: Found, left: Mapping[int, Fact], places: Mapping[int, tuple[int, int] | None]
) -> int | None:
    """The kept fact that this one changes: of its kind, over most of the same words."""
    best, most = None, 0
    for pk, fact in left.items():
        place = places[pk]
        if fact.kind != found.kind or fact.kind == FactKind.FINDING:
            continue
        if fact.kind == FactKind.HEADER:
            return pk
        if place is None:
            continue
        start, end = place
        common = min(end, found.span.end) - max(start, found.span.start)
        shorter = min(end - start, found.span.end - found.span.start)
        if common > most and 2 * common >= shorter:
            best, most = pk, common
    return best


def _paired(
    held: Sequence[Document], read: Sequence[model.Document], moved: Moved
) -> list[Document | None]:
    """For each document of the new reading: the kept one it is, over most of the same text."""
    if len(held) == len(read):
        return list(held)
    free = list(held)
    pairs: list[Document | None] = []
    for one in read:
        shared = [(_common(each, one.span, moved), -n) for n, each in enumerate(free)]
        most, place = max(shared, default=(0, 0))
        pairs.append(free.pop(-place) if most > 0 else None)
    return pairs


def _common(held: Document, span: model.Span, moved: Moved) -> int:
    start, end = moved.nearest(held.start), moved.nearest(held.end)
    return min(end, span.end) - max(start, span.start)
