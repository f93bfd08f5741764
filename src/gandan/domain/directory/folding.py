"""When two ways of writing a unit's name are the same name.

"Uỷ ban nhân dân", "Ủy ban Nhân dân" and "UBND" are one; so are NFC and NFD. The first key keeps
every diacritic (Đ is not D: "Đồng" and "Dồng" are two places); the second, lenient one drops them
and is only asked when the first finds nothing.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

import regex

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}&]+")


def fold(name: str) -> str:
    """The strict key: case, blanks, punctuation, abbreviations and the place of tones are one."""
    words = (_tone_last(word) for word in _words(name))
    return unicodedata.normalize("NFC", " ".join(words))


def fold_plain(name: str) -> str:
    """The lenient key: the strict one without any diacritic, đ as d."""
    decomposed = unicodedata.normalize("NFD", " ".join(_words(name)).replace("đ", "d"))
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def without_title(name: str) -> str | None:
    """The name of the unit in "Giám đốc Sở Nội vụ"; None where no title stands before one."""
    folded = f"{fold(name)} "
    taken_off = max(
        (title for title in _titles() if folded.startswith(f"{title} ")), key=len, default=None
    )
    return folded[len(taken_off) + 1 :].strip() or None if taken_off else None


def _words(name: str) -> list[str]:
    found: list[str] = []
    for word in _WORD.findall(unicodedata.normalize("NFC", name)):
        found.extend(_long_forms().get(word.casefold(), word.casefold()).split())
    return found


def _tone_last(word: str) -> str:
    """Writers differ on where the tone stands ("hoà", "hòa"); a syllable has one tone, so the key
    puts it after the syllable."""
    marks = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in marks if mark in _TONES)
    letters = unicodedata.normalize("NFC", "".join(m for m in marks if m not in _TONES))
    return f"{letters}{tones}"


@cache
def _long_forms() -> dict[str, str]:
    rows = _vocabulary()["abbreviation"]
    return {
        unicodedata.normalize("NFC", row["short"]).casefold(): unicodedata.normalize(
            "NFC", row["long"]
        ).casefold()
        for row in rows
    }


@cache
def _titles() -> tuple[str, ...]:
    return tuple(fold(row["before"]) for row in _vocabulary()["title"])


@cache
def _vocabulary() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(
        files("gandan.domain.directory").joinpath("abbreviations.toml").read_text("utf-8")
    )
