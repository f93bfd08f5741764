"""The same bytes through neighbours of our reader. None does the same work: it is a measure of scale.

Each is left out with a plain word where it is not installed (`uv sync --group bench`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from bench import corpus

from vanban.rules import table

ENGLISH = (
    "The court held otherwise in Roe v. Smith, 410 U.S. 113, 125 (1973), and again in 93 S. Ct. 705. "
    "See also 42 U.S.C. § 1983; Id. at 126. Plaintiff relies on Jones v. Clark, 12 F.3d 45 (2d Cir. 1993). "
)


def eyecite() -> tuple[str, Callable[[], object], int]:
    from eyecite import get_citations

    get_citations(ENGLISH)  # builds its tables
    # Opinion by opinion: over one long text its search for courts grows faster than the text.
    opinions = [ENGLISH] * 100
    size = sum(len(opinion.encode()) for opinion in opinions)
    return "eyecite, citations in English", lambda: [get_citations(o) for o in opinions], size


def spacy_ruler() -> tuple[str, Callable[[], object], int]:
    import spacy

    machine = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    names = [*table("units")["named"], *table("units")["plain"]]
    ruler = machine.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "UNIT", "pattern": name} for name in names])
    text = corpus.of_size(200_000).decode("utf-8", "ignore")
    return "spaCy EntityRuler, our unit words", lambda: machine(text), len(text.encode())


def underthesea() -> tuple[str, Callable[[], object], int]:
    from underthesea import ner

    ner("Sở Nội vụ chủ trì.")  # loads its model
    text = corpus.of_size(20_000).decode("utf-8", "ignore")
    return "underthesea, named entities", lambda: ner(text), len(text.encode())


def measured() -> Iterator[str]:
    for peer in (eyecite, spacy_ruler, underthesea):
        try:
            name, run, size = peer()
        except ImportError as missing:
            yield f"{peer.__name__:36} not installed ({missing.name}): uv sync --group bench"
            continue
        begun = time.perf_counter()
        run()
        seconds = time.perf_counter() - begun
        yield f"{name:36} {size / 1e6 / seconds:8.3f} MB/s   ({size / 1e6:.2f} MB in {seconds:.1f} s)"
