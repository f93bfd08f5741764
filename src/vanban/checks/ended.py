"""Bodies that exist no more among those whom a document charges, asks or sends itself to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vanban.checks.paper import Paper, finding
from vanban.model import Finding, Span
from vanban.rules import table
from vanban.rules.pattern import compiled

_ADDRESSED = {"addressed", "recipient"}


def check(paper: Paper) -> Iterator[Finding]:
    """Once for each body, where it is named first. Documents that are cited keep their old names."""
    issued = paper.document.header.issued_on
    if issued is None:
        return
    spans = sorted(_spoken_to(paper))
    for row in table("checks_ended")["ended"]:
        if issued >= row["since"]:
            yield from _first(paper, row, spans)


def _spoken_to(paper: Paper) -> Iterator[Span]:
    for duty in paper.document.duties:
        yield from duty.lead_spans
        yield from duty.cooperating_spans
    for _, block in paper.blocks():
        if block.label in _ADDRESSED:
            yield block.span


def _first(paper: Paper, row: Mapping[str, Any], spans: list[Span]) -> Iterator[Finding]:
    pattern = compiled(row["pattern"])
    found = (pattern.search(paper.text, span.start, span.end) for span in spans)
    first = next((one for one in found if one), None)
    if first:
        message = f"«{first.group()}» không còn từ {row['since']:%d/%m/%Y}: {row['now']}"
        yield finding(Span(*first.span()), "clarity.ended_body", row["severity"], message)
