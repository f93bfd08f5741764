"""A text as the numbers of its words, without accents and without the phrases that every petition has."""

from __future__ import annotations

import tomllib
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
"""A word is 20 bits of its CRC: with the few thousand syllables of Vietnamese, two of them share
a number so rarely that no score notices; and 20 bits are a code point, so that a text can be
compared as a string with one letter a word."""

_FIRST_LETTER = 0xE000  # above the surrogates, which are no letters


class _Numbers(dict[str, int]):
    """The number of each word, worked out when it is first met."""

    def __missing__(self, word: str) -> int:
        number = self[word] = (zlib.crc32(word.encode()) >> 12) + _FIRST_LETTER
        return number


_number_of = _Numbers()


def words(text: str) -> list[str]:
    """Syllables and numbers, lower case, without accents: "Đường hỏng" → ["duong", "hong"]."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.translate(_letters()).split()


def coded(text: str) -> Codes:
    """The words of a text as numbers, without boilerplate."""
    return next(iter(coded_all([text])))


def coded_all(texts: Iterable[str]) -> Iterator[Codes]:
    """The same for many texts, a few thousand at a time."""
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 5_000:
            yield from _coded(batch)
            batch.clear()
    if batch:
        yield from _coded(batch)


def as_letters(codes: Codes) -> str:
    """One letter a word, for comparing."""
    return codes.astype("<u4").tobytes().decode("utf-32-le")


def _coded(texts: list[str]) -> Iterator[Codes]:
    lists = [words(text) for text in texts]
    lengths = np.fromiter(map(len, lists), np.int64, len(lists))
    number = _number_of.__getitem__
    flat = np.fromiter((number(word) for one in lists for word in one), np.uint32, lengths.sum())
    ends = np.cumsum(lengths)
    said = _says_something(flat, ends)
    for end, length in zip(ends.tolist(), lengths.tolist(), strict=True):
        part = slice(end - length, end)
        kept = flat[part][said[part]]
        # A text of nothing but boilerplate is compared as it is.
        yield kept if len(kept) > 2 else flat[part]


def _says_something(flat: Codes, ends: NDArray[np.int64]) -> NDArray[np.bool_]:
    """False for the words of phrases such as "cử tri đề nghị", that every petition has."""
    kept = np.ones(len(flat), np.bool_)
    if len(flat) < 2:
        return kept
    pairs = flat[:-1].astype(np.uint64) << np.uint64(32) | flat[1:]
    stop = np.isin(pairs, _stop_pairs())
    inner = ends[:-1] - 1
    stop[inner[(inner >= 0) & (inner < len(stop))]] = False  # two texts meet there
    kept[:-1] &= ~stop
    kept[1:] &= ~stop
    return kept


@cache
def _stop_pairs() -> NDArray[np.uint64]:
    """Every two neighbouring words of a phrase of `boilerplate.toml`."""
    here = files("gandan.domain.petitions.memory").joinpath("boilerplate.toml")
    phrases = tomllib.loads(here.read_text("utf-8"))["phrases"]
    found = set()
    for phrase in phrases:
        numbers = [_number_of[word] for word in words(phrase)]
        found |= {left << 32 | right for left, right in pairwise(numbers)}
    return np.array(sorted(found), np.uint64)


@cache
def _letters() -> dict[int, str]:
    """What each letter becomes: capital to small, accent to none, all else to a blank."""
    table = {code: " " for code in range(0x3000) if not chr(code).isalnum()}
    for code in range(0x20, 0x1F00):
        letter = chr(code)
        if letter.isalnum():
            bare = unicodedata.normalize("NFD", letter.casefold()).replace("đ", "d")
            table[code] = "".join(mark for mark in bare if not unicodedata.combining(mark))
    return table
