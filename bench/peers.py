"""The same work for our reader and its neighbours, in one run: how many times as fast, and how each grows.

None does all that the reader does: eyecite reads citations in English, the others names in the same
Vietnamese text, with all facts on our side. Each is left out with a plain word where it is not
installed (`uv sync --group bench`) or would have to fetch a model.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from bench import corpus

import vanban
from vanban.rules import table

ENGLISH = (
    "The court held otherwise in Roe v. Smith, 410 U.S. 113, 125 (1973), and again in 93 S. Ct. 705. "
    "See also 42 U.S.C. § 1983; Id. at 126. Plaintiff relies on Jones v. Clark, 12 F.3d 45 (2d Cir. 1993). "
)
Reader = Callable[[str], object]
# The longer text is so many times as long.
LONGER = 4


def eyecite() -> tuple[str, Reader, str, int]:
    from eyecite import get_citations

    get_citations(ENGLISH)  # builds its tables
    return "eyecite, citations in English", get_citations, ENGLISH * 1000, 20_000


def spacy_ruler() -> tuple[str, Reader, str, int]:
    import spacy

    machine = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    names = [*table("units")["named"], *table("units")["plain"]]
    ruler = machine.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "UNIT", "pattern": name} for name in names])
    return "spaCy EntityRuler, our unit words", machine, vietnamese(), 100_000


def underthesea() -> tuple[str, Reader, str, int]:
    from underthesea import ner

    ner("Sở Nội vụ chủ trì.")  # loads its model
    return "underthesea, named entities", ner, vietnamese(), 10_000


def vietnamese() -> str:
    return corpus.of_size(1_000_000).decode("utf-8", "ignore")


def measured() -> Iterator[str]:
    """A line for each peer: its rate, ours on the same number of bytes, the ratio, both growths."""
    yield f"{'':36} {'peer':>7} {'ours':>7} {'ratio':>7}   {LONGER}x the text costs: peer, ours"
    for peer in (eyecite, spacy_ruler, underthesea):
        try:
            name, run, text, size = peer()
        except Exception as missing:
            yield f"{peer.__name__:36} left out: {missing}"
            continue
        theirs, grown = rate(run, text, size)
        ours, ours_grown = rate(read, vietnamese(), size)
        yield (
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
