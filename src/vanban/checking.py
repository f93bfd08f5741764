""" "Soát văn bản": a reading checked as a careful clerk would before the document leaves the house."""

from __future__ import annotations

from vanban.checks import (
    clarity,
    figures,
    form,
    naming,
    numbering,
    people,
    references,
    spelling,
    symbols,
    wording,
)
from vanban.checks.paper import DayOff, Paper, Registry
from vanban.model import Document, Finding, Reading

FAMILIES = (
    form,
    numbering,
    references,
    symbols,
    figures,
    clarity,
    wording,
    spelling,
    naming,
    people,
)


def check(
    reading: Reading, *, registry: Registry | None = None, day_off: DayOff | None = None
) -> tuple[Finding, ...]:
    """Every finding of every document of the file, in the order of the text.

    `registry` is asked about each reference and answers with a sentence if it is no longer in
    force; `day_off` is asked about each due day and answers with the name of the day off. Without
    `day_off` only Saturdays and Sundays are days off.
    """
    found = list(reading.warnings)
    for document in reading.documents:
        found += check_document(reading.text, document, registry=registry, day_off=day_off)
    return tuple(sorted(found, key=lambda one: (one.span, one.rule)))


def check_document(
    text: str,
    document: Document,
    *,
    registry: Registry | None = None,
    day_off: DayOff | None = None,
) -> tuple[Finding, ...]:
    """The findings of one document; each rule marks the same words once."""
    paper = Paper(text, document, registry, day_off)
    found = {(one.span, one.rule): one for family in FAMILIES for one in family.check(paper)}
    return tuple(sorted(found.values(), key=lambda one: (one.span, one.rule)))
