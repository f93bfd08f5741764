"""How fast documents are read, on one core with all facts on, and where the time goes.

Times are of the processor, so that what else the machine does counts little.

make bench            everything        .venv/bin/python -m bench.reading --quick    a minute
"""

from __future__ import annotations

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from bench import corpus, hostile, peers, starting

import vanban
from vanban import reading

ENOUGH = 5_000_000
# A size is read until so many bytes are: a single short text says little.
SAMPLED = 500_000
FINDERS = (
    "header",
    "reference",
    "duty",
    "report_duty",
    "meeting",
    "petition",
    "figure",
    "findings",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="less text, no peers")
    quick = parser.parse_args().quick
    starting.report(40 if quick else 400)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

    print("\nreading, one core, all facts\n")
    throughput(ENOUGH // 5 if quick else ENOUGH)
    by_stage()
    by_size([10_000, 100_000] if quick else [10_000, 100_000, 1_000_000, 10_000_000])
    if not quick:
        hostile.report(hostile.SHAPES, 50_000)
        print("\npeers on the same machine, in the same run")
        for line in peers.measured():
            print("  " + line, flush=True)


def throughput(enough: int) -> None:
    """Documents one by one, as an import reads them, until there is enough."""
    documents = corpus.texts()
    vanban.read(next(iter(documents.values())), "warm-up.txt")
    size, facts, begun = 0, 0, time.process_time()
    while size < enough:
        for name, data in documents.items():
            facts += counted(vanban.read(data, name))
            size += len(data)
    seconds = time.process_time() - begun
    print(
        f"  {size / 1e6 / seconds:.3f} MB/s of UTF-8   ({size / 1e6:.1f} MB, {facts} facts, {seconds:.1f} s)"
    )


def counted(read: Any) -> int:
    return sum(
        len(d.references) + len(d.duties) + len(d.report_duties) + len(d.petitions) + len(d.sums)
        for d in read.documents
    )


def by_stage() -> None:
    """The share of each step, measured by standing at the doors between them."""
    spent: dict[str, float] = defaultdict(float)
    with clocks_at_the_doors(spent):
        begun = time.process_time()
        for name, data in corpus.texts().items():
            vanban.read(data, name)
        whole = time.process_time() - begun
    size = sum(map(len, corpus.texts().values()))
    spent["the rest"] = whole - sum(spent.values())
    print("\n  by stage         share     MB/s")
    for stage, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"    {stage:14} {100 * seconds / whole:5.1f} % {size / 1e6 / seconds:8.2f}")


@contextmanager
def clocks_at_the_doors(spent: dict[str, float]) -> Iterator[None]:
    doors: list[tuple[ModuleType, str, str]] = [
        (reading, "open_source", "input"),
        (reading, "clean", "text"),
        (reading, "lay_out", "layout"),
        (reading, "moved", "offsets"),
    ]
    doors += [(getattr(reading, name), "find", name) for name in FINDERS if hasattr(reading, name)]
    kept = [(module, name, getattr(module, name)) for module, name, _ in doors]
    for module, name, stage in doors:
        setattr(module, name, timed(getattr(module, name), stage, spent))
    try:
        yield
    finally:
        for module, name, original in kept:
            setattr(module, name, original)


def timed(door: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    """A stage that calls another is charged only for its own time."""

    def through(*args: Any, **kwargs: Any) -> Any:
        before, begun = sum(spent.values()), time.process_time()
        try:
            return door(*args, **kwargs)
        finally:
            within = sum(spent.values()) - before
            spent[stage] += time.process_time() - begun - within

    return through


def by_size(sizes: list[int]) -> None:
    """Cost per byte by the length of a text, all of one mix: it must not grow with the text."""
    print("\n  texts of one mix, each of   seconds   µs per kB      MB/s")
    for size in sizes:
        texts = corpus.of_one_mix(size)
        whole = sum(map(len, texts))
        repeats = max(1, SAMPLED // whole)
        begun = time.process_time()
        for data in texts * repeats:
            vanban.read(data, "long.txt")
        seconds = (time.process_time() - begun) / repeats
        print(
            f"  {whole // len(texts):>15,} B x {len(texts):<4} {seconds:>9.2f}"
            f" {1e9 * seconds / whole:>11,.0f} {whole / 1e6 / seconds:>9.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
