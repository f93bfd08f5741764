"""Findings as plain JSON: each with its line, column and words, so that a script needs no text."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.model import Finding, Reading
from vanban.output.contract import finding_object
from vanban.text.lines import Lines


def findings_object(name: str, reading: Reading, findings: Sequence[Finding]) -> dict[str, object]:
    """One file: its name, SHA-256 and findings. Lines and columns count from 1."""
    lines = Lines(reading.text)
    rows = []
    for one in findings:
        line, column = lines.place(one.span.start)
        words = one.span.of(reading.text)
        rows.append({**finding_object(one), "line": line, "column": column, "words": words})
    return {"file": name, "sha256": reading.sha256, "findings": rows}
