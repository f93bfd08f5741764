"""The same work for our reader and its neighbours, in one run: how many times as fast, and how each grows.

None does all that the reader does: eyecite reads citations in English, the others names in the same
Vietnamese text, with all facts on our side. Each runs in a child that has so much time and no network:
one that is not installed (`uv sync --group bench`), would fetch a model or takes longer is left out
with a plain word.
"""

from __future__ import annotations

import multiprocessing
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

from bench import corpus
from bench.ruler_patterns import patterns

import vanban
from vanban.rules import table

ENGLISH = (
    "The court held otherwise in Roe v. Smith, 410 U.S. 113, 125 (1973), and again in 93 S. Ct. 705. "
    "See also 42 U.S.C. § 1983; Id. at 126. Plaintiff relies on Jones v. Clark, 12 F.3d 45 (2d Cir. 1993). "
)
Reader = Callable[[str], object]
# The longer text is so many times as long.
LONGER = 4
SECONDS = 120


def eyecite() -> tuple[str, Reader, str, int]:
    from eyecite import get_citations

    get_citations(ENGLISH)  # builds its tables
    return "eyecite, citations in English", get_citations, ENGLISH * 1000, 20_000


def spacy_units() -> tuple[str, Reader, str, int]:
    names = [*table("units")["named"], *table("units")["plain"]]
    rows = [{"label": "UNIT", "pattern": name} for name in names]
    return "spaCy EntityRuler, unit words", _ruler(rows), vietnamese(), 100_000


def spacy_patterns() -> tuple[str, Reader, str, int]:
    rows = patterns()
    name = f"spaCy EntityRuler, {len(rows):,} patterns"
    return name, _ruler(rows), vietnamese(), 25_000


def _ruler(rows: list[dict[str, Any]]) -> Reader:
    import spacy

    machine = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    ruler = machine.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns(rows)
    return machine


def underthesea() -> tuple[str, Reader, str, int]:
    from underthesea import ner

    ner("Sở Nội vụ chủ trì.")  # loads its model
    return "underthesea, named entities", ner, vietnamese(), 3_000


PEERS = (eyecite, spacy_units, spacy_patterns, underthesea)


def vietnamese() -> str:
    return corpus.of_size(1_000_000).decode("utf-8", "ignore")


def measured() -> Iterator[str]:
    """A line for each peer: its rate, ours on the same number of bytes, the ratio, both growths."""
    yield f"{'':36} {'peer':>7} {'ours':>7} {'ratio':>7}   {LONGER}x the text costs: peer, ours"
    for peer in PEERS:
        yield _in_a_child(peer.__name__)


def _in_a_child(peer: str) -> str:
    here, there = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("spawn").Process(target=_answer, args=(peer, there))
    child.start()
    try:
        if here.poll(SECONDS):
            return str(here.recv())
        return f"{peer:36} left out: not done within {SECONDS} seconds"
    finally:
        child.kill()
        child.join()


def _answer(peer: str, out: Any) -> None:
    _cut_the_network()
    try:
        out.send(_line(*globals()[peer]()))
    except Exception as missing:
        out.send(f"{peer:36} left out: {missing}")


def _cut_the_network() -> None:
    """A peer that would fetch something fails with these words."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("it would fetch a model, and a measurement fetches nothing")

    for door in ("create_connection", "getaddrinfo"):
        setattr(socket, door, refuse)


def _line(name: str, run: Reader, text: str, size: int) -> str:
    theirs, grown = rate(run, text, size)
    ours, ours_grown = rate(read, vietnamese(), size)
    return (
        f"{name:36} {theirs:>7.3f} {ours:>7.3f} {ours / theirs:>6.1f}x"
        f"   {grown:.1f}, {ours_grown:.1f}   (MB/s, {size:,} characters)"
    )


def read(text: str) -> object:
    return vanban.read(text.encode(), "peer.txt")


def rate(run: Reader, text: str, size: int) -> tuple[float, float]:
    """Megabytes a second of the processor, and what a text `LONGER` times as long costs beside it."""
    short, long = text[:size], text[: LONGER * size]
    run(short)
    once, more = min(cost(run, short), cost(run, short)), cost(run, long)
    return len(short.encode()) / 1e6 / once, more / once


def cost(run: Reader, text: str) -> float:
    begun = time.process_time()
    run(text)
    return time.process_time() - begun


if __name__ == "__main__":
    for line in measured():
        print(line, flush=True)
