"""The pieces of a pattern as `needs` sees them: how each may begin and what each must hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

REACH = 4
"""So many characters of an opening count."""

# So many alternatives are kept apart; a longer list says less and costs more to ask for.
MOST_OPENS, MOST_WORDS, MOST_SAID = 600, 16, 48
# Stand-ins for any blank and any digit, in no text.
BLANK, DIGIT = "\ue000", "\ue001"

Said = frozenset[str]
NOTHING: Said = frozenset({""})


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a pattern. `whole`: all that it can match, if that is a short list; `heads`: how
    its matches begin; `words`: what each of them holds; `looks`: it matches nothing itself."""

    whole: Said | None
    heads: Said
    words: Said = frozenset()
    looks: bool = False


ANY = Part(None, NOTHING)
EMPTY = Part(NOTHING, NOTHING)


class Sequence:
    """Parts one after another. `run`: the ways in which the words may go since the last part that
    was no short list; `opening`: the ways in which the whole may begin so far, while that is open."""

    def __init__(self) -> None:
        self.run: Said = NOTHING
        self.is_whole = True
        self.opening: Said | None = NOTHING
        self.heads: set[str] = set()
        self.ahead: list[Said] = []
        self.found: list[Said] = []

    def add(self, part: Part, least: int, most: int) -> None:
        if part.looks:
            self._look(part)
            return
        self._open(part, least, most)
        if least == most == 1 or (most == 1 and part.whole is not None):
            whole = part.whole if least else part.whole and part.whole | NOTHING
            longer = _joined(self.run, whole) if whole else None
            if longer is not None:
                self.run = longer
                return
        if least:
            self.found += [_joined(self.run, part.heads) or self.run, part.words]
            self.found += [part.whole] if part.whole else []
        self.found.append(self.run)
        self.run, self.is_whole = NOTHING, False

    def _look(self, part: Part) -> None:
        if part.heads == NOTHING:
            return
        self.found.append(_joined(self.run, part.heads) or frozenset())
        if self.opening is not None and (seen := _cut(self.opening, part.heads)) is not None:
            self.ahead.append(seen | self.heads)

    def _open(self, part: Part, least: int, most: int) -> None:
        """The ways in which the whole may begin, the part taken into account."""
        if self.opening is None:
            return
        ways = part.whole if part.whole is not None else part.heads
        longer = _cut(self.opening, ways)
        once = most == 1 and part.whole is not None
        if longer is None:
            self.heads |= self.opening
            self.opening = None
        elif once:
            self.opening = longer if least else longer | self.opening
        else:
            self.heads |= longer
            self.opening = None if least else self.opening

    def part(self) -> Part:
        heads = frozenset(self.heads | (self.opening or frozenset()))
        for seen in self.ahead:
            if "" not in seen and ("" in heads or min(map(len, seen)) > min(map(len, heads))):
                heads = seen
        if self.is_whole:
            return Part(self.run, heads, best([*self.found, self.run]))
        return Part(None, heads, best([*self.found, self.run]))


def letters(chars: Iterable[str]) -> Part:
    said = frozenset(char.lower() for char in chars)
    return Part(said, said, said)


def either(ways: list[Part]) -> Part:
    wholes = [way.whole for way in ways]
    whole: set[str] | None = set()
    for one in wholes:
        whole = None if whole is None or one is None else whole | one
    if whole is not None and len(whole) > MOST_SAID:
        whole = None
    heads = frozenset(head for way in ways for head in way.heads)
    every = all(way.words for way in ways)
    words = frozenset(word for way in ways for word in way.words) if every else frozenset()
    return Part(frozenset(whole) if whole is not None else None, heads, words)


def _joined(run: Said, ways: Said) -> Said | None:
    """Each way after each run; nothing if there are too many."""
    if len(run) * len(ways) > MOST_SAID:
        return None
    return frozenset(map("".join, product(run, ways)))


def _cut(run: Said, ways: Said) -> Said | None:
    """The same for beginnings, of which only the first characters count."""
    if len(run) * len(ways) > MOST_OPENS:
        return None
    return frozenset((before + way)[:REACH] for before, way in product(run, ways))


def best(found: list[Said]) -> Said:
    """The list of words that is least likely to stand in a text by chance."""
    told = [frozenset(map(_longest_piece, one)) for one in found]
    told = [one for one in told if one and len(one) <= MOST_WORDS and "" not in one]
    return min(told, key=_chance, default=frozenset())


def _longest_piece(words: str) -> str:
    """The longest stretch without a blank or digit that may be any."""
    return max(words.replace(DIGIT, BLANK).split(BLANK), key=len)


def _chance(words: Said) -> float:
    return sum(8.0 ** -len(word) for word in words) + 0.0005 * len(words)
