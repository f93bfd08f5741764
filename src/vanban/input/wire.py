"""A `Source` as JSON and back: how the child process hands over what it read.

JSON and not pickle, because the child has parsed hostile bytes: what it says is only data.
"""

from __future__ import annotations

import json
from typing import Any

from vanban.input.source import Cell, Source, SourceTable
from vanban.model import Finding, Page, Span, Word


def packed(source: Source) -> bytes:
    body = {
        "name": source.name,
        "media": source.media,
        "text": source.text,
        "pages": [[p.number, p.span.start, p.span.end, p.width, p.height] for p in source.pages],
        "tables": [[t.span.start, t.span.end, [_cell(c) for c in t.cells]] for t in source.tables],
        "notes": [[n.start, n.end] for n in source.notes],
        "words": [[w.span.start, w.span.end, w.page, *w.box, w.confidence] for w in source.words],
        "metadata": dict(source.metadata),
        "findings": [_finding(f) for f in source.findings],
    }
    return json.dumps(body).encode()


def unpacked(data: bytes) -> Source:
    """Raises ValueError, TypeError or KeyError where the data is not a packed source."""
    body: dict[str, Any] = json.loads(data)
    return Source(
        name=str(body["name"]),
        media=str(body["media"]),
        text=str(body["text"]),
        pages=tuple(Page(n, Span(a, b), w, h) for n, a, b, w, h in body["pages"]),
        tables=tuple(
            SourceTable(Span(a, b), tuple(_unpacked_cell(cell) for cell in cells))
            for a, b, cells in body["tables"]
        ),
        notes=tuple(Span(a, b) for a, b in body["notes"]),
        words=tuple(
            Word(Span(a, b), page, (x0, y0, x1, y1), confidence)
            for a, b, page, x0, y0, x1, y1, confidence in body["words"]
        ),
        metadata={str(key): str(said) for key, said in body["metadata"].items()},
        findings=tuple(
            Finding(Span(a, b), rule, severity, message, suggestion)
            for a, b, rule, severity, message, suggestion in body["findings"]
        ),
    )


def _cell(cell: Cell) -> list[int]:
    return [cell.row, cell.column, cell.span.start, cell.span.end, cell.row_span, cell.column_span]


def _unpacked_cell(said: list[int]) -> Cell:
    row, column, start, end, row_span, column_span = said
    return Cell(row, column, Span(start, end), row_span, column_span)


def _finding(finding: Finding) -> list[Any]:
    return [
        finding.span.start,
        finding.span.end,
        finding.rule,
        finding.severity,
        finding.message,
        finding.suggestion,
    ]
