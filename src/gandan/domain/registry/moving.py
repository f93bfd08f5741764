"""Where a stretch of a file's text stands when the same bytes were decoded anew. Pure."""

from __future__ import annotations

from bisect import bisect_right
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Any


class Moved:
    """From the places of the old text to those of the new one; nothing moves if they are the same."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self.is_same = old == new
        self._blocks = [(0, 0, len(old))] if self.is_same else _alike(old, new)
        self._starts = [start for start, _, _ in self._blocks]

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the same words stand now; None if they are there no more, or at several places."""
        if self.is_same:
            return start, end
        words = self._old[start:end]
        near = self.nearest(start)
        if self._new[near : near + len(words)] == words:
            return near, near + len(words)
        if words.strip() and self._new.count(words) == 1:
            found = self._new.index(words)
            return found, found + len(words)
        return None

    def nearest(self, at: int) -> int:
        """The place of a character, or of what stands next before it among what stayed."""
        block = bisect_right(self._starts, at) - 1
        if block < 0:
            return 0
        start, now, length = self._blocks[block]
        return now + min(at - start, length)

    def places(self, said: Any) -> Any:
        """The same for [start, end] however nested: what has no place any more is left out."""
        if isinstance(said, dict):
            moved = {key: self.places(each) for key, each in said.items()}
            return {key: each for key, each in moved.items() if each is not None}
        if isinstance(said, list) and len(said) == 2 and all(isinstance(n, int) for n in said):
            now = self.place(said[0], said[1])
            return list(now) if now else None
        if isinstance(said, list):
            return [each for each in map(self.places, said) if each is not None]
        return said


def _alike(old: str, new: str) -> list[tuple[int, int, int]]:
    """Stretches of whole lines that stayed: (start in the old, start in the new, length)."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    was = [0, *accumulate(map(len, before))]
    now = [0, *accumulate(map(len, after))]
    blocks = SequenceMatcher(None, before, after).get_matching_blocks()
    return [(was[a], now[b], was[a + n] - was[a]) for a, b, n in blocks if n]
