"""The time of a duty: its own words, with the year that its heading or the subject supplies."""

from __future__ import annotations

from dataclasses import replace

import regex

from vanban.facts.context import Context
from vanban.facts.time import Place, Time, parse
from vanban.layout.page import Layout
from vanban.model import Block, Span

_YEAR_HEADING = regex.compile(r"\s*(?:trong\s+)?năm\s+(20\d\d)\s*[:.]?\s*$", regex.IGNORECASE)
_YEAR_IN_SUBJECT = regex.compile(
    r"(?<!đến\s+|hết\s+|trước\s+|từ\s+)\bnăm\s+(20\d\d)\b(?!\s*[-–]\s*20)", regex.IGNORECASE
)


def time_of(page: Layout, span: Span, context: Context, year: int | None, place: Place) -> Time:
    """The times said in a stretch of the page; spans count from the start of the page's text."""
    time = parse(span.of(page.text), context.issued_on, year, place)
    return shifted(time, span.start)


def shifted(time: Time, by: int) -> Time:
    """The same time, its spans moved to a text in which its own begins at `by`."""
    return Time(
        tuple(
            replace(piece, span=Span(piece.span.start + by, piece.span.end + by))
            for piece in time.pieces
        )
    )


def joined(*times: Time) -> Time:
    """Several times as one; what two of them say with the same words counts once."""
    pieces = {(piece.span, piece.rule): piece for time in times for piece in time.pieces}
    return Time(tuple(sorted(pieces.values(), key=lambda p: (p.span.start, -p.span.end))))


def year_for(page: Layout, block: Block, context: Context) -> int | None:
    """The year in which a phrase without one is read: that of a heading «Năm 2022» above the
    block, else the one year that the document's own subject names, if it is not a past one."""
    for above in page.ancestors(block):
        named = _YEAR_HEADING.match(page.said(above)) if above.kind == "heading" else None
        if named:
            return int(named[1])
    return subject_year(context)


def subject_year(context: Context) -> int | None:
    said = {int(found[1]) for found in _YEAR_IN_SUBJECT.finditer(context.header.subject or "")}
    if len(said) != 1:
        return None
    year = said.pop()
    issued = context.issued_on
    return year if issued is None or issued.year <= year <= issued.year + 1 else None
