"""The prints of all petitions in one file, in the order of their keys. Derived: it can be thrown away.

A record is ten words of 64 bits: key, number of bits, the print. Records are only added at the end; one
that was cut off by a crash is overwritten by the next.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gandan.domain.petitions.memory.prints import (
    WIDTH,
    likeness,
    pairs_of,
    pairs_of_all,
    prints_of,
    weight,
)
from gandan.domain.petitions.memory.words import Codes, coded_all

_RECORD = WIDTH + 2
_AT_ONCE = 100_000  # records looked at in one go: they stay in the cache of the processor


@dataclass(frozen=True, slots=True)
class Neighbour:
    key: int
    likeness: float


class PrintIndex:
    """The file and what can be asked of it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __len__(self) -> int:
        return self.path.stat().st_size // (8 * _RECORD) if self.path.exists() else 0

    def last_keys(self, count: int) -> list[int]:
        """The keys of the newest records."""
        records = self._records()
        return [int(key) for key in records[max(0, len(records) - count) :, 0]]

    def add(self, texts: Iterable[tuple[int, str]]) -> int:
        """Add petitions (key, text); gives how many."""
        given = list(texts)
        if not given:
            return 0
        prints = prints_of(pairs_of_all(list(coded_all(text for _, text in given))))
        records = np.empty((len(given), _RECORD), np.uint64)
        records[:, 0] = [key for key, _ in given]
        records[:, 1] = weight(prints)
        records[:, 2:] = prints
        self.path.parent.mkdir(parents=True, exist_ok=True)
        whole = len(self) * 8 * _RECORD
        with self.path.open("r+b" if self.path.exists() else "wb") as file:
            file.seek(whole)
            file.write(records.tobytes())
            file.truncate()
        return len(given)

    def clear(self) -> None:
        self.path.unlink(missing_ok=True)

    def nearest(self, codes: Codes, *, least: float, most: int) -> list[Neighbour]:
        """The petitions whose prints are most like this text's, the most like first."""
        one = prints_of([pairs_of(codes)])
        its_weight = int(weight(one)[0])
        records = self._records()
        found: list[tuple[float, int]] = []
        for start in range(0, len(records), _AT_ONCE):
            part = records[start : start + _AT_ONCE]
            like = likeness(part[:, 2:], part[:, 1].astype(np.int64), one[0], its_weight)
            near = np.flatnonzero(like >= least)
            if len(near) > most:
                near = near[np.argpartition(-like[near], most)[:most]]
            found += zip(like[near].tolist(), part[near, 0].astype(np.int64).tolist(), strict=True)
        best = sorted(set(found), key=lambda pair: (-pair[0], pair[1]))[:most]
        return [Neighbour(key, like) for like, key in best]

    def _records(self) -> NDArray[np.uint64]:
        count = len(self)
        if not count:
            return np.empty((0, _RECORD), np.uint64)
        return np.memmap(self.path, np.uint64, "r", shape=(count, _RECORD))
