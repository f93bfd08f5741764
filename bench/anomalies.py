"""Which of the anomalies listed by hand in ../shared/gold does `gandan check` find?

    .venv/bin/python bench/anomalies.py            the figures, and every claim that does not hold
    .venv/bin/python bench/anomalies.py --write    the table of docs/checks.md, made anew

A person says in anomaly_verdicts.toml which rule names which anomaly; this program proves each
claim: a finding of that rule must overlap the words that the anomaly quotes.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import regex

import vanban
from vanban.model import Finding

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
DOCS = HERE.parent / "docs" / "checks.md"
START, END = "<!-- bảng: bench/anomalies.py --write -->", "<!-- hết bảng -->"
NAMES = {
    "found": "tìm thấy",
    "part": "tìm thấy một phần",
    "could": "có thể tìm",
    "person": "cần người",
    "missed": "KHÔNG ĐÚNG NHƯ GHI",
}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--write", action="store_true")
    write = arguments.parse_args().write
    if not (SHARED / "gold").is_dir():
        print("../shared/gold is absent: nothing to measure")
        return 0
    rows = list(judged())
    counts = Counter(kind for _, _, kind, _ in rows)
    for name, words, kind, said in rows:
        if kind == "missed":
            print(f"{name}: {said} does not fire on: {words}")
    share = 100 * counts["found"] / len(rows)
    for kind, label in NAMES.items():
        print(f"{label:24} {counts[kind]:4}")
    print(f"{'trong tổng số':24} {len(rows):4}   ({share:.0f} % tìm thấy)")
    if write:
        write_table(rows, counts, share)
    return 1 if counts["missed"] else 0


def judged() -> Iterator[tuple[str, str, str, str]]:
    """Per anomaly: file, its words, what became of it, the rule or the reason."""
    verdicts = tomllib.loads((HERE / "anomaly_verdicts.toml").read_text("utf-8"))
    for path in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        claims = verdicts[path.stem]
        assert len(claims) == len(gold["anomalies"]), path.stem
        text, findings = checked(gold)
        for words, claim in zip(gold["anomalies"], claims, strict=True):
            kind, said = verdict(claim, words, text, findings)
            yield path.stem, words, kind, said


def checked(gold: dict) -> tuple[str, list[Finding]]:
    file = next(p for p in SHARED.glob(f"*/{gold['source']}") if p.is_file())
    reading = vanban.read(file.read_bytes(), file.name)
    start, end = gold["span"]
    return reading.text, [f for f in vanban.check(reading) if start <= f.span.start < end]


def verdict(claim: str, words: str, text: str, findings: list[Finding]) -> tuple[str, str]:
    label, _, rest = claim.partition(":")
    if label in {"could", "person"}:
        return label, rest.strip()
    if label not in {"doc", "part"}:
        label, rest = "", claim
    mine = [f for f in findings if f.rule == rest]
    if label != "doc":
        places = [place for quote in quotes(words) for place in occurrences(quote, text)]
        mine = [f for f in mine if any(f.span.start < e and s < f.span.end for s, e in places)]
    if not mine:
        return "missed", rest
    return ("part" if label == "part" else "found"), rest


def quotes(words: str) -> list[str]:
    found = regex.findall(r"'((?:[^']|'(?=\p{L}))+)'", words)
    return [quote.strip() for quote in found]


def occurrences(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the quoted words stand: "|" is a broken line, "..." anything short."""
    pieces = [p for p in regex.split(r"\s*\.\.\.\s*", quote) if p]
    patterns = [
        r"\s*".join(regex.escape(word) for word in regex.split(r"[\s|]+", piece) if word)
        for piece in pieces
    ]
    if patterns:
        for found in regex.finditer(r"[\s\S]{0,160}?".join(patterns), text):
            yield found.span()


def write_table(rows: list[tuple[str, str, str, str]], counts: Counter, share: float) -> None:
    lines = [
        START,
        "",
        f"Trong {len(rows)} chỗ bất thường: **{counts['found']} tìm thấy ({share:.0f} %)**, "
        f"{counts['part']} tìm thấy một phần, {counts['could']} có thể tìm, "
        f"{counts['person']} cần người.",
        "",
        "| Tệp | Chỗ bất thường | Kết quả | Quy tắc hoặc lý do |",
        "|---|---|---|---|",
    ]
    for name, words, kind, said in rows:
        shown = words if len(words) <= 150 else words[:150].rstrip() + "…"
        shown = shown.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
        code = f"`{said}`" if kind in {"found", "part"} else said
        lines.append(f"| {name} | {shown} | {NAMES[kind]} | {code} |")
    lines += ["", END]
    page = DOCS.read_text("utf-8")
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    DOCS.write_text(before + "\n".join(lines) + after, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
