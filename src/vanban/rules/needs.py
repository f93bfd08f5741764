"""What a pattern cannot match without, read off the pattern itself once, when it is compiled.

`opens`: every match begins with one of these, in small letters and cut to `REACH` characters, with
a blank for any blank and 0 for any digit. `words`: every match holds one of these, in small letters.
Both are empty where nothing of the kind can be said; then the pattern is tried everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from vanban.rules.needs_parts import (
    ANY,
    BLANK,
    DIGIT,
    EMPTY,
    MOST_OPENS,
    MOST_SAID,
    NOTHING,
    REACH,
    Part,
    Said,
    Sequence,
    best,
    either,
    letters,
)

_SHOWN = str.maketrans({BLANK: " ", DIGIT: "0"} | dict.fromkeys("123456789", "0"))
_ZERO_WIDTH = "bBAZGmMK"
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
_MANY = 1 << 30


@dataclass(frozen=True, slots=True)
class Needs:
    opens: Said = frozenset()
    words: tuple[str, ...] = ()


class _Unread(Exception):
    """The pattern has something in it that is not understood here."""


def needs_of(pattern: str, *, spaced: bool) -> Needs:
    """What every match of the pattern begins with and holds. `spaced`: blanks in it mean nothing."""
    try:
        reader = _Reader(pattern, spaced)
        part = reader.alternatives()
    except _Unread:
        return Needs()
    if reader.at < len(pattern):
        return Needs()
    heads = {head[:REACH].translate(_SHOWN) for head in part.heads}
    opens = frozenset() if "" in heads or len(heads) > MOST_OPENS else frozenset(heads)
    return Needs(opens, tuple(sorted(best([part.words]))))


class _Reader:
    """Goes through a pattern once, from left to right."""

    def __init__(self, pattern: str, spaced: bool) -> None:
        self.pattern, self.spaced, self.at = pattern, spaced, 0

    def alternatives(self) -> Part:
        """All up to the closing bracket of the group, or to the end."""
        ways = [self._sequence()]
        while self._takes("|"):
            ways.append(self._sequence())
        return ways[0] if len(ways) == 1 else either(ways)

    def _sequence(self) -> Part:
        made = Sequence()
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            part = self._item()
            if part is not None:
                made.add(part, *self._times())
        return made.part()

    def _takes(self, sign: str) -> bool:
        if self.pattern.startswith(sign, self.at):
            self.at += len(sign)
            return True
        return False

    def _next(self) -> str:
        if self.at >= len(self.pattern):
            raise _Unread
        self.at += 1
        return self.pattern[self.at - 1]

    def _item(self) -> Part | None:
        sign = self._next()
        if self.spaced and sign.isspace():
            return None
        if self.spaced and sign == "#":
            end = self.pattern.find("\n", self.at)
            self.at = len(self.pattern) if end < 0 else end
            return None
        if sign == "(":
            return self._group()
        if sign == "[":
            return self._set()
        if sign == "\\":
            return self._escape()
        if sign == ".":
            return ANY
        if sign in "^$":
            return EMPTY
        return letters({sign})

    def _group(self) -> Part:
        looks = ahead = False
        if self._takes("?"):
            if self._takes("=") or self._takes("!"):
                looks, ahead = True, self.pattern[self.at - 1] == "="
            elif self._takes("<=") or self._takes("<!"):
                looks = True
            elif self._takes("P="):
                self.at = self._closing()
                return ANY
            elif self._takes("P<") or self._takes("<"):
                self.at = self.pattern.index(">", self.at) + 1
            elif not self._takes(">"):
                self._flags()
        inside = self.alternatives()
        if not self._takes(")"):
            raise _Unread
        if not looks:
            return inside
        return Part(NOTHING, inside.heads if ahead else NOTHING, looks=True)

    def _closing(self) -> int:
        end = self.pattern.find(")", self.at)
        if end < 0:
            raise _Unread
        return end + 1

    def _flags(self) -> None:
        """`(?:` and `(?i:`; letters are compared in small letters whatever the flag says."""
        while (sign := self._next()) != ":":
            if sign not in "i-":
                raise _Unread

    def _escape(self) -> Part:
        sign = self._next()
        if sign in "pP":
            if self._takes("{"):
                self.at = self.pattern.index("}", self.at) + 1
            return ANY
        if sign == "s":
            return letters({BLANK})
        if sign == "d":
            return letters({DIGIT})
        if sign in _ZERO_WIDTH:
            return EMPTY
        if sign in _CONTROLS:
            return letters({_CONTROLS[sign]})
        if sign.isalnum():
            if sign in "SWDwX":
                return ANY
            raise _Unread
        return letters({sign})

    def _set(self) -> Part:
        """`[…]`: its characters, if they are few."""
        inverted = self._takes("^")
        chars: set[str] = set()
        open_ended = inverted
        first = True
        while first or not self._takes("]"):
            sign = self._next()
            if sign == "[" or (sign in "-&|~" and self.pattern.startswith(sign, self.at)):
                raise _Unread
            if sign == "\\":
                part = self._escape()
                open_ended = open_ended or part.whole is None
                chars |= part.whole or set()
            elif sign == "-" and not first and not self.pattern.startswith("]", self.at):
                self._next()
                open_ended = True
            else:
                chars.add(sign)
            first = False
        return ANY if open_ended or len(chars) > MOST_SAID else letters(chars)

    def _times(self) -> tuple[int, int]:
        """How often the item stands, at least and at most."""
        least, most = 1, 1
        if self._takes("?"):
            least = 0
        elif self._takes("*"):
            least, most = 0, _MANY
        elif self._takes("+"):
            most = _MANY
        elif self.pattern.startswith("{", self.at):
            end = self.pattern.index("}", self.at)
            low, comma, high = self.pattern[self.at + 1 : end].partition(",")
            least = int(low or 0)
            most = (int(high) if high else _MANY) if comma else least
            self.at = end + 1
        else:
            return least, most
        if not self._takes("?"):
            self._takes("+")
        return least, most
