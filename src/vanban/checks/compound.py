"""Likely slips in two-syllable words: the letters of a known word with other marks on one syllable.

"nền tàng" has the letters of "nền tảng"; "chính quyên" those of "chính quyền". Only one of the two
syllables may differ, and the pair must not be right in its own way (`checks_compound.toml`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from vanban.checks.paper import Paper, Word, finding
from vanban.model import Finding, Span
from vanban.rules import table
from vanban.text.tones import place_tones

# A run of letters beside one of these is part of a symbol, not a word.
_JOINING = frozenset("0123456789/-")


def check(paper: Paper) -> Iterator[Finding]:
    words = [word for word in paper.tokens if not _is_joined(paper.text, word)]
    for at in range(len(words) - 1):
        between = paper.text[words[at].end : words[at + 1].start]
        if between.isspace():
            yield from _beside(paper, words, at)
        elif between[0] == "," and not between[1:].strip():
            yield from _cut_by_comma(words, at)


def _is_joined(text: str, word: Word) -> bool:
    return (
        text[word.start - 1 : word.start] in _JOINING or text[word.end : word.end + 1] in _JOINING
    )


def _beside(paper: Paper, words: list[Word], at: int) -> Iterator[Finding]:
    """ "nền tàng"; "trong trong", but "liên quan | quan tâm" is the border of two words."""
    first, second = words[at], words[at + 1]
    meant = meant_by(first.said, second.said)
    twice = first.said == second.said and _may_double(first.said)
    if not (meant or twice) or not _adjoin(paper.text, first, second):
        return
    if _belongs_elsewhere(paper.text, words, at):
        return
    span = Span(first.start, second.end)
    said = span.of(paper.text)
    if meant and not _is_name(first, second):
        meant = _cased_as(said, meant)
        message = f"«{said}» có lẽ viết sai «{meant}»"
        yield finding(span, "spelling.compound", "warning", message, meant)
    if twice:
        yield finding(span, "spelling.doubled", "warning", f"Lặp từ: «{said}»", first.said)


def _is_name(first: Word, second: Word) -> bool:
    """ "Văn Bàn", "Tương Dương": two syllables that each begin with a capital are a name."""
    return first.said.istitle() and second.said.istitle()


def _cased_as(said: str, meant: str) -> str:
    """ "KÊ HOẠCH" → "KẾ HOẠCH", "Kê hoạch" → "Kế hoạch" """
    if said.isupper():
        return meant.upper()
    return meant[0].upper() + meant[1:] if said[0].isupper() else meant


def _may_double(word: str) -> bool:
    return len(word) > 1 and word[1:].islower() and word not in _reduplicated()


def _adjoin(text: str, first: Word, second: Word) -> bool:
    """One word may run over a line, but a name or a heading does not continue a word."""
    between = text[first.end : second.start]
    starts_anew = second.said[0].isupper() and ("\n" in between or not first.said[0].isupper())
    return between.isspace() and not starts_anew


def _belongs_elsewhere(text: str, words: list[Word], at: int) -> bool:
    """ "tình hình | thực tế": the pair runs over the border of two right words."""
    for one, two in ((at - 1, at), (at + 1, at + 2)):
        if one >= 0 and two < len(words) and _adjoin(text, words[one], words[two]):
            pair = f"{_plain(words[one].said)} {_plain(words[two].said)}"
            if pair in _right():
                return True
    return False


@lru_cache(maxsize=1 << 16)
def meant_by(first: str, second: str) -> str | None:
    """The known word meant by this pair; None when the pair is right or like no known word."""
    like = _by_letters().get(f"{_letters(first)} {_letters(second)}")
    if like is None:
        return None
    one, two = _plain(first), _plain(second)
    if f"{one} {two}" in _right():
        return None
    near = [word for word in like if (word.split()[0] == one) != (word.split()[1] == two)]
    return near[0] if len(near) == 1 else None


def is_word(first: str, second: str) -> bool:
    """Whether two syllables are one known word."""
    return f"{_plain(first)} {_plain(second)}" in _right()


def _cut_by_comma(words: list[Word], at: int) -> Iterator[Finding]:
    """ "phòng, ngừa": a comma inside one word, unless its first half ends the word before."""
    first, second = words[at], words[at + 1]
    word = f"{_plain(first.said)} {_plain(second.said)}"
    if word not in _never_apart():
        return
    before = f"{_plain(words[at - 1].said)} {_plain(first.said)}" if at else ""
    if before not in _right():
        message = f"Dấu phẩy cắt ngang từ «{word}»"
        span = Span(first.start, second.end)
        yield finding(span, "spelling.comma_in_word", "hint", message, word)


@lru_cache(maxsize=1 << 15)
def _plain(word: str) -> str:
    """Small letters, composed, the tone mark in its one place."""
    return place_tones(unicodedata.normalize("NFC", word.lower()))


@lru_cache(maxsize=1 << 15)
def _letters(word: str) -> str:
    """Without tone marks and hats; đ as d."""
    marks = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(mark for mark in marks if not unicodedata.combining(mark))


def _listed(key: str) -> tuple[str, ...]:
    words = table("checks_compound")[key].replace("\n", " ").split(",")
    return tuple(dict.fromkeys(place_tones(word.strip()) for word in words if word.strip()))


@cache
def _reduplicated() -> frozenset[str]:
    return frozenset(table("checks_spelling")["doubled"]["right"])


@cache
def _right() -> frozenset[str]:
    return frozenset(_listed("words") + _listed("right_too"))


@cache
def _never_apart() -> frozenset[str]:
    """Words whose halves do not stand as two items of a list."""
    return frozenset(_listed("never_apart"))


@cache
def _by_letters() -> Mapping[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for word in _listed("words"):
        letters = " ".join(map(_letters, word.split()))
        words[letters] = (*words.get(letters, ()), word)
    return words
