"""What the reader found, as rows: one `Found` per fact, its fields as plain JSON. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from gandan.domain.registry.models import FactKind
from vanban import __version__, model
from vanban.edition import edition

READER = f"vanban {edition(__version__)}"
"""By it a stored reading is told from what the program would read today."""
_KEPT_AS_COLUMNS = {"span", "fired", "rule", "confidence"}


Read = (
    model.Duty
    | model.ReportDuty
    | model.Reference
    | model.Meeting
    | model.Petition
    | model.Sum
    | model.Finding
)


@dataclass(frozen=True, slots=True)
class Found:
    kind: str
    ordinal: int
    span: model.Span
    rule: str
    confidence: float
    data: dict[str, Any]


def facts_of(document: model.Document) -> Iterator[Found]:
    """Every fact of a document, numbered within its kind in the order of reading."""
    yield Found(FactKind.HEADER, 0, _span_of_header(document), "", 1.0, header_of(document.header))
    by_kind: dict[FactKind, tuple[Read, ...]] = {
        FactKind.DUTY: document.duties,
        FactKind.REPORT_DUTY: document.report_duties,
        FactKind.REFERENCE: document.references,
        FactKind.MEETING: document.meetings,
        FactKind.PETITION: document.petitions,
        FactKind.SUM: document.sums,
        FactKind.FINDING: document.findings,
    }
    for kind, facts in by_kind.items():
        for ordinal, fact in enumerate(facts):
            confidence = float(getattr(fact, "confidence", 1.0))
            yield Found(kind, ordinal, fact.span, fact.rule, confidence, plain(fact))


def header_of(header: model.Header) -> dict[str, Any]:
    found: dict[str, Any] = plain(header)
    return found


def layout_of(document: model.Document) -> list[dict[str, Any]]:
    """The blocks of the text in order, for showing it as a document."""
    return [plain_block(block) for block in document.blocks]


def plain_block(block: model.Block) -> dict[str, Any]:
    """Empty fields are left out: a long document has thousands of blocks."""
    full: dict[str, Any] = {"span": plain(block.span), **plain(block)}
    return {key: value for key, value in full.items() if value not in (None, "", [], 0)}


def plain(value: Any) -> Any:
    """A value of the library as JSON: spans as [start, end], dates as ISO text."""
    if isinstance(value, model.Span):
        return [value.start, value.end]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain(getattr(value, field.name))
            for field in fields(value)
            if field.name not in _KEPT_AS_COLUMNS
        }
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return value


def _span_of_header(document: model.Document) -> model.Span:
    stated = document.header.spans.values()
    if not stated:
        return model.Span(document.span.start, document.span.start)
    return model.Span(min(span.start for span in stated), max(span.end for span in stated))
