"""A pattern that is looked for only where it can be found.

`finditer` and `search` give what those of the pattern give. In a page they ask first whether the words
that the pattern needs stand in the stretch, then try it at the places where its first letters stand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex
from ahocorasick_rs import AhoCorasick

from vanban.rules.pattern import compiled, needed_by
from vanban.rules.scanned import bits_of, is_page, scanned, small, watch
from vanban.rules.sieve import first_letters

# To try a pattern at each of these marks would cost more than to search.
_EVERYWHERE = (",", ".")


class Sought:
    def __init__(self, pattern: regex.Pattern[str]) -> None:
        self.pattern = pattern
        self._match = pattern.match
        letters = first_letters(pattern)
        self._letters = () if any(one in _EVERYWHERE for one in letters) else letters
        self._words = needed_by(pattern).words
        self._bits = bits_of(self._words) if self._words else ~0
        if self._letters:
            watch(self._letters)
            self._automaton = AhoCorasick(self._letters)

    def search(self, text: str, start: int = 0, end: int | None = None) -> regex.Match[str] | None:
        """The first match in the stretch."""
        end = len(text) if end is None else end
        places = self._places(text, start, end)
        if places is None:
            return self.pattern.search(text, start, end)
        for place in places:
            if found := self._match(text, place, end):
                return found
        return None

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[regex.Match[str]]:
        """The matches in the stretch, none of which overlap."""
        end = len(text) if end is None else end
        places = self._places(text, start, end)
        if places is None:
            return self.pattern.finditer(text, start, end)
        return self._matches(text, places, end) if places else iter(())

    def _matches(self, text: str, places: Sequence[int], end: int) -> Iterator[regex.Match[str]]:
        floor = 0
        for place in places:
            if place >= floor and (found := self._match(text, place, end)):
                yield found
                floor = found.end()

    def _places(self, text: str, start: int, end: int) -> Sequence[int] | None:
        """Where a match may begin; nothing is known of a pattern that may begin with any letter."""
        if is_page(text):
            page = scanned(text)
            if not page.words(start, end) & self._bits:
                return ()
            every = page.places(self._letters) if self._letters else None
            return every and every[bisect_left(every, start) : bisect_left(every, end)]
        said = small(text[start:end])
        if self._words and not any(word in said for word in self._words):
            return ()
        if not self._letters:
            return None
        hits = self._automaton.find_matches_as_indexes(said, overlapping=True)
        return sorted(start + at for _, at, _ in hits)


def sought(pattern: str, flags: int = 0) -> Sought:
    """A pattern that is searched for in pages."""
    return Sought(compiled(pattern, flags))
