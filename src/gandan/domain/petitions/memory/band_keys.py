"""Keys under which texts that are alike meet: MinHash over pairs of words, three values a band."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

BANDS, ROWS = 44, 3
# With a fifth of the words changed about 47 of 100 pairs are left: the chance to meet in none of 44
# bands of 3 is 1 %, and that is the worst case of changes of 2–20 %.
_AT_ONCE = 1_000
_chance = np.random.default_rng(20260701)
_FACTORS = (_chance.integers(1, 2**32, BANDS * ROWS, dtype=np.uint64) | np.uint64(1)).astype(
    np.uint32
)
_OFFSETS = _chance.integers(0, 2**32, BANDS * ROWS, dtype=np.uint64).astype(np.uint32)


def band_keys(texts: Sequence[NDArray[np.uint32]]) -> NDArray[np.uint32]:
    """The keys of texts given by their pairs: an array (BANDS, texts). A text without a pair has the
    keys 0, which meet nothing."""
    keys = np.zeros((BANDS, len(texts)), np.uint32)
    for start in range(0, len(texts), _AT_ONCE):
        part = texts[start : start + _AT_ONCE]
        lengths = np.fromiter(map(len, part), np.int64, len(part))
        if lengths.max(initial=0) == 0:
            continue
        _fill(keys[:, start : start + len(part)], part, lengths)
    return keys


def _fill(
    keys: NDArray[np.uint32], part: Sequence[NDArray[np.uint32]], lengths: NDArray[np.int64]
) -> None:
    table = np.zeros((int(lengths.max()), len(part)), np.uint32)
    columns = np.repeat(np.arange(len(part)), lengths)
    rows = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    table[rows, columns] = np.concatenate(part)
    # Short columns are filled with a value that they have: a minimum does not mind.
    filler = np.where(lengths > 0, table[0], 0).astype(np.uint32)
    table = np.where(np.arange(len(table))[:, None] < lengths, table, filler)
    mixed = np.empty_like(table)
    for band in range(BANDS):
        key = np.zeros(len(part), np.uint32)
        for row in range(band * ROWS, band * ROWS + ROWS):
            np.multiply(table, _FACTORS[row], out=mixed)
            mixed ^= mixed >> np.uint32(15)
            mixed += _OFFSETS[row]
            key = key * np.uint32(0x9E3779B1) ^ mixed.min(axis=0) ^ key >> np.uint32(13)
        keys[band] = np.where(lengths > 0, np.maximum(key, 1), 0)
