"""Bytes in, facts with their words out: the whole way a file takes through the library."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from vanban.facts import (
    duty,
    figure,
    header,
    meeting,
    partial_mention,
    petition,
    reference,
    report_duty,
)
from vanban.facts.context import Context
from vanban.facts.header_day import year_of_issue
from vanban.facts.petition_duties import without_petitions
from vanban.input import Limits, Source, open_source
from vanban.layout import lay_out
from vanban.layout.page import Layout
from vanban.model import Document, Finding, Reading, Span
from vanban.rules.scanned import forget
from vanban.text.cleaning import Clean, clean
from vanban.text.moving import moved
from vanban.text.spelling import respelled, spelling_of


def read(data: bytes, name: str, *, ocr: bool = True, limits: Limits | None = None) -> Reading:
    """Read one file of any supported kind. Spans of the result count characters of `Reading.text`.

    Raises `vanban.input.Rejected`, whose text is one Vietnamese sentence, and nothing else.
    """
    source = open_source(data, name, ocr=ocr, limits=limits or Limits())
    return replace(read_source(source), sha256=hashlib.sha256(data).hexdigest())


def read_source(source: Source) -> Reading:
    """Read a text that is already open; `sha256` stays empty."""
    cleaned = clean(source.text)
    try:
        documents = tuple(_facts(page) for page in _pages(source, cleaned))
    finally:
        forget()
    spell = spelling_of(cleaned.written) if cleaned.written != cleaned.text else None
    if spell:
        documents = respelled(documents, spell)
    if not cleaned.offsets.identical:
        documents = _parting(moved(documents, cleaned.offsets.to_original), len(source.text))
    if source.metadata and documents:
        from vanban.input.edxml.trusted import trusted

        first = documents[0]
        first = replace(first, header=trusted(first.header, source.metadata))
        documents = (first, *documents[1:])
    return Reading(
        source=source.name,
        sha256="",
        media=source.media,
        text=source.text,
        documents=documents,
        pages=source.pages,
        warnings=(*source.findings, *_repairs(cleaned)),
        words=source.words,
    )


def _parting(documents: tuple[Document, ...], end: int) -> tuple[Document, ...]:
    """The same documents; characters that nobody sees, between two of them, go with the first."""
    starts = [0, *(document.span.start for document in documents[1:]), end]
    return tuple(
        replace(document, span=Span(start, following))
        for document, start, following in zip(documents, starts, starts[1:], strict=False)
    )


def _repairs(cleaned: Clean) -> tuple[Finding, ...]:
    """What was read otherwise than it stands in the file, at its place there."""
    found = tuple(repair.finding() for repair in cleaned.repairs)
    glued = tuple(word.finding() for word in cleaned.glued)
    return (*glued, *moved(found, cleaned.offsets.to_original))


def _pages(source: Source, cleaned: Clean) -> tuple[Layout, ...]:
    """The documents laid out, what the format knows of tables and notes brought along."""
    to_clean = cleaned.offsets.to_clean
    return lay_out(cleaned, moved(source.tables, to_clean), moved(source.notes, to_clean))


def _facts(page: Layout) -> Document:
    """The facts of one document, those first that the others ask for."""
    head = header.find(page, reference.self_mention(page))
    references = reference.find(page, Context(head))
    context = Context(header.corrected(head, references), references, year_of_issue(page))
    petitions = petition.find(page, context)
    duties = tuple(without_petitions(page, context, duty.find(page, context), petitions))
    return Document(
        span=page.span,
        header=context.header,
        references=references,
        partial_mentions=partial_mention.find(page, context),
        duties=duties,
        report_duties=tuple(report_duty.of_duties(page, context, duties)),
        meetings=meeting.find(page, context),
        petitions=petitions,
        sums=figure.find(page, context),
        blocks=page.blocks,
    )
