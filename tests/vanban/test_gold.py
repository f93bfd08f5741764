"""The reader against readings made by hand: no figure may fall below its floor.

The samples are written for this project, so their test needs nothing else. The other test runs the
scorer of `../shared`, where that folder stands beside this one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import vanban
from vanban.output.contract import to_contract

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
HOLD_OUTS = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared" / "gold"

Facts = dict[str, Any]
Pair = tuple[Facts, Facts]

# A little under the measured figures (tests/gold/LOG.md): a regression fails, a rounding does not.
SAMPLE_FLOORS = {
    "documents found": 100,
    "kind of document": 100,
    "number of document": 100,
    "date of document": 100,
    "numbered references": 98,
    "tasks": 95,
    "tasks in tables": 100,
    "leads": 95,
    "due dates": 95,
    "report duties": 80,
    "meetings": 100,
    "petitions": 97,
    "sums": 100,
}

# The hold-outs whose texts are kept here: what was learned from them stays learned.
HOLD_OUT_FLOORS = {
    "issuers": 98,
    "signers": 99,
    "day and place": 99,
    "tasks": 98,
    "tasks in tables": 100,
    "leads": 98,
    "due dates": 99,
    "recurrences": 98,
    "report duties": 95,
}

# Floors of issue 2, by the names that ../shared/gold/score.py prints.
SHARED_FLOORS = {
    "refs": 96,
    "header.kind": 90,
    "header.number": 90,
    "header.issued_on": 90,
    "header.place": 90,
    "header.subject": 90,
    "header.issuers": 90,
    "header.signers": 90,
    "header.recipients": 90,
    "tasks": 85,
    "tasks.tables": 100,
    "lead": 90,
    "due": 90,
    "meetings": 100,
    "sums": 100,
    "petitions": 94,
    "duties": 80,
}


@pytest.mark.parametrize("figure", SAMPLE_FLOORS)
def test_samples_are_read_at_least_as_well_as_before(figure: str) -> None:
    """Every figure on the sample documents stays at or above its floor."""
    hit, wanted, found = sample_figures()[figure]
    assert wanted, f"no sample has {figure}: the floor proves nothing"
    f1 = 200 * hit / (wanted + found)
    assert f1 >= SAMPLE_FLOORS[figure], f"{figure}: {f1:.1f} ({hit}/{wanted}, {found} found)"


@pytest.mark.parametrize("figure", HOLD_OUT_FLOORS)
def test_hold_outs_are_read_at_least_as_well_as_before(figure: str) -> None:
    hit, wanted, found = hold_out_figures()[figure]
    assert wanted > 20, f"the hold-outs have too little of {figure}"
    f1 = 200 * hit / (wanted + found)
    assert f1 >= HOLD_OUT_FLOORS[figure], f"{figure}: {f1:.1f} ({hit}/{wanted}, {found} found)"


def test_a_reading_that_finds_nothing_fails_every_floor() -> None:
    """The floors can fail: an empty reading reaches none of them."""
    total: Counter[tuple[str, str]] = Counter()
    for gold in sample_gold():
        compare(gold, {}, total)
    reached = [name for name in SAMPLE_FLOORS if total[name, "hit"]]
    assert reached == []


def test_an_invitation_lays_down_no_duty() -> None:
    """A document without duties gives none: silence is part of reading well."""
    [gold] = [g for g in sample_gold() if g["header"]["kind"] == "giấy mời"]
    assert gold["tasks"] == []
    assert best_match(gold, read_sample(gold["source"]))["tasks"] == []


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here")
def test_founding_documents_reach_the_floors_of_issue_2() -> None:
    """References, headers, tasks, dates, figures and petitions of ../shared/gold."""
    command = f"{Path(sys.executable).with_name('gandan')} read --json {{file}}"
    run = subprocess.run(
        [sys.executable, str(SHARED / "score.py"), "--json", "--command", command],
        capture_output=True,
        text=True,
        check=False,
    )
    scored = json.loads(run.stdout)
    assert scored["failed"] == []
    reached = {name: figure["f1"] for name, figure in scored["figures"].items()}
    low = {n: reached.get(n, 0) for n, floor in SHARED_FLOORS.items() if reached.get(n, 0) < floor}
    assert low == {}


@cache
def sample_gold() -> tuple[Facts, ...]:
    paths = sorted((SAMPLES / "gold").glob("*.json"))
    return tuple(json.loads(path.read_text(encoding="utf-8")) for path in paths)


@cache
def hold_out_figures() -> dict[str, tuple[int, int, int]]:
    """The same figures on the texts of tests/gold that are in this repository."""
    total: Counter[tuple[str, str]] = Counter()
    for path in sorted(HOLD_OUTS.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        file = HOLD_OUTS / "documents" / gold["source"]
        if file.is_file():
            documents = tuple(to_contract(vanban.read(file.read_bytes(), file.name))["documents"])
            compare(gold, best_match(gold, documents), total)
    return {
        name: (total[name, "hit"], total[name, "wanted"], total[name, "found"])
        for name in HOLD_OUT_FLOORS
    }


@cache
def read_sample(source: str) -> tuple[Facts, ...]:
    data = (SAMPLES / "documents" / source).read_bytes()
    return tuple(to_contract(vanban.read(data, source))["documents"])


@cache
def sample_figures() -> dict[str, tuple[int, int, int]]:
    """For each figure: right, wanted by the gold, found by the reader."""
    total: Counter[tuple[str, str]] = Counter()
    for gold in sample_gold():
        compare(gold, best_match(gold, read_sample(gold["source"])), total)
    return {
        name: (total[name, "hit"], total[name, "wanted"], total[name, "found"])
        for name in SAMPLE_FLOORS
    }


def best_match(gold: Facts, documents: tuple[Facts, ...]) -> Facts:
    start, end = gold["span"]
    return max(documents, key=lambda d: min(end, d["span"][1]) - max(start, d["span"][0]))


def compare(gold: Facts, read: Facts, total: Counter[tuple[str, str]]) -> None:
    def count(name: str, hit: int, wanted: int, found: int) -> None:
        total.update({(name, "hit"): hit, (name, "wanted"): wanted, (name, "found"): found})

    near = [abs(a - b) <= 40 for a, b in zip(gold["span"], read.get("span", []), strict=False)]
    count("documents found", int(bool(near) and all(near)), 1, 1)
    for name, key in (("kind", "kind"), ("number", "number"), ("date", "issued_on")):
        same = fold(gold["header"][key]) == fold(read.get("header", {}).get(key))
        count(f"{name} of document", int(same), 1, 1)

    head, seen_head = gold["header"], read.get("header", {})
    for name, of in (("issuers", issuers_of), ("signers", signers_of), ("day and place", dated_of)):
        right, wrong = of(head), of(seen_head)
        count(name, len(right & wrong), len(right), len(wrong))

    numbers = Counter(fold(r["number"]) for r in gold["references"] if r["number"])
    seen = Counter(fold(r["number"]) for r in read.get("references", []) if r["number"])
    count("numbered references", (numbers & seen).total(), numbers.total(), seen.total())

    matched, found = matched_tasks(gold, read)
    count("tasks", len(matched), len(gold["tasks"]), found)
    rows = [pair for pair in matched if pair[0]["lead_source"] == "table"]
    in_tables = sum(task["lead_source"] == "table" for task in gold["tasks"])
    count("tasks in tables", len(rows), in_tables, in_tables)
    leads = sum(folded(a["lead"]) == folded(b["lead"]) for a, b in matched)
    count("leads", leads, len(matched), len(matched))
    dates = sum(sorted(a["due"]) == sorted(b["due"]) for a, b in matched)
    count("due dates", dates, len(matched), len(matched))
    beats = sum(a["recurrence"] == b["recurrence"] for a, b in matched)
    count("recurrences", beats, len(matched), len(matched))

    for name, key, same_fact in (
        ("report duties", "report_duties", lambda a, b: touch(a, b) and a["period"] == b["period"]),
        ("petitions", "petitions", lambda a, b: overlap(a, b) >= 0.5),
        ("meetings", "meetings", same_meeting),
    ):
        pairs = matched_facts(gold[key], read.get(key, []), same_fact)
        count(name, len(pairs), len(gold[key]), len(read.get(key, [])))

    sums = {(total_, parts): holds for total_, parts, holds in gold_sums(gold)}
    added = {(s["total"], tuple(sorted(s["parts"]))): s["holds"] for s in read.get("sums", [])}
    right = sum(added.get(key) == holds for key, holds in sums.items())
    count("sums", right, len(sums), len(sums))


def issuers_of(header: Facts) -> set[str]:
    return folded(header.get("issuers") or [])


def signers_of(header: Facts) -> set[str]:
    return folded([signer["name"] for signer in header.get("signers") or []])


def dated_of(header: Facts) -> set[str]:
    return {fold(header[key]) for key in ("issued_on", "place") if header.get(key)}


def matched_tasks(gold: Facts, read: Facts) -> tuple[list[Pair], int]:
    """Tasks on the same words, and how many were found (those on borderline words are free)."""
    tasks = read.get("tasks", [])
    matched = matched_facts(gold["tasks"], tasks, lambda a, b: overlap(a, b) >= 0.5)
    taken = {id(b) for _, b in matched}
    free = [
        task
        for task in tasks
        if id(task) not in taken and any(inside(task, soft) for soft in gold["borderline"])
    ]
    return matched, len(tasks) - len(free)


def matched_facts(gold: list[Facts], read: list[Facts], same: Any) -> list[Pair]:
    left, pairs = list(read), []
    for fact in gold:
        hits = [other for other in left if same(fact, other)]
        if hits:
            best = max(hits, key=lambda other: overlap(fact, other))
            left.remove(best)
            pairs.append((fact, best))
    return pairs


def same_meeting(a: Facts, b: Facts) -> bool:
    figures = ("sessions", "attendees", "opinions", "by_mode")
    return fold(a["level"]) == fold(b["level"]) and all(a[key] == b[key] for key in figures)


def gold_sums(gold: Facts) -> list[tuple[int, tuple[int, ...], bool]]:
    out = []
    for check in gold["figures_checks"]:
        total, _, parts = check["text"].replace(".", "").partition(" = ")
        if total.isdigit() and all(part.isdigit() for part in parts.split(" + ")):
            addends = tuple(sorted(int(part) for part in parts.split(" + ")))
            out.append((int(total), addends, check["holds"]))
    return out


def shared_length(a: Facts, b: Facts) -> int:
    return max(0, min(a["end"], b["end"]) - max(a["start"], b["start"]))


def touch(a: Facts, b: Facts) -> bool:
    return shared_length(a, b) > 0


def overlap(a: Facts, b: Facts) -> float:
    """Intersection over union of two spans."""
    both = shared_length(a, b)
    return both / (a["end"] - a["start"] + b["end"] - b["start"] - both)


def inside(task: Facts, soft: Facts) -> bool:
    return 2 * shared_length(task, soft) >= task["end"] - task["start"]


def fold(text: str | None) -> str:
    """NFC, case and white space folded, Đ as D: for comparing only."""
    plain = unicodedata.normalize("NFC", text or "").casefold().replace("đ", "d")
    return " ".join(plain.split())


def folded(names: list[str]) -> set[str]:
    return {fold(name) for name in names}
