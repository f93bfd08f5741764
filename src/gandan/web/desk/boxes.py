"""The words of facts boxed on the picture of a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gandan.domain.registry.queries import DOUBTFUL, Fact, FactKind, PagePicture

_NOT_BOXED = {FactKind.HEADER, FactKind.FINDING}
_PAD = 1.5  # points around the words, so that a line does not cut them

Seen = Sequence[float]
"""A recognised word: start, end, left, top, right, bottom, confidence."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A fact on one page: a rectangle per line. `begins`: its anchor stands here."""

    fact: Fact
    lines: tuple[Rectangle, ...]
    begins: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that was recognised with little confidence."""

    words: str
    confidence: int
    place: Rectangle


@dataclass(frozen=True, slots=True)
class Shown:
    """A page with its boxes; `picture` is None where no word was recognised on it."""

    number: int
    picture: PagePicture | None
    boxes: tuple[Box, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def shown_pages(
    text: str, numbers: Iterable[int], pictures: Iterable[PagePicture], facts: Sequence[Fact]
) -> list[Shown]:
    """The pages `numbers` of a file whose text is `text`, its facts boxed where they stand."""
    by_number = {picture.number: picture for picture in pictures}
    begun: set[int] = set()
    pages = []
    for number in numbers:
        picture = by_number.get(number)
        words: list[Seen] = sorted(picture.words) if picture else []
        boxes = tuple(_boxes(words, facts, begun))
        pages.append(Shown(number, picture, boxes, tuple(_doubts(text, words))))
    return pages


def _boxes(words: list[Seen], facts: Sequence[Fact], begun: set[int]) -> Iterable[Box]:
    """The longest first, so that what stands inside another lies above it and can be chosen."""
    starts = [word[0] for word in words]
    for fact in sorted(facts, key=lambda one: one.start - one.end):
        if fact.kind in _NOT_BOXED:
            continue
        first = max(0, bisect_left(starts, fact.start) - 1)
        own = [
            word for word in words[first : bisect_left(starts, fact.end)] if word[1] > fact.start
        ]
        if own:
            yield Box(fact, _lines(own), fact.pk not in begun)
            begun.add(fact.pk)


def _lines(words: list[Seen]) -> tuple[Rectangle, ...]:
    """Words beside each other at one height make one rectangle."""
    lines: list[list[Seen]] = []
    for word in words:
        before = lines[-1][-1] if lines else None
        beside = before and word[2] >= before[2] and word[3] < before[5] and before[3] < word[5]
        if beside:
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(_around(line) for line in lines)


def _around(words: list[Seen]) -> Rectangle:
    left, top = min(w[2] for w in words) - _PAD, min(w[3] for w in words) - _PAD
    right, bottom = max(w[4] for w in words) + _PAD, max(w[5] for w in words) + _PAD
    return Rectangle(round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1))


def _doubts(text: str, words: list[Seen]) -> Iterable[Doubt]:
    for word in words:
        if word[6] < DOUBTFUL:
            yield Doubt(text[int(word[0]) : int(word[1])], round(word[6]), _around([word]))
