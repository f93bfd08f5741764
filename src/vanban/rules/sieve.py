"""Patterns tried only where they can match, by what they cannot match without (`needs`).

Most places of a text cannot begin what a rule looks for, and most rules fire in few sentences. Before
a match at a place it is asked whether one of the openings of the pattern stands there (`Choice`,
`Opening`); before a search in a stretch of a page, whether one of its words does (`Words`). What is
found is always what the patterns alone would find.

The words of all patterns are looked for in one go through a page (Aho–Corasick) and kept as one
number for each `_STEP` characters, a bit for each word: to ask for a stretch costs next to nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

import regex
from ahocorasick_rs import AhoCorasick

from vanban.rules.needs_parts import REACH
from vanban.rules.pattern import needed_by

Row = TypeVar("Row")
_BLANK_OR_FIGURE = regex.compile("[ 0]")
_END = sys.maxsize
_STEP = 64
# A text of so few characters is no page: its stretches are looked through as they are.
_SHORT = 1000
# What is remembered of openings is let go when it has grown so large (hostile texts open in all ways).
_MOST_KNOWN = 4096
# `regex` takes these for i and s when case does not count; `str.lower` does not.
_ALSO = str.maketrans({"İ": "i", "ſ": "s"})


class Choice(dict[str, tuple[Row, ...]]):
    """Of rows with a pattern each, in their order: those of which a match can begin with the given
    characters (the first `REACH` of a place). Remembered for the characters asked for."""

    def __init__(self, rows: Iterable[tuple[regex.Pattern[str], Row]]) -> None:
        self._rows = tuple((needed_by(pattern).opens, row) for pattern, row in rows)

    def __missing__(self, said: str) -> tuple[Row, ...]:
        if len(self) > _MOST_KNOWN:
            self.clear()
        plain = "".join(map(_plain, said))
        begins = {plain[:length] for length in range(1, REACH + 1)}
        self[said] = may = tuple(
            row for opens, row in self._rows if not opens or not opens.isdisjoint(begins)
        )
        return may


def first_letters(pattern: regex.Pattern[str]) -> tuple[str, ...]:
    """The letters of which one series begins every match, as `small` has them; none are known of a
    pattern that may begin with a blank, a figure or anything."""
    begins = {_BLANK_OR_FIGURE.split(opening)[0] for opening in needed_by(pattern).opens}
    longer = {one for one in begins for other in begins if one != other and one.startswith(other)}
    return () if "" in begins else tuple(sorted(begins - longer))


class Opening:
    """A pattern that is matched at a place only where a match of it can begin."""

    def __init__(self, pattern: regex.Pattern[str]) -> None:
        self.pattern = pattern.pattern
        self.fullmatch = pattern.fullmatch
        self._match = pattern.match
        self._may = Choice([(pattern, True)])

    def match(self, text: str, pos: int = 0, endpos: int = _END) -> regex.Match[str] | None:
        if self._may[text[pos : pos + REACH]]:
            return self._match(text, pos, endpos)
        return None


class Words:
    """The words of which one stands wherever one of the patterns matches."""

    def __init__(self, *patterns: regex.Pattern[str]) -> None:
        needed = [needed_by(pattern).words for pattern in patterns]
        if not all(needed):
            raise ValueError(f"no words are known of {patterns[needed.index(())].pattern}")
        self._words = tuple(dict.fromkeys(word for words in needed for word in words))
        self._bits = 0
        for word in self._words:
            self._bits |= _bits.setdefault(word, 1 << len(_bits))

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Whether it is worth searching this stretch of a text."""
        if len(text) > _SHORT:
            return _page(text).words(start, end) & self._bits != 0
        said = small(text[start:end])
        return any(word in said for word in self._words)


_bits: dict[str, int] = {}


class _Page:
    """Which words stand in which stretches of one text."""

    def __init__(self, text: str) -> None:
        automaton, bits = _automaton(len(_bits))
        masks = [0] * (len(text) // _STEP + 1)
        for word, start, _ in automaton.find_matches_as_indexes(small(text), overlapping=True):
            masks[start // _STEP] |= bits[word]
        self._masks = masks
        # A word that is registered after this text was gone through may stand anywhere.
        self._unknown = ~((1 << len(bits)) - 1)
        self._asked = (-1, -1)
        self._answer = 0

    def words(self, start: int, end: int) -> int:
        """The words that begin in the stretch, or so near before or after it."""
        if (start, end) != self._asked:
            answer = self._unknown
            for mask in self._masks[start // _STEP : end // _STEP + 1]:
                answer |= mask
            self._asked, self._answer = (start, end), answer
        return self._answer


@lru_cache(maxsize=1)
def _automaton(known: int) -> tuple[AhoCorasick, list[int]]:
    return AhoCorasick(list(_bits)[:known]), list(_bits.values())[:known]


@lru_cache(maxsize=2)
def _page(text: str) -> _Page:
    return _Page(text)


def forget() -> None:
    """Let go of the pages that were gone through last."""
    _page.cache_clear()


def small(text: str) -> str:
    """The text in small letters as patterns compare them, of the same length."""
    lowered = text.lower()
    if len(lowered) == len(text) and "ſ" not in lowered:
        return lowered
    return "".join(map(_small_letter, text))


def _small_letter(letter: str) -> str:
    lowered = letter.translate(_ALSO).lower()
    return lowered if len(lowered) == 1 else letter


def _plain(letter: str) -> str:
    """As the openings have it: a small letter, 0 for a digit, a blank for any blank."""
    return " " if letter.isspace() else "0" if letter.isdecimal() else _small_letter(letter)
