"""How fast search answers: `python -m bench.search [COUNT]` (100,000 petitions unless told).

Writes an index of made-up petitions (see `bench.memory`) and asks 400 questions of one to three words that
occur in it, with and without accents, as somebody who sees two units out of fifty, best first and counted.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
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
            show(name, [timed(index, words, doors) for words in asked])
        show("facets", [counted(index, words) for words in asked[:50]])


def timed(index: SearchIndex, words: str, doors: list[str] | None) -> float:
    begun = time.perf_counter()
    ask(index, words, doors)
    return time.perf_counter() - begun


def counted(index: SearchIndex, words: str) -> float:
    begun = time.perf_counter()
    facets(index, words, ["/1/3/", "/1/7/"])
    return time.perf_counter() - begun


def show(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    print(
        f"{name:20} p50 {p50 * 1e3:6.1f} ms   p95 {p95 * 1e3:6.1f} ms   max {ordered[-1] * 1e3:6.1f} ms"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
