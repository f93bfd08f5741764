"""How far the confidence of duties may be believed, on readings made by hand.

.venv/bin/python -m bench.reliability            the tables
.venv/bin/python -m bench.reliability --write    also into docs/reader.md, between its two marks
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import corpus

import vanban
from vanban.model import Duty
from vanban.output.contract import to_contract

PAGE = corpus.ROOT / "docs" / "reader.md"
MARKS = re.compile(r"(<!-- reliability:begin -->\n).*?(<!-- reliability:end -->)", re.S)
SHARED = corpus.ROOT.parent / "shared"
#: Readings on which the rules were not founded.
GOLD = (corpus.ROOT / "tests" / "gold", corpus.ROOT / "samples" / "gold")
SOURCES = (
    corpus.ROOT / "tests" / "gold" / "documents",
    corpus.ROOT / "samples" / "documents",
    SHARED / "corpus",
    SHARED / "seeds",
)
BINS = ((0.0, 0.7), (0.7, 0.8), (0.8, 0.85), (0.85, 0.9), (0.9, 0.95), (0.95, 1.01))


@dataclass(frozen=True)
class Seen:
    """One duty that was read: its support, its confidence, and whether it needed a correction."""

    support: str
    doubts: tuple[str, ...]
    confidence: float
    found: bool
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the tables into docs/reader.md")
    seen = list(observed(GOLD))
    said = by_confidence(seen) + "\n" + by_support(seen)
    print(said)
    if parser.parse_args().write:
        PAGE.write_text(MARKS.sub(rf"\g<1>{said}\g<2>", PAGE.read_text("utf-8")), "utf-8")


def observed(folders: Iterable[Path]) -> Iterator[Seen]:
    """Every duty read in the documents that have a reading by hand; borderline ones are left out."""
    for path in sorted(one for folder in folders for one in folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        file = next((f / gold["source"] for f in SOURCES if (f / gold["source"]).exists()), None)
        if file is None:
            continue
        reading = vanban.read(file.read_bytes(), file.name)
        written = to_contract(reading)["documents"]
        for document, facts in zip(reading.documents, written, strict=True):
            start, end = gold["span"]
            if not start <= (document.span.start + document.span.end) / 2 <= end:
                continue
            for duty, task in zip(document.duties, facts["tasks"], strict=True):
                yield from _judged(duty, task, gold)


def _judged(duty: Duty, task: dict[str, Any], gold: dict[str, Any]) -> Iterator[Seen]:
    match = max(gold["tasks"], key=lambda one: _shared(one, task), default=None)
    found = match is not None and _shared(match, task) >= 0.5
    if not found and any("start" in one and _covers(one, task) for one in gold["borderline"]):
        return
    right = (
        match is not None
        and found
        and all(
            (
                _folded(match["lead"]) == _folded(task["lead"]),
                sorted(match["due"]) == sorted(task["due"]),
                match["recurrence"] == task["recurrence"],
            )
        )
    )
    doubts = tuple(one.rule[6:] for one in duty.fired if one.rule.startswith("doubt."))
    yield Seen(duty.rule, doubts, duty.confidence, found, right)


def _shared(one: dict[str, Any], other: dict[str, Any]) -> float:
    inside = min(one["end"], other["end"]) - max(one["start"], other["start"])
    whole = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return max(0, inside) / whole if whole else 0.0


def _covers(one: dict[str, Any], task: dict[str, Any]) -> bool:
    inside = min(one["end"], task["end"]) - max(one["start"], task["start"])
    return inside >= 0.5 * (task["end"] - task["start"])


def _folded(names: Iterable[str]) -> set[str]:
    return {" ".join(name.lower().split()) for name in names}


def by_confidence(seen: list[Seen]) -> str:
    """What was promised beside what was kept, in bands of confidence."""
    out = "| confidence | duties | promised | found | needing no correction |\n|---|---|---|---|---|\n"
    for low, high in BINS:
        band = [one for one in seen if low <= one.confidence < high]
        if band:
            promised = sum(one.confidence for one in band) / len(band)
            out += f"| {low:.2f}–{min(high, 1):.2f} | {_row(band, f'{promised:.2f}')}\n"
    return out


def by_support(seen: list[Seen]) -> str:
    """The same by what supports the duty, which is what `rules/confidence.toml` is fitted on."""
    out = "| support | duties | promised | found | needing no correction |\n|---|---|---|---|---|\n"
    kinds = sorted({one.support for one in seen}) + sorted({d for one in seen for d in one.doubts})
    for kind in kinds:
        band = [one for one in seen if kind == one.support or kind in one.doubts]
        promised = sum(one.confidence for one in band) / len(band)
        out += f"| `{kind}` | {_row(band, f'{promised:.2f}')}\n"
    return out


def _row(band: list[Seen], promised: str) -> str:
    found = sum(one.found for one in band) / len(band)
    right = sum(one.right for one in band) / len(band)
    return f"{len(band)} | {promised} | {found:.2f} | {right:.2f} |"


if __name__ == "__main__":
    main()
