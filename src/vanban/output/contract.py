"""A reading as the JSON object that `gandan read --json` prints, agreed in the contract.

Plain `dict`, `list`, `str`, `int` and `None` only. Spans count characters of `Reading.text`. Keys
beyond the contract (rule, confidence, …) are additions; none changes the meaning of a key in it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from vanban.model import (
    Document,
    Duty,
    Finding,
    Header,
    Meeting,
    PartialMention,
    Petition,
    Reading,
    Reference,
    ReportDuty,
    Span,
    Sum,
)

_SHOWN = 80


def to_contract(reading: Reading) -> dict[str, Any]:
    """The whole file: source name, SHA-256 of its bytes, pages, documents in order."""
    return {
        "source": reading.source,
        "sha256": reading.sha256,
        "media": reading.media,
        "pages": len(reading.pages) or None,
        "documents": [document_object(document) for document in reading.documents],
        "warnings": [finding_object(warning) for warning in reading.warnings],
    }


def document_object(document: Document) -> dict[str, Any]:
    return {
        "span": [document.span.start, document.span.end],
        "header": header_object(document.header),
        "references": [reference_object(fact) for fact in document.references],
        "partial_mentions": [partial_object(fact) for fact in document.partial_mentions],
        "tasks": [duty_object(fact) for fact in document.duties],
        "report_duties": [report_duty_object(fact) for fact in document.report_duties],
        "meetings": [meeting_object(fact) for fact in document.meetings],
        "petitions": [petition_object(fact) for fact in document.petitions],
        "sums": [sum_object(fact) for fact in document.sums],
        "findings": [finding_object(fact) for fact in document.findings],
    }


def header_object(header: Header) -> dict[str, Any]:
    return {
        "kind": header.kind,
        "kind_is_inferred": header.kind_is_inferred,
        "number": header.number,
        "number_as_written": header.number_as_written,
        "number_literal": header.number_literal,
        "issued_on": iso(header.issued_on),
        "place": header.place,
        "issuers": list(header.issuers),
        "parent_body": header.parent_body,
        "subject": header.subject,
        "signers": [
            {"name": signer.name, "title": signer.title, "authority": signer.authority}
            for signer in header.signers
        ],
        "addressed_to": list(header.addressed_to),
        "recipients": list(header.recipients),
        "filing": header.filing,
        "spans": {field: [span.start, span.end] for field, span in header.spans.items()},
    }


def reference_object(fact: Reference) -> dict[str, Any]:
    return {
        **place(fact.span),
        "text": fact.text,
        "kind": fact.kind,
        "number": fact.number,
        "date": iso(fact.date),
        "issuer": fact.issuer,
        "role": fact.role,
        "relation": fact.relation or None,
        "rule": fact.rule,
        "confidence": fact.confidence,
    }


def partial_object(fact: PartialMention) -> dict[str, Any]:
    return {
        **place(fact.span),
        "text": fact.text,
        "kind": fact.kind,
        "means": fact.means,
        "mentions": [place(span) for span in fact.mentions],
        "rule": fact.rule,
    }


def duty_object(fact: Duty) -> dict[str, Any]:
    return {
        **place(fact.span),
        "text": shown(fact.text),
        "lead": list(fact.lead),
        "cooperating": list(fact.cooperating),
        "executors": list(fact.executors),
        "responsible_person": fact.responsible_person,
        "time_text": fact.time_text,
        "due": [day.isoformat() for day in fact.due],
        "recurrence": fact.recurrence,
        "section": fact.section,
        "lead_source": fact.lead_source,
        "is_report": fact.is_report,
        "rule": fact.rule,
        "confidence": fact.confidence,
    }


def report_duty_object(fact: ReportDuty) -> dict[str, Any]:
    return {
        **place(fact.span),
        "text": shown(fact.text),
        "who": fact.who,
        "to": fact.to,
        "period": fact.period,
        "due": iso(fact.due),
        "rule": fact.rule,
        "confidence": fact.confidence,
    }


def meeting_object(fact: Meeting) -> dict[str, Any]:
    return {
        **place(fact.span),
        "text": shown(fact.text),
        "level": fact.level,
        "sessions": fact.sessions,
        "by_mode": dict(fact.by_mode),
        "attendees": fact.attendees,
        "attendees_is_lower_bound": fact.attendees_is_lower_bound,
        "opinions": fact.opinions,
        "as_of": iso(fact.as_of),
        "rule": fact.rule,
    }


def petition_object(fact: Petition) -> dict[str, Any]:
    return {
        **place(fact.span),
        "text": shown(fact.text),
        "addressee_level": fact.addressee_level,
        "field": fact.field,
        "asked_of": list(fact.asked_of),
        "place": fact.place,
        "general_wish": fact.general_wish,
        "rule": fact.rule,
        "confidence": fact.confidence,
    }


def sum_object(fact: Sum) -> dict[str, Any]:
    return {
        **place(fact.span),
        "text": fact.text,
        "total": fact.total,
        "parts": list(fact.parts),
        "holds": fact.holds,
        "rule": fact.rule,
    }


def finding_object(fact: Finding) -> dict[str, Any]:
    return {
        **place(fact.span),
        "rule": fact.rule,
        "severity": fact.severity,
        "message": fact.message,
        "suggestion": fact.suggestion,
    }


def place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def shown(text: str) -> str:
    """The first 80 characters with white space folded, as the contract shows a statement."""
    return " ".join(text[:_SHOWN].split())
