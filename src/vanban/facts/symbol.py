"""Số, ký hiệu: the number of a document with the letters of its kind and issuers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

from vanban.model import Span
from vanban.rules import rules, table
from vanban.rules.pattern import compiled

_BLANK = compiled(r"\s+")
_SEPARATORS = compiled(r"([-/])")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A number found in a text: its normal form and the rule that found it."""

    span: Span
    number: str
    kind: str
    rule: str


def normal(written: str) -> str:
    """The normal form: no blanks, every dash a hyphen."""
    return _BLANK.sub("", written).replace("–", "-").replace("—", "-")


def folded(number: str) -> str:
    """For comparing only: case and the stroke of Đ are no difference ("BCSD" and "BCSĐ")."""
    return normal(number).casefold().replace("đ", "d")


def symbols(text: str, span: Span) -> Iterator[Symbol]:
    """Every number of a document in the range, in order."""
    for found in _pattern().finditer(text, span.start, span.end):
        rule = next(name for name in _RULES if found[name])
        kind = next((word for word in found.capturesdict()["kind"] if word), "")
        # «Kế hoạch số 298 KH/TWĐTN»: the hyphen that a copy has lost is put back.
        written = _BLANK.sub("-", found.group(), 1) if rule == "blank" else found.group()
        yield Symbol(Span(*found.span()), normal(written), kind, _RULES[rule])


def kinds_of(letters: str) -> list[str]:
    """The kinds of document that the letters may stand for ("QĐ": quyết định, quy định)."""
    return [kind["name"] for kind in table("kinds")["kinds"] if letters in kind["symbols"]]


def kind_of_symbol(number: str) -> str | None:
    """The kind that the letters of a number name by themselves; the party's "QĐ" may be two."""
    found = next(iter(symbols(f"số {number}", Span(0, len(number) + 3))), None)
    letters = _SEPARATORS.split(found.kind)[0] if found else ""
    kinds = kinds_of(letters) if letters else []
    shortest = min(kinds, key=len, default=None)
    akin = shortest and all(kind.startswith(shortest) for kind in kinds)
    if akin or not found or found.rule in ("number.party", "number.blank"):
        return shortest if akin else None
    return _OF_STATE.get(letters)


def repaired(number: str, others: Iterable[str]) -> str:
    """The number with a slip in its letters repaired, where the same document proves the repair.

    A part is repaired to the spelling that other numbers of the document have at the same place
    after the same letters, when it is that spelling cut short or with its last letter doubled.
    """
    parts = _SEPARATORS.split(number)
    known = [_SEPARATORS.split(other) for other in others if other != number]
    for at in range(2, len(parts), 2):
        if kinds_of(parts[at]):
            continue
        better = {
            other[at]
            for other in known
            if (len(other) > at and other[at - 2 : at] == parts[at - 2 : at] and at > 2)
            or _same_but(other, parts, at)
        }
        better = {part for part in better if _slip(parts[at], part)}
        if len(better) == 1 and parts[at] not in {o[at] for o in known if len(o) > at}:
            parts[at] = better.pop()
    return "".join(parts)


def _same_but(other: list[str], parts: list[str], at: int) -> bool:
    """Whether two numbers differ in this part alone, the serial number left out of account."""
    return len(other) == len(parts) and other[at + 1 :] == parts[at + 1 :] and len(parts) > at + 1


def _slip(part: str, better: str) -> bool:
    cut = better.startswith(part) and len(better) == len(part) + 1
    doubled = part[:-1] == better and part[-1:] == better[-1:]
    return len(part) >= 2 and (cut or doubled)


# Letters that the Party uses for one kind and the state for another.
_OF_STATE = {"QĐ": "quyết định", "TT": "thông tư", "TTr": "tờ trình"}
_RULES = {
    "party": "number.party",
    "blank": "number.blank",
    "department": "number.department",
    "state": "number.state",
    "assembly": "number.assembly",
    "glued": "number.glued",
    "plain": "number.plain",
}


@cache
def _pattern() -> regex.Pattern[str]:
    """The rules of the family as one pattern, so that a text is gone through once."""
    parts = [
        f"(?P<{rule.id.partition('.')[2]}>{rule.pattern.pattern})" for rule in rules("numbers")
    ]
    return compiled("|".join(parts), regex.VERBOSE)
