"""How far the confidence of duties may be believed, on readings made by hand.

.venv/bin/python -m bench.reliability            the tables
.venv/bin/python -m bench.reliability --write    also into docs/reader.md, between its two marks

`first_sight.csv` keeps how the duties of each hold-out were read when the rules had not yet seen it (the
commit is named in each row, the readings are in tests/gold). What is promised for the duties of one file
is computed from the other files alone; the present reading stands beside it and is no proof of anything new.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod
from pathlib import Path
from typing import Any

from bench import corpus

import vanban
from vanban.model import Duty
from vanban.output.contract import to_contract
from vanban.rules import table

PAGE = corpus.ROOT / "docs" / "reader.md"
MARKS = re.compile(r"(<!-- reliability:begin -->\n).*?(<!-- reliability:end -->)", re.S)
SHARED = corpus.ROOT.parent / "shared"
FIRST_SIGHT = corpus.ROOT / "bench" / "first_sight.csv"
#: The reader of the first hold-out was an hour old and kept 33 duties of 66: it is told, not fitted on.
FIRST_READER = "3a814fb"
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

    file: str
    support: str
    doubts: tuple[str, ...]
    confidence: float
    found: bool
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the tables into docs/reader.md")
    first = left_out(list(first_sight()))
    said = by_confidence(first) + "\n" + by_support(first, list(observed(GOLD)))
    print(said)
    if parser.parse_args().write:
        PAGE.write_text(MARKS.sub(rf"\g<1>{said}\g<2>", PAGE.read_text("utf-8")), "utf-8")


def first_sight() -> Iterator[Seen]:
    """Every duty as it was read before the rules had seen its file, by a reader of some experience."""
    with FIRST_SIGHT.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["commit"] == FIRST_READER:
                continue
            doubts = tuple(row["doubts"].split())
            right, found = row["right"] == "1", row["found"] == "1"
            yield Seen(row["file"], row["support"], doubts, 0.0, found, right)


def left_out(seen: Sequence[Seen]) -> list[Seen]:
    """Each duty with the confidence that the other files alone would have given it."""
    return [
        replace(one, confidence=promised(one, [o for o in seen if o.file != one.file]))
        for one in seen
    ]


def promised(one: Seen, others: Iterable[Seen]) -> float:
    """The share of duties with the same support that were right, one added to either side, lowered
    by what speaks against this one."""
    rules = table("confidence")
    same = [other.right for other in others if other.support == one.support]
    share = (sum(same) + 1) / (len(same) + 2) if len(same) >= 5 else rules["other"]
    return float(share * prod(rules["doubt"][doubt] for doubt in one.doubts))


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
                yield from _judged(path.stem, duty, task, gold)


def _judged(file: str, duty: Duty, task: dict[str, Any], gold: dict[str, Any]) -> Iterator[Seen]:
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
    yield Seen(file, duty.rule, doubts, duty.confidence, found, right)


def _shared(one: dict[str, Any], other: dict[str, Any]) -> float:
    inside = min(one["end"], other["end"]) - max(one["start"], other["start"])
    whole = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return max(0, inside) / whole if whole else 0.0


def _covers(one: dict[str, Any], task: dict[str, Any]) -> bool:
    inside = min(one["end"], task["end"]) - max(one["start"], task["start"])
    return inside >= 0.5 * (task["end"] - task["start"])


def _folded(names: Iterable[str]) -> set[str]:
    return {" ".join(name.lower().split()) for name in names}


def by_confidence(first: Sequence[Seen]) -> str:
    """What the other files promised beside what was kept at first sight, in bands of confidence."""
    out = "| confidence, without the file itself | duties at first sight | promised | found | needing no correction |\n"
    out += "|---|---|---|---|---|\n"
    for low, high in BINS:
        band = [one for one in first if low <= one.confidence < high]
        if band:
            mean = sum(one.confidence for one in band) / len(band)
            row = f"{len(band)} | {mean:.2f} | {_share(band, 'found')} | {_share(band, 'right')}"
            out += f"| {low:.2f}–{min(high, 1):.2f} | {row} |\n"
    return out


def by_support(first: Sequence[Seen], now: Sequence[Seen]) -> str:
    """The same by what supports the duty, on which `rules/confidence.toml` is fitted, and the
    present reading of the same and further files."""
    out = "| support | duties at first sight | promised | needing no correction | duties now | needing no correction now |\n"
    out += "|---|---|---|---|---|---|\n"
    rules = table("confidence")
    kinds = sorted({one.support for one in (*first, *now)})
    for kind in (*kinds, *sorted({doubt for one in (*first, *now) for doubt in one.doubts})):
        then, today = [_of_kind(kind, some) for some in (first, now)]
        said = rules["support"].get(kind) or rules["doubt"].get(kind) or rules["other"]
        factor = "× " if kind in rules["doubt"] else ""
        row = f"{len(then)} | {factor}{said:.2f} | {_share(then, 'right')}"
        out += f"| `{kind}` | {row} | {len(today)} | {_share(today, 'right')} |\n"
    return out


def _of_kind(kind: str, seen: Iterable[Seen]) -> list[Seen]:
    return [one for one in seen if kind == one.support or kind in one.doubts]


def _share(band: Sequence[Seen], what: str) -> str:
    return f"{sum(getattr(one, what) for one in band) / len(band):.2f}" if band else "–"


if __name__ == "__main__":
    main()
