"""Spelling: syllables that do not exist, tone marks placed in two ways, likely slips."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from vanban.checks import compound
from vanban.checks.paper import Paper, finding
from vanban.checks.pattern import matches
from vanban.model import Finding, Span
from vanban.rules import table
from vanban.rules.syllable import is_syllable
from vanban.text.tones import place_tones

_WORD = regex.compile(
    r"(?<![\p{L}\p{M}\d/\\.@&_<=\"-])\p{Ll}{2,}(?![\p{L}\p{M}\d/\\@&_=>\"-]|\.\p{L})"
)
_OLD_STYLE = regex.compile(r"\b\p{L}*(?:[oO][àáảãạèéẻẽẹ]|(?<![qQ])[uU][ỳýỷỹỵ])(?!\p{L})")
_NEW_STYLE = regex.compile(r"\b\p{L}*(?:[òóỏõọÒÓỎÕỌ][aeAE]|(?<![qQ])[ùúủũụÙÚỦŨỤ][yY])(?!\p{L})")


def check(paper: Paper) -> Iterator[Finding]:
    yield from matches(paper, "checks_spelling")
    yield from compound.check(paper)
    yield from _no_syllable(paper)
    yield from _mixed_tones(paper)


def _no_syllable(paper: Paper) -> Iterator[Finding]:
    """Names, short forms, foreign phrases and anything joined by signs are passed over."""
    for found in paper.find(_WORD):
        word = found.group()
        if _is_right(word) or _is_foreign(paper, found):
            continue
        yield finding(
            Span(*found.span()),
            "spelling.syllable",
            "warning" if _has_marks(word) else "hint",
            f"«{found.group()}» không phải âm tiết tiếng Việt",
        )


@lru_cache(maxsize=1 << 15)
def _is_right(word: str) -> bool:
    placed = place_tones(word)
    return is_syllable(placed) or placed in _accepted()


def _is_foreign(paper: Paper, found: regex.Match[str]) -> bool:
    """No Vietnamese mark, and a letter that Vietnamese lacks or a neighbour that is foreign too."""
    word = found.group()
    if _has_marks(word):
        return False
    if set(word) & set("fjwz") or set(word) <= set("ivx") or _in_markup(paper, found):
        return True
    around = paper.text[max(0, found.start() - 25) : found.start()].split()[-1:]
    around += paper.text[found.end() : found.end() + 25].split()[:1]
    plain = [one.strip(".,;:()“”\"'").lower() for one in around]
    return any(
        one.isascii() and one.isalpha() and len(one) > 1 and not is_syllable(one) for one in plain
    )


def _in_markup(paper: Paper, found: regex.Match[str]) -> bool:
    before = paper.text[max(0, found.start() - 300) : found.start()]
    return before.rfind("<") > before.rfind(">")


def _has_marks(word: str) -> bool:
    return "đ" in word or unicodedata.normalize("NFD", word) != word


def _mixed_tones(paper: Paper) -> Iterator[Finding]:
    """«hoà» and «hòa» are both right, but not in one document: the rarer is marked once."""
    old, new = list(paper.find(_OLD_STYLE)), list(paper.find(_NEW_STYLE))
    if old and new:
        rarer = old if len(old) <= len(new) else new
        other = new if rarer is old else old
        yield finding(
            Span(*rarer[0].span()),
            "spelling.tone_placement",
            "hint",
            f"Dấu thanh đặt hai kiểu trong một văn bản: «{rarer[0].group()}» ({len(rarer)} chỗ) và "
            f"«{other[0].group()}» ({len(other)} chỗ)",
        )


@cache
def _accepted() -> frozenset[str]:
    return frozenset(place_tones(word) for word in table("checks_syllable")["accepted"])
