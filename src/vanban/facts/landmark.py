"""Where the words stand that a pattern begins with, so that it is tried there and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex
from ahocorasick_rs import AhoCorasick

from vanban.model import Span


class Landmarks:
    """A set of words, looked for as they are spelled in one go through a text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(dict.fromkeys(words))
        self._automaton = AhoCorasick(self._words)

    def places(self, text: str) -> dict[str, list[int]]:
        """The beginnings of each word that stands in the text, in order."""
        found: dict[str, list[int]] = {}
        for word, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            found.setdefault(self._words[word], []).append(start)
        return found

    def all_places(self, text: str) -> list[int]:
        """The beginnings of all of them, in order."""
        hits = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return sorted([start for _, start, _ in hits])


def beginnings(places: dict[str, list[int]], words: Iterable[str]) -> list[int]:
    """The places of some of the words, in order."""
    here = [places[word] for word in words if word in places]
    return sorted(at for one in here for at in one) if len(here) > 1 else here[0] if here else []


def matches_at(
    pattern: regex.Pattern[str], text: str, span: Span, places: Sequence[int]
) -> Iterator[regex.Match[str]]:
    """What `pattern.finditer` gives when a match can begin at these places alone.

    The places count from the beginning of the span.
    """
    floor = span.start
    for place in places:
        at = span.start + place
        if at >= floor and (found := pattern.match(text, at, span.end)):
            yield found
            floor = found.end()
