"""The findings of a held document as they stand on a day.

What the text alone shows was found when the file came in and lies in its facts. What the register
of documents and the calendar decide may be otherwise tomorrow: it is asked whenever it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from django.db.models import QuerySet

from gandan.domain.registry.in_force import Register
from gandan.domain.registry.models import Document, Fact, FactKind, FactStatus
from gandan.kernel.calendar.resting import day_off
from gandan.kernel.timetable import timetable
from vanban import model
from vanban.checking import OUTSIDE, check_outside, said_once

Key = tuple[str, int, int]


def as_of_now(text: str, document: model.Document, register: Register) -> list[model.Finding]:
    """The findings of a document in the order of its text, the register and the calendar asked."""
    kept = (one for one in document.findings if one.rule not in OUTSIDE)
    asked = check_outside(
        text, document, registry=register, day_off=partial(day_off, timetable().calendar)
    )
    return sorted(said_once((*kept, *asked)), key=lambda one: (one.span, one.rule))


def findings_of(
    document: Document, facts: Iterable[Fact], visible: QuerySet[Document], day: date
) -> list[model.Finding]:
    """`as_of_now` of a held document, without what a person dismissed. `facts`: those of its latest
    reading."""
    held = list(facts)
    read = _read_again(document, held)
    register = Register(visible, read.references, on=document.issued_on or day, own=document.number)
    found = as_of_now(document.file.text if document.file else "", read, register)
    put_aside = {key_of(one) for one in map(_finding, dismissed(held))}
    return [one for one in found if key_of(one) not in put_aside]


def dismissed(facts: Iterable[Fact]) -> list[Fact]:
    """The findings of which a person said that they are no fault, each with who, when and why."""
    findings = (one for one in facts if one.kind == FactKind.FINDING)
    return [one for one in findings if one.status == FactStatus.REJECTED]


def kept_facts(facts: Sequence[Fact]) -> dict[Key, Fact]:
    """The facts of the findings that stand, by what tells one finding from another."""
    findings = (one for one in facts if one.kind == FactKind.FINDING)
    return {key_of(_finding(one)): one for one in findings if one.status != FactStatus.REJECTED}


def key_of(one: model.Finding) -> Key:
    return one.rule, one.span.start, one.span.end


def _read_again(document: Document, facts: list[Fact]) -> model.Document:
    return model.Document(
        span=model.Span(document.start, document.end),
        header=model.Header(number=document.number or None, issued_on=document.issued_on),
        references=tuple(_reference(one) for one in facts if one.kind == FactKind.REFERENCE),
        duties=tuple(_duty(one) for one in facts if one.kind == FactKind.DUTY),
        findings=tuple(_finding(one) for one in facts if one.kind == FactKind.FINDING),
    )


def _span(fact: Fact) -> model.Span:
    return model.Span(fact.start, fact.end)


def _finding(fact: Fact) -> model.Finding:
    said = fact.data
    return model.Finding(
        _span(fact), fact.rule, said["severity"], said["message"], said.get("suggestion")
    )


def _reference(fact: Fact) -> model.Reference:
    said, day = fact.value, fact.value.get("date")
    return model.Reference(
        span=_span(fact),
        text=fact.quote,
        kind=said.get("kind"),
        number=said.get("number"),
        date=date.fromisoformat(day) if day else None,
        issuer=said.get("issuer"),
    )


def _duty(fact: Fact) -> model.Duty:
    said = fact.value
    return model.Duty(
        span=_span(fact),
        text=fact.quote,
        due=tuple(date.fromisoformat(day) for day in said.get("due") or ()),
        time_spans=tuple(model.Span(a, b) for a, b in said.get("time_spans") or ()),
    )
