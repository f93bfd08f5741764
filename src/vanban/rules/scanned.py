"""A page gone through once for all the words that patterns need or begin with.

Which words stand near is kept as one number for each `_STEP` characters, a bit for each word that some
pattern needs; the places of the letters with which patterns begin are kept as they are. To ask for a
stretch of the page costs next to nothing after that.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from itertools import chain
from operator import or_

from ahocorasick_rs import AhoCorasick, Implementation

_STEP = 64
# A text of so few characters is no page: its stretches are looked through as they are.
_SHORT = 1000
# `regex` takes these for i and s when case does not count; `str.lower` does not.
_ALSO = str.maketrans({"İ": "i", "ſ": "s"})

_bits: dict[str, int] = {}
_openings: dict[str, None] = {}
# A file, its footnotes and something that stands in it.
_MOST_PAGES = 4
_pages: dict[str, Scanned] = {}


def bits_of(words: tuple[str, ...]) -> int:
    """The number by which a page answers whether one of these words stands in a stretch."""
    answer = 0
    for word in words:
        answer |= _bits.setdefault(word, 1 << len(_bits))
    return answer


def watch(letters: tuple[str, ...]) -> None:
    """Have the places of these letters noted in every page from now on."""
    _openings.update(dict.fromkeys(letters))


class Scanned:
    """Which words stand in which stretches of one text, and where patterns may begin in it."""

    def __init__(self, text: str) -> None:
        known = len(_bits)
        automaton, words, bits = _automaton(known, len(_openings))
        places: list[list[int]] = [[] for _ in words]
        for number, start, _ in automaton.find_matches_as_indexes(small(text), overlapping=True):
            places[number].append(start)
        self._places = dict(zip(words, places, strict=True))
        self._masks = [0] * (len(text) // _STEP + 1)
        for here, bit in zip(places, bits, strict=True):
            if bit:
                for stretch in {at // _STEP for at in here}:
                    self._masks[stretch] |= bit
        # A word that is registered after this text was gone through may stand anywhere.
        self._unknown = ~((1 << known) - 1)
        self._asked = (-1, -1)
        self._answer = 0
        self._joined: dict[tuple[str, ...], list[int] | None] = {}

    def words(self, start: int, end: int) -> int:
        """The words that begin in the stretch, or so near before or after it."""
        if (start, end) != self._asked:
            masks = self._masks[start // _STEP : end // _STEP + 1]
            self._asked, self._answer = (start, end), reduce(or_, masks, self._unknown)
        return self._answer

    def places(self, letters: tuple[str, ...]) -> list[int] | None:
        """Where one of these letters stands, in order; nothing is known of what is not watched for."""
        try:
            return self._joined[letters]
        except KeyError:
            known = all(one in self._places for one in letters)
            found = sorted(chain(*(self._places[one] for one in letters))) if known else None
            self._joined[letters] = found
            return found


@lru_cache(maxsize=1)
def _automaton(needed: int, watched: int) -> tuple[AhoCorasick, list[str], list[int]]:
    """What looks for all words that are needed or watched for; these words, each with its bit, 0 if
    no pattern needs it."""
    words = list(dict.fromkeys([*list(_bits)[:needed], *list(_openings)[:watched]]))
    automaton = AhoCorasick(words, implementation=Implementation.DFA)
    return automaton, words, [_bits.get(word, 0) for word in words]


def scanned(text: str) -> Scanned:
    """The text gone through, once until `forget`. A file is asked about for each of its documents, so
    the shortest of the texts that are kept makes room for another: that is never the file."""
    page = _pages.get(text)
    if page is None:
        if len(_pages) >= _MOST_PAGES:
            _pages.pop(min(list(_pages), key=len), None)
        page = _pages[text] = Scanned(text)
    return page


def forget() -> None:
    """Let go of the pages that were gone through last."""
    _pages.clear()


def is_page(text: str) -> bool:
    return len(text) > _SHORT


def small(text: str) -> str:
    """The text in small letters as patterns compare them, of the same length."""
    lowered = text.lower()
    if len(lowered) == len(text) and "ſ" not in lowered:
        return lowered
    return "".join(map(small_letter, text))


def small_letter(letter: str) -> str:
    lowered = letter.translate(_ALSO).lower()
    return lowered if len(lowered) == 1 else letter
