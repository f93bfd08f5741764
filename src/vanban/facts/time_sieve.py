"""Which rules of time can fire in a text, and at which places of it, told by two looks for words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Literal

import regex
from ahocorasick_rs import AhoCorasick, Implementation

from vanban.facts.landmark import Landmarks, beginnings, matches_at
from vanban.model import Span
from vanban.rules import Rule, rules
from vanban.rules.pattern import compiled
from vanban.rules.scanned import small
from vanban.rules.sieve import first_letters

Place = Literal["prose", "cell"]
# Texts say so many different sets of words that they are not all remembered.
_MOST_KNOWN = 512
# Looked for in words with one blank between them.
_FIGURE_OF_A_DATE = compiled(r"\d(?:\s?[/.\-–]\s?\d|(?<=(?:ngày|tháng|năm)\s\(?\d))")


class Tried:
    """The rules that are worth trying in one text, those of a family in the order of their file."""

    def __init__(self, text: str, deadlines: list[Rule], recurrences: list[Rule]) -> None:
        self._text = text
        self._places: dict[str, list[int]] | None = None
        self.deadlines, self.recurrences = deadlines, recurrences

    def __bool__(self) -> bool:
        return bool(self.deadlines or self.recurrences)

    def matches(self, rule: Rule) -> Iterator[regex.Match[str]]:
        """What `rule.pattern.finditer` gives, tried only where its first letters stand."""
        begins = _begins(rule)
        if not begins:
            return rule.pattern.finditer(self._text)
        if self._places is None:
            self._places = _landmarks().places(small(self._text))
        whole = Span(0, len(self._text))
        return matches_at(rule.pattern, self._text, whole, beginnings(self._places, begins))


class _Sieve:
    """Which rules can fire in a text, told by one look for the words that they need."""

    def __init__(self, place: Place) -> None:
        self._families = [
            [rule for rule in family if rule.extra.get("where", place) == place]
            for family in _families()
        ]
        self._said = tuple(
            dict.fromkeys(word for rule in chain(*self._families) for word in rule.extra["needs"])
        )
        self._words = AhoCorasick(self._said, implementation=Implementation.DFA)
        self._known: dict[tuple[frozenset[int], bool], tuple[list[Rule], list[Rule]]] = {}

    def tried(self, text: str) -> Tried:
        lowered = " ".join(text.lower().split())
        hits = self._words.find_matches_as_indexes(lowered, overlapping=True)
        words = frozenset(hit[0] for hit in hits)
        if not words:
            return Tried(text, [], [])
        key = words, _FIGURE_OF_A_DATE.search(lowered) is not None
        if key not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._which(*key)
        return Tried(text, *self._known[key])

    def _which(self, words: frozenset[int], dated: bool) -> tuple[list[Rule], list[Rule]]:
        """The rules of each family that can fire where these words stand."""
        said = {self._said[word] for word in words}
        deadlines, recurrences = (
            [
                rule
                for rule in family
                if not said.isdisjoint(rule.extra["needs"]) and (dated or "dated" not in rule.extra)
            ]
            for family in self._families
        )
        return deadlines, recurrences


@cache
def sieve(place: Place) -> _Sieve:
    return _Sieve(place)


def _families() -> tuple[tuple[Rule, ...], ...]:
    return rules("deadlines"), rules("recurrence")


def _begins(rule: Rule) -> tuple[str, ...]:
    return _all_begins()[rule.id]


@cache
def _all_begins() -> dict[str, tuple[str, ...]]:
    return {rule.id: first_letters(rule.pattern) for rule in chain(*_families())}


@cache
def _landmarks() -> Landmarks:
    return Landmarks(chain(*_all_begins().values()))
