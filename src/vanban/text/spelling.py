"""The spelling of the file put back into what was read from the cleaned text.

Rules read «ủy» where the file writes «uỷ» (`text.tones`); a name that is quoted must be quoted as it
is written. Where a file mixes both spellings, the more frequent one is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import TypeVar, cast

import regex

from vanban.model import Span
from vanban.text.tones import OPEN_SYLLABLE, place_tones

Fact = TypeVar("Fact")

#: Fields that already hold the words as the file spells them at their own place.
_QUOTED = {
    "Duty": ("text", "lead", "cooperating"),
    "ReportDuty": ("text", "who"),
    "Header": ("place", "subject", "signers", "addressed_to", "recipients", "filing"),
}

#: Kinds of values that hold no words.
_WORDLESS = frozenset({Span, int, float, bool, type(None), date})


def spelling_of(written: str) -> Callable[[str], str] | None:
    """How the file spells open syllables; None when it spells them as the rules do."""
    counts = Counter(found.group() for found in OPEN_SYLLABLE.finditer(written))
    old = {
        place_tones(pair): pair for pair, count in counts.items() if _prevails(written, pair, count)
    }
    if not old:
        return None
    pattern = regex.compile(rf"(?:{'|'.join(map(regex.escape, old))})(?!\p{{L}})")
    return lambda words: pattern.sub(lambda found: old[found.group()], words)


def respelled(fact: Fact, spell: Callable[[str], str]) -> Fact:
    """A copy of the fact in which every text, however deep, is spelled as the file spells it."""
    return cast("Fact", _respelled(fact, spell))


def _prevails(written: str, pair: str, count: int) -> bool:
    placed = regex.compile(rf"{regex.escape(place_tones(pair))}(?!\p{{L}})")
    return count >= sum(1 for _ in placed.finditer(written))


def _respelled(value: object, spell: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return spell(value)
    if type(value) in _WORDLESS:
        return value
    if isinstance(value, tuple):
        return tuple(_respelled(item, spell) for item in value) if value else value
    if isinstance(value, Mapping):
        return {key: _respelled(item, spell) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        quoted = _QUOTED.get(type(value).__name__, ())
        named = {
            name: kept if name in quoted else _respelled(kept, spell)
            for name in _names(type(value))
            for kept in (getattr(value, name),)
        }
        return type(value)(**named)
    return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
