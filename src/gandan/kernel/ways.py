"""Whether the ways to the deeds (`Touched`) are those of their parts, no more and no fewer: pure.

The chain covers what a deed says of its parts; the rows by which a deed is found from each of them
stand beside it. A row too few hides the deed from the history of a thing, a row too many puts it
into one where it does not belong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from gandan.kernel.chain import Break, Link
from gandan.kernel.deeds import PARTS


class Way(NamedTuple):
    """A row of `Touched`; in the order of their events."""

    event: int
    type: str
    id: int


def ways_of(link: Link) -> set[Way]:
    """The ways that an event should have: one from each thing that only a part of it changed."""
    parts = link.data.get(PARTS, ())
    touched = {Way(link.id, row["type"], key) for row in parts for key in row["ids"]}
    return touched - {Way(link.id, link.subject_type, link.subject_id)}


class Compared:
    """The ways, taken as the events go by in the order of their keys. `found`: the first fault."""

    def __init__(self, ways: Iterator[Way]) -> None:
        self._ways, self._next = ways, next(ways, None)
        self.found: Break | None = None

    def pass_by(self, link: Link) -> None:
        if PARTS not in link.data and (self._next is None or self._next.event > link.id):
            return
        there: Counter[Way] = Counter()
        while self._next is not None and self._next.event <= link.id:
            there[self._next] += 1
            self._next = next(self._ways, None)
        if self.found is not None:
            return
        expected = ways_of(link)
        lost = expected - there.keys()
        added = [way for way, count in there.items() if way not in expected or count > 1]
        if added:
            self.found = Break("way-added", link.day, link.id, _named(min(added)))
        elif lost:
            self.found = Break("way-lost", link.day, link.id, _named(min(lost)))

    def left(self) -> Iterator[Way]:
        """The ways to events after the last one that went by."""
        while self._next is not None:
            yield self._next
            self._next = next(self._ways, None)


def _named(way: Way) -> str:
    return f"{way.type}:{way.id}"
