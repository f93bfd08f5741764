"""Days and months spelled out, put in figures: «mồng ba tháng mười một» is «3 tháng 11»."""

from __future__ import annotations

import regex

from vanban.rules.alternation import one_of
from vanban.rules.pattern import compiled

_ONES = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN = {"bốn": ("bốn", "tư"), "năm": ("lăm",), "một": ("một", "mốt")}
_NUMBERS = {
    **{word: at for at, word in enumerate(_ONES, 1)},
    "tư": 4,
    "mười": 10,
    "hai mươi": 20,
    "ba mươi": 30,
    **{
        f"{tens} {form}": ten + at
        for tens, ten in (("mười", 10), ("hai mươi", 20), ("ba mươi", 30))
        for at, word in enumerate(_ONES, 1)
        for form in _AFTER_TEN.get(word, (word,))
        if ten + at <= 31
    },
}
_SPELLED = compiled(
    rf"(?<!\p{{L}})(?P<what>tháng\s+|ngày\s+|(?:ngày\s+)?(?:mồng|mùng)\s+)(?P<number>{one_of(_NUMBERS)})(?!\p{{L}})",
    regex.IGNORECASE,
)
_TENTH = compiled(r"(?:mồng|mùng)\s+", regex.IGNORECASE)


def in_figures(words: str) -> str:
    """The same words with every spelled day and month as a figure, and no «mồng» before a day."""
    return _TENTH.sub("", _SPELLED.sub(_figure, words))


def _figure(found: regex.Match[str]) -> str:
    return f"{found['what']}{_NUMBERS[' '.join(found['number'].lower().split())]}"
