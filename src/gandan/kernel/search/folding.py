"""Words as they are searched: with their accents, and without."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import regex

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
# A combining tone after a letter would be composed with it again: a letter of private use stands for it.
_SIGN_OF = {
    "\u0300": "\ue000", "\u0301": "\ue001", "\u0303": "\ue002", "\u0309": "\ue003", "\u0323": "\ue004",
}  # fmt: skip
_SIGNS = frozenset(_SIGN_OF.values())


def words(text: str) -> list[str]:
    """The words of a text, small, with their accents. Writers differ on where the tone stands ("hoà",
    "hòa"); a syllable has one, so it is put last."""
    return [
        _tone_last(word) for word in _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    ]


def bare(word: str) -> str:
    """A word without accents; đ is d."""
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(m for m in marks if not unicodedata.combining(m) and m not in _SIGNS)


def pairs(plain: Sequence[str]) -> list[str]:
    """Every two neighbouring words as one: what stands together as it was typed is told by these."""
    return [f"{left}+{right}" for left, right in pairwise(plain)]


def _tone_last(word: str) -> str:
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFD", word)
    signs = "".join(_SIGN_OF[mark] for mark in marks if mark in _SIGN_OF)
    letters = "".join(mark for mark in marks if mark not in _SIGN_OF)
    return unicodedata.normalize("NFC", letters) + signs
