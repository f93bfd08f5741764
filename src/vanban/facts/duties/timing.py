"""The time of a duty: its own words, with the year that its heading or the subject supplies."""

from __future__ import annotations

import regex

from vanban.facts.context import Context
from vanban.facts.time import Piece, Time
from vanban.facts.time_sieve import Place
from vanban.layout.page import Layout
from vanban.model import Block, Span
from vanban.rules.pattern import placed

_YEAR_HEADING = placed(r"\s*(?:trong\s+)?năm\s+(20\d\d)\s*[:.]?\s*$", regex.IGNORECASE)


def time_of(page: Layout, span: Span, context: Context, year: int | None, place: Place) -> Time:
    """The times said in a stretch of the page; spans count from the start of the page's text."""
    return shifted(context.times.of(span.of(page.text), place, year), span.start)


def shifted(time: Time, by: int) -> Time:
    """The same time, its spans moved to a text in which its own begins at `by`."""
    if not time:
        return time
    return Time(
        tuple(
            Piece(
                Span(piece.span.start + by, piece.span.end + by),
                piece.words,
                piece.rule,
                piece.when,
            )
            for piece in time.pieces
        )
    )


def joined(*times: Time) -> Time:
    """Several times as one; what two of them say with the same words counts once."""
    pieces = {(piece.span, piece.rule): piece for time in times for piece in time.pieces}
    return Time(tuple(sorted(pieces.values(), key=lambda p: (p.span.start, -p.span.end))))


def year_for(page: Layout, block: Block, context: Context) -> int | None:
    """The year in which a phrase without one is read: that of a heading «Năm 2022» above the
    block, else the year of which the document's own subject speaks."""
    for above in page.ancestors(block):
        named = _YEAR_HEADING.match(page.said(above)) if above.kind == "heading" else None
        if named:
            return int(named[1])
    return context.subject_year
