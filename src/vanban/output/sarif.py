"""Findings as SARIF 2.1.0, the format that editors and build servers show."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from vanban.model import Finding, Reading
from vanban.rules import families, rules, table
from vanban.text.lines import Lines

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}


def to_sarif(checked: Iterable[tuple[str, Reading, tuple[Finding, ...]]]) -> dict[str, Any]:
    """One run over all files; columns count Unicode code points, as `Span` does."""
    files = list(checked)
    fired = sorted({one.rule for _, _, findings in files for one in findings})
    results: list[dict[str, Any]] = []
    for path, reading, findings in files:
        lines = Lines(reading.text)
        results += [
            {**_result(path, reading, lines, one), "ruleIndex": fired.index(one.rule)}
            for one in findings
        ]
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
                    "artifactLocation": {"uri": _address(path)},
                    "region": region,
                }
            }
        ],
    }


def _address(path: str) -> str:
    """A URI reference: of a path with blanks and Vietnamese letters only the escaped form is one."""
    written = quote(Path(path).as_posix())
    return f"file://{written}" if Path(path).is_absolute() else written


def _described(fired: list[str]) -> list[dict[str, Any]]:
    known = {row["id"]: (row["means"], row["source"]) for row in table("checks_meanings")["check"]}
    known |= {rule.id: (rule.means, rule.source) for family in families() for rule in rules(family)}
    return [_descriptor(rule, *known.get(rule, (rule, ""))) for rule in fired]


def _descriptor(rule: str, means: str, source: str) -> dict[str, Any]:
    said: dict[str, Any] = {"id": rule, "shortDescription": {"text": means}}
    if source:
        said["help"] = {"text": f"{means}. Nguồn: {source}"}
    return said
