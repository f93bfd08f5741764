"""Likely slips in two-syllable words: the letters of a known word with other marks on one syllable.

"nền tàng" has the letters of "nền tảng"; "chính quyên" those of "chính quyền". Only one of the two
syllables may differ, and the pair must not be right in its own way (`checks_compound.toml`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import regex

from vanban.checks.paper import Paper, finding
from vanban.model import Finding, Span
from vanban.rules import table
from vanban.text.tones import place_tones

Match = regex.Match[str]

_WORD = regex.compile(r"(?<![\p{L}\p{M}\d/-])\p{L}+(?![\p{L}\p{M}\d/-])")


def check(paper: Paper) -> Iterator[Finding]:
    words = list(paper.find(_WORD))
    yield from _other_marks(paper, words)
    yield from _doubled(paper, words)
    yield from _cut_by_comma(paper, words)


def _other_marks(paper: Paper, words: list[Match]) -> Iterator[Finding]:
    for at in range(len(words) - 1):
        first, second = words[at], words[at + 1]
        meant = meant_by(first.group(), second.group())
        if not meant or not _adjoin(paper.text, first, second):
            continue
        if not _belongs_elsewhere(paper.text, words, at):
            span = Span(first.start(), second.end())
            yield finding(
                span,
                "spelling.compound",
                "warning",
                f"«{span.of(paper.text)}» có lẽ viết sai «{meant}»",
                meant,
            )


def _doubled(paper: Paper, words: list[Match]) -> Iterator[Finding]:
    """ "trong trong"; but "liên quan | quan tâm" is the border of two words."""
    for at in range(len(words) - 1):
        word = words[at].group()
        twice = word == words[at + 1].group() and len(word) > 1 and word[1:].islower()
        if (
            not twice
            or not _adjoin(paper.text, words[at], words[at + 1])
            or word in _reduplicated()
        ):
            continue
        if not _belongs_elsewhere(paper.text, words, at):
            span = Span(words[at].start(), words[at + 1].end())
            yield finding(
                span, "spelling.doubled", "warning", f"Lặp từ: «{span.of(paper.text)}»", word
            )


def _adjoin(text: str, first: Match, second: Match) -> bool:
    """One word may run over a line, but a name or a heading does not continue a word."""
    between = text[first.end() : second.start()]
    starts_anew = second.group()[0].isupper() and (
        "\n" in between or not first.group()[0].isupper()
    )
    return between.isspace() and not starts_anew


def _belongs_elsewhere(text: str, words: list[Match], at: int) -> bool:
    """ "tình hình | thực tế": the pair runs over the border of two right words."""
    for one, two in ((at - 1, at), (at + 1, at + 2)):
        if one >= 0 and two < len(words) and _adjoin(text, words[one], words[two]):
            pair = f"{_plain(words[one].group())} {_plain(words[two].group())}"
            if pair in _right():
                return True
    return False


@lru_cache(maxsize=1 << 16)
def meant_by(first: str, second: str) -> str | None:
    """The known word meant by this pair; None when the pair is right or like no known word."""
    one, two = _plain(first), _plain(second)
    said = f"{one} {two}"
    if said in _right():
        return None
    near = [
        word
        for word in _by_letters().get(_letters(said), ())
        if (word.split()[0] == one) != (word.split()[1] == two)
    ]
    return near[0] if len(near) == 1 else None


def _cut_by_comma(paper: Paper, words: list[Match]) -> Iterator[Finding]:
    """ "phòng, ngừa": a comma inside one word, unless its first half ends the word before."""
    for at in range(len(words) - 1):
        first, second = words[at], words[at + 1]
        word = f"{_plain(first.group())} {_plain(second.group())}"
        if word not in _never_apart() or not _comma_between(paper.text, first, second):
            continue
        before = f"{_plain(words[at - 1].group())} {_plain(first.group())}" if at else ""
        if before not in _right():
            span = Span(first.start(), second.end())
            message = f"Dấu phẩy cắt ngang từ «{word}»"
            yield finding(span, "spelling.comma_in_word", "hint", message, word)


def _comma_between(text: str, first: Match, second: Match) -> bool:
    return text[first.end() : second.start()].rstrip() == ","


@lru_cache(maxsize=1 << 15)
def _plain(word: str) -> str:
    return place_tones(word.lower())


def _letters(words: str) -> str:
    """Without tone marks and hats; đ as d."""
    marks = unicodedata.normalize("NFD", words.replace("đ", "d"))
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
        words[_letters(word)] = (*words.get(_letters(word), ()), word)
    return words
