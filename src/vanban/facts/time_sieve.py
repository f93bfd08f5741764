"""Which rules of time can fire in a text, and at which places of it, told by two looks for words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Literal

import regex
from ahocorasick_rs import AhoCorasick

from vanban.facts.landmark import Landmarks, beginnings, matches_at
from vanban.model import Span
from vanban.rules import Rule, rules
from vanban.rules.pattern import compiled
from vanban.rules.sieve import first_letters, small

Place = Literal["prose", "cell"]
_FIGURE_OF_A_DATE = compiled(r"\d\s?[/.\-–]\s?\d|(?:ngày|tháng|năm)\s+\(?\d")


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
        self._rules = [
            [rule for rule in family if rule.extra.get("where", place) == place]
            for family in _families()
        ]
        needing: dict[str, set[str]] = {}
        for rule in chain(*self._rules):
            for word in rule.extra["needs"]:
                needing.setdefault(word, set()).add(rule.id)
        self._needing = tuple(needing.values())
        self._words = AhoCorasick(tuple(needing))

    def tried(self, text: str) -> Tried:
        lowered = " ".join(text.lower().split())
        words = {hit[0] for hit in self._words.find_matches_as_indexes(lowered, overlapping=True)}
        if not words:
            return Tried(text, [], [])
        named = set().union(*(self._needing[word] for word in words))
        dated = _FIGURE_OF_A_DATE.search(lowered) is not None
        deadlines, recurrences = (
            [rule for rule in family if rule.id in named and (dated or "dated" not in rule.extra)]
            for family in self._rules
        )
        return Tried(text, deadlines, recurrences)


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
