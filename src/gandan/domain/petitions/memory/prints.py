"""The print of a text: 512 bits, one for each pair of neighbouring words. Prints of the same text in
other words have most bits in common, so that a million of them are compared in a blink."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gandan.domain.petitions.memory.words import Codes

WIDTH = 8  # of 64 bits
Prints = NDArray[np.uint64]
_MULTIPLY, _AGAIN = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


def pairs_of(codes: Codes) -> NDArray[np.uint32]:
    """A number for each pair of neighbouring words; a single word is a pair with itself."""
    return pairs_of_all([codes])[0]


def pairs_of_all(texts: Sequence[Codes]) -> list[NDArray[np.uint32]]:
    """The same for many texts."""
    doubled = [np.repeat(codes, 2) if len(codes) == 1 else codes for codes in texts]
    lengths = np.fromiter(map(len, doubled), np.int64, len(doubled))
    flat = np.concatenate([*doubled, np.zeros(1, np.uint32)]).astype(np.uint64)
    mixed = (flat[:-1] << np.uint64(32) | flat[1:]) * _MULTIPLY
    mixed ^= mixed >> np.uint64(29)
    mixed *= _AGAIN
    numbers = (mixed >> np.uint64(32)).astype(np.uint32)
    ends = np.cumsum(lengths)
    starts = ends - lengths
    return [
        numbers[start : max(start, end - 1)]  # the last word of a text has no neighbour in it
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
    ]


def prints_of(texts: Sequence[NDArray[np.uint32]]) -> Prints:
    """The prints of texts given by their pairs: an array (texts, WIDTH)."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    flags = np.zeros((len(texts), WIDTH * 64), np.bool_)
    if lengths.sum():
        pairs = np.concatenate(texts)
        flags[np.repeat(np.arange(len(texts)), lengths), pairs % np.uint32(WIDTH * 64)] = True
    return np.packbits(flags, axis=1).view(np.uint64)


def weight(prints: Prints) -> NDArray[np.int64]:
    """How many bits each print has."""
    counted: NDArray[np.int64] = np.bitwise_count(prints).sum(axis=-1, dtype=np.int64)
    return counted


def likeness(
    prints: Prints, weights: NDArray[np.int64], one: Prints, its_weight: int
) -> NDArray[np.float32]:
    """Of each print with one: the share of the bits of both that are common (0 to 1)."""
    common = np.bitwise_count(prints & one).sum(axis=-1, dtype=np.int64)
    share: NDArray[np.float64] = common / np.maximum(weights + its_weight - common, 1)
    return share.astype(np.float32)
