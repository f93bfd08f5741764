"""Spelling: syllables that do not exist, tone marks placed in two ways, likely slips."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from vanban.checks import compound, confusion
from vanban.checks.paper import Paper, Word, finding
from vanban.checks.pattern import matches
from vanban.model import Finding, Span
from vanban.rules import table
from vanban.rules.pattern import compiled
from vanban.rules.syllable import is_syllable
from vanban.text.tones import place_tones

# A run of letters beside one of these is part of a symbol or an address.
_MARKS = frozenset('0123456789/\\@&_="-')
_BEFORE, _AFTER = _MARKS | {"<", "."}, _MARKS | {">"}
_OLD_STYLE = compiled(r"[oO][àáảãạèéẻẽẹ]$|(?<![qQ])[uU][ỳýỷỹỵ]$")
_NEW_STYLE = compiled(r"[òóỏõọÒÓỎÕỌ][aeAE]$|(?<![qQ])[ùúủũụÙÚỦŨỤ][yY]$")


def check(paper: Paper) -> Iterator[Finding]:
    yield from matches(paper, "checks_spelling")
    yield from compound.check(paper)
    yield from confusion.check(paper)
    yield from _no_syllable(paper)
    yield from _mixed_tones(paper)


def _no_syllable(paper: Paper) -> Iterator[Finding]:
    """Names, short forms, foreign phrases and anything joined by signs are passed over."""
    for word in paper.tokens:
        if _is_right(word.said) or _is_joined(paper.text, word) or _is_foreign(paper, word):
            continue
        yield finding(
            Span(word.start, word.end),
            "spelling.syllable",
            "warning" if _has_marks(word.said) else "hint",
            f"«{word.said}» không phải âm tiết tiếng Việt",
        )


def _is_joined(text: str, word: Word) -> bool:
    after = text[word.end : word.end + 2]
    return (
        text[word.start - 1 : word.start] in _BEFORE
        or after[:1] in _AFTER
        or (after[:1] == "." and after[1:].isalpha())
    )


@lru_cache(maxsize=1 << 15)
def _is_right(word: str) -> bool:
    """Also of what is not judged: single letters, names and short forms."""
    if len(word) < 2 or not word.islower():
        return True
    placed = place_tones(unicodedata.normalize("NFC", word))
    return is_syllable(placed) or placed in _accepted()


def _is_foreign(paper: Paper, found: Word) -> bool:
    """No Vietnamese mark, and a letter that Vietnamese lacks or a neighbour that is foreign too."""
    word = found.said
    if _has_marks(word):
        return False
    if set(word) & set("fjwz") or set(word) <= set("ivx") or _in_markup(paper, found):
        return True
    around = paper.text[max(0, found.start - 25) : found.start].split()[-1:]
    around += paper.text[found.end : found.end + 25].split()[:1]
    plain = [one.strip(".,;:()“”\"'").lower() for one in around]
    return any(
        one.isascii() and one.isalpha() and len(one) > 1 and not is_syllable(one) for one in plain
    )


def _in_markup(paper: Paper, found: Word) -> bool:
    before = paper.text[max(0, found.start - 300) : found.start]
    return before.rfind("<") > before.rfind(">")


def _has_marks(word: str) -> bool:
    return "đ" in word or unicodedata.normalize("NFD", word) != word


def _mixed_tones(paper: Paper) -> Iterator[Finding]:
    """«hoà» and «hòa» are both right, but not in one document: the rarer is marked once."""
    styles: dict[str, list[Word]] = {"old": [], "new": []}
    for word in paper.tokens:
        style = _tone_style(word.said)
        if style:
            styles[style].append(word)
    rarer, other = sorted(styles.values(), key=len)
    if rarer:
        yield finding(
            Span(rarer[0].start, rarer[0].end),
            "spelling.tone_placement",
            "hint",
            f"Dấu thanh đặt hai kiểu trong một văn bản: «{rarer[0].said}» ({len(rarer)} chỗ) và "
            f"«{other[0].said}» ({len(other)} chỗ)",
        )


@lru_cache(maxsize=1 << 15)
def _tone_style(word: str) -> str:
    """ "hoà" is old, "hòa" is new; most words are neither."""
    if _OLD_STYLE.search(word):
        return "old"
    return "new" if _NEW_STYLE.search(word) else ""


@cache
def _accepted() -> frozenset[str]:
    return frozenset(place_tones(word) for word in table("checks_syllable")["accepted"])
