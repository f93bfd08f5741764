"""Patterns tried only where they can match, by what they cannot match without (`needs`).

Most places of a text cannot begin what a rule looks for, and most rules fire in few sentences. Before
a match at a place it is asked whether one of the openings of the pattern stands there (`Choice`);
before a search in a stretch of a page, whether one of its words does (`Words`). What is
found is always what the patterns alone would find.

The words of all patterns are looked for in one go through a page (`scanned`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import regex

from vanban.rules.needs_parts import REACH
from vanban.rules.pattern import needed_by
from vanban.rules.scanned import bits_of, is_page, scanned, small, small_letter

Row = TypeVar("Row")
_BLANK_OR_FIGURE = regex.compile("[ 0]")
# What is remembered of openings is let go when it has grown so large (hostile texts open in all ways).
_MOST_KNOWN = 4096


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


class Words:
    """The words of which one stands wherever one of the patterns matches."""

    def __init__(self, *patterns: regex.Pattern[str]) -> None:
        needed = [needed_by(pattern).words for pattern in patterns]
        if not all(needed):
            raise ValueError(f"no words are known of {patterns[needed.index(())].pattern}")
        self._words = tuple(dict.fromkeys(word for words in needed for word in words))
        self._bits = bits_of(self._words)

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Whether it is worth searching this stretch of a text."""
        if is_page(text):
            return scanned(text).words(start, end) & self._bits != 0
        said = small(text[start:end])
        return any(word in said for word in self._words)


def _plain(letter: str) -> str:
    """As the openings have it: a small letter, 0 for a digit, a blank for any blank."""
    return " " if letter.isspace() else "0" if letter.isdecimal() else small_letter(letter)
