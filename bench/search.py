"""How fast search answers: `python -m bench.search [COUNT]` (100,000 petitions unless told).

Writes an index of made-up petitions (see `bench.memory`) and asks 400 questions of one to three words that
occur in it, with and without accents, as somebody who sees all of it or two units out of fifty, best first and
counted; then facets. Wall clock and, because another program may have the other core, the time of the processor.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.memory import Writer

from gandan.kernel.search import Entry, SearchIndex, ask, facets
from gandan.kernel.search.folding import bare

UNITS, QUESTIONS = 50, 400


def entries(count: int, asked: list[str]) -> Iterator[Entry]:
    """Petitions of fifty units; of some, words are kept to ask for."""
    writer, chance = Writer(11), random.Random(12)
    for number in range(count):
        text = writer.petition()
        if len(asked) < QUESTIONS and number % 97 == 0:
            said = text.split()
            begin = chance.randrange(len(said) - 3)
            words = " ".join(said[begin : begin + chance.randint(1, 3)])
            asked.append(words if chance.random() < 0.5 else " ".join(map(bare, words.split())))
        unit = number % UNITS
        yield Entry(
            f"petitions.petition:{number}", text, ("/1/", f"/1/{unit}/"),
            {"kind": "petition", "year": str(2015 + number % 12), "field": "abcdef"[number % 6]},
        )  # fmt: skip


def main(count: int) -> None:
    with tempfile.TemporaryDirectory(prefix="gandan-bench-") as folder:
        index, asked = SearchIndex(Path(folder)), list[str]()
        begun = time.perf_counter()
        index.put(entries(count, asked), (), {"event": 0}, fresh=True)
        print(f"{count} petitions made and indexed in {time.perf_counter() - begun:.0f} s")
        for name, doors in (("all units", None), ("two units of fifty", ["/1/3/", "/1/7/"])):
            show(name, [timed(partial(ask, index, words, doors)) for words in asked])
        some = ["/1/3/", "/1/7/"]
        show("facets", [timed(partial(facets, index, words, some)) for words in asked[:50]])


def timed(question: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the wall clock and of the processor."""
    begun, worked = time.perf_counter(), time.thread_time()
    question()
    return time.perf_counter() - begun, time.thread_time() - worked


def show(name: str, times: list[tuple[float, float]]) -> None:
    for clock, ordered in zip(("wall", "cpu"), map(sorted, zip(*times, strict=True)), strict=True):
        p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
        print(
            f"{name:20} {clock:5} p50 {p50 * 1e3:6.1f} ms   p95 {p95 * 1e3:6.1f} ms   "
            f"max {ordered[-1] * 1e3:6.1f} ms"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
