"""Every pair of petitions that ask for the same, among a million, in about a minute.

Parts of the texts are coded by processes of their own; pairs that meet under a band key are sifted
by their prints at once, and what is left is compared word by word. What is worked out lies in files
of a folder that vanishes, so that no process holds more than its part.
"""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gandan.domain.petitions.memory.band_keys import BANDS, band_keys
from gandan.domain.petitions.memory.compare import SAME, word_order
from gandan.domain.petitions.memory.prints import WIDTH, Prints, pairs_of_all, prints_of, weight
from gandan.domain.petitions.memory.words import coded_all

_PART = 20_000
_SIFT = 0.28  # prints less alike than this are not of one request: see `SAME`
_CROWD = 256  # more than so many under one key are boilerplate: they are parted by the next key too
Pairs = NDArray[np.uint64]
"""Two places in the list in one number: the earlier in the upper half."""


def same_requests(texts: Iterable[str], processes: int = 2) -> list[tuple[int, int, float]]:
    """The pairs (place, later place, score) whose score is at least `SAME`, in order."""
    with tempfile.TemporaryDirectory(prefix="gandan-memory-") as folder:
        context = multiprocessing.get_context()
        with ProcessPoolExecutor(processes, mp_context=context) as pool:
            parts = _parts(texts, Path(folder))
            sizes = list(_coded_parts(pool, parts, processes))
            _gather(Path(folder), sizes)
            sifted = pool.map(_meet, ((folder, band, sum(sizes)) for band in range(BANDS)))
            met = _distinct(sifted)
            shares = np.array_split(met, max(processes, len(met) // 20_000 + 1))
            scored = pool.map(_score, ((folder, sizes, share) for share in shares))
            return [pair for share in scored for pair in share]


def _parts(texts: Iterable[str], folder: Path) -> Iterator[tuple[Path, int, list[str]]]:
    rest = iter(texts)
    number = 0
    while part := list(islice(rest, _PART)):
        yield folder, number, part
        number += 1


def _coded_parts(
    pool: ProcessPoolExecutor, jobs: Iterator[tuple[Path, int, list[str]]], ahead: int
) -> Iterator[int]:
    """Like `pool.map`, without reading all the texts before the first part is done."""
    running = [pool.submit(_code, job) for job in islice(jobs, 2 * ahead)]
    while running:
        yield running.pop(0).result()
        running += [pool.submit(_code, job) for job in islice(jobs, 1)]


def _code(job: tuple[Path, int, list[str]]) -> int:
    """Words, keys and prints of a part, into files."""
    folder, number, texts = job
    codes = list(coded_all(texts))
    pairs = pairs_of_all(codes)
    np.save(folder / f"words{number}.npy", np.concatenate(codes))
    np.save(folder / f"ends{number}.npy", np.cumsum([len(one) for one in codes]))
    np.save(folder / f"keys{number}.npy", band_keys(pairs))
    np.save(folder / f"prints{number}.npy", prints_of(pairs))
    return len(texts)


def _gather(folder: Path, sizes: Sequence[int]) -> None:
    """One file of keys by band and one of prints, from those of the parts."""
    total = sum(sizes)
    keys = np.memmap(folder / "keys", np.uint32, "w+", shape=(BANDS, total or 1))
    prints = np.memmap(folder / "prints", np.uint64, "w+", shape=(total or 1, WIDTH))
    at = 0
    for number, size in enumerate(sizes):
        keys[:, at : at + size] = np.load(folder / f"keys{number}.npy")
        prints[at : at + size] = np.load(folder / f"prints{number}.npy")
        (folder / f"keys{number}.npy").unlink()
        (folder / f"prints{number}.npy").unlink()
        at += size
    keys.flush()
    prints.flush()


def _meet(job: tuple[str, int, int]) -> Pairs:
    """The pairs that meet under one band and whose prints are alike."""
    folder, band, total = job
    if total < 2:
        return np.empty(0, np.uint64)
    keys = np.memmap(Path(folder) / "keys", np.uint32, "r", shape=(BANDS, total))
    prints = np.array(np.memmap(Path(folder) / "prints", np.uint64, "r", shape=(total, WIDTH)))
    weights = weight(prints).astype(np.uint16)
    key = keys[band].astype(np.uint64)
    order = np.argsort(key, kind="stable")
    order = order[key[order] > 0]
    same = key[order]
    crowded = _crowded(same)
    if crowded.any():
        finer = same << np.uint64(32) | keys[(band + 1) % BANDS][order]
        same = np.where(crowded, finer, same << np.uint64(32))
        again = np.argsort(same, kind="stable")
        order, same = order[again], same[again]
    found = []
    for step in range(1, _CROWD):
        near = np.flatnonzero(same[step:] == same[:-step])
        if not len(near):
            break
        found.append(_sifted(order[near], order[near + step], prints, weights))
    return _distinct(found)


def _crowded(same: NDArray[np.uint64]) -> NDArray[np.bool_]:
    edges = np.flatnonzero(np.concatenate(([True], same[1:] != same[:-1], [True])))
    sizes = np.diff(edges)
    return np.repeat(sizes > _CROWD, sizes)


def _sifted(
    left: NDArray[np.int64], right: NDArray[np.int64], prints: Prints, weights: NDArray[np.uint16]
) -> Pairs:
    """Those whose prints have enough bits in common, as numbers."""
    common = np.bitwise_count(prints[left] & prints[right]).sum(axis=1, dtype=np.uint16)
    both = weights[left] + weights[right]
    alike = common >= _SIFT / (1 + _SIFT) * both
    low: Pairs = np.minimum(left[alike], right[alike]).astype(np.uint64)
    high: Pairs = np.maximum(left[alike], right[alike]).astype(np.uint64)
    return low << np.uint64(32) | high


def _distinct(found: Iterable[Pairs]) -> Pairs:
    given = [np.empty(0, np.uint64), *found]
    return np.unique(np.concatenate(given))


def _score(job: tuple[str, Sequence[int], Pairs]) -> list[tuple[int, int, float]]:
    """Compare the words of each pair; keep those that are the same request."""
    folder, sizes, pairs = job
    words = [np.load(Path(folder) / f"words{n}.npy", "r") for n in range(len(sizes))]
    ends = [np.load(Path(folder) / f"ends{n}.npy") for n in range(len(sizes))]

    def codes(place: int) -> NDArray[np.uint32]:
        number, row = divmod(place, _PART)
        start = int(ends[number][row - 1]) if row else 0
        return np.asarray(words[number][start : int(ends[number][row])])

    kept = []
    for pair in pairs.tolist():
        left, right = pair >> 32, pair & 0xFFFFFFFF
        score = word_order(codes(left), codes(right))
        if score >= SAME:
            kept.append((left, right, round(score, 4)))
    return kept
