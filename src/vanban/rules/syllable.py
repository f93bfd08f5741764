"""Whether a written word can be a Vietnamese syllable, by its onset, rime and tone."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from vanban.rules import table

_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_STOPPED_TONES = {"sắc", "nặng"}
_FRONT = "eêi"
_VOWELS = "aăâeêioôơuưy"


@lru_cache(maxsize=1 << 15)
def is_syllable(word: str) -> bool:
    """Whether onset × rime × tone allow it; letters only, any case."""
    bare, tones = untoned(word.lower())
    if len(tones) > 1:
        return False
    tone = tones[0] if tones else "ngang"
    return any(_allows(onset, bare[len(onset) :], tone) for onset in _onsets_of(bare))


def untoned(word: str) -> tuple[str, tuple[str, ...]]:
    """The letters without tone marks (ă, ơ, đ keep theirs), and the tones that were there."""
    letters, tones = [], []
    for mark in unicodedata.normalize("NFD", word):
        if mark in _TONES:
            tones.append(_TONES[mark])
        else:
            letters.append(mark)
    return unicodedata.normalize("NFC", "".join(letters)), tuple(tones)


def _onsets_of(bare: str) -> list[str]:
    return [onset for onset in table("checks_syllable")["onsets"] if bare.startswith(onset)]


def _allows(onset: str, rime: str, tone: str) -> bool:
    data = table("checks_syllable")
    if onset == "gi" and (rime == "" or rime.startswith("ê") or rime[0] not in _VOWELS):
        rime = "i" + rime
    if onset == "qu" and rime.startswith("y"):
        rime = "i" + rime[1:] if rime != "y" else "i"
    if rime == "" or (onset == "qu" and rime[0] in "uư"):
        return False
    if onset in data["front_onsets"] and rime[0] not in _FRONT + "y":
        return False
    if onset in data["back_onsets"] and rime[0] in _FRONT:
        return False
    if rime in _rimes("stopped"):
        return tone in _STOPPED_TONES
    return rime in _rimes("open")


@cache
def _rimes(kind: str) -> frozenset[str]:
    return frozenset(table("checks_syllable")[kind])
