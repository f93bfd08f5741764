"""Findings as SARIF 2.1.0, the format that editors and build servers show."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vanban.model import Finding, Reading
from vanban.rules import families, rules, table
from vanban.text.lines import Lines

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}


def to_sarif(checked: Iterable[tuple[str, Reading, tuple[Finding, ...]]]) -> dict[str, Any]:
    """One run over all files; columns count Unicode code points, as `Span` does."""
    results: list[dict[str, Any]] = []
    fired: set[str] = set()
    for path, reading, findings in checked:
        lines = Lines(reading.text)
        fired |= {one.rule for one in findings}
        results += [_result(path, reading, lines, one) for one in findings]
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "gandan check", "rules": _described(fired)}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _result(path: str, reading: Reading, lines: Lines, one: Finding) -> dict[str, Any]:
    start, end = lines.place(one.span.start), lines.place(one.span.end)
    text = one.message + (f" → {one.suggestion}" if one.suggestion else "")
    region = {
        "startLine": start[0],
        "startColumn": start[1],
        "endLine": end[0],
        "endColumn": end[1],
        "charOffset": one.span.start,
        "charLength": len(one.span),
        "snippet": {"text": one.span.of(reading.text)},
    }
    return {
        "ruleId": one.rule,
        "level": _LEVELS[one.severity],
        "message": {"text": text},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": Path(path).as_posix()},
                    "region": region,
                }
            }
        ],
    }


def _described(fired: set[str]) -> list[dict[str, Any]]:
    meanings = {row["id"]: row["means"] for row in table("checks_meanings")["check"]}
    meanings |= {rule.id: rule.means for family in families() for rule in rules(family)}
    return [
        {"id": rule, "shortDescription": {"text": meanings.get(rule, rule)}}
        for rule in sorted(fired)
    ]
