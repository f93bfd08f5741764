"""The time of a duty: its own words, with the year that its heading or the subject supplies."""

from __future__ import annotations

import regex

from vanban.facts.context import Context
from vanban.facts.time import Piece, Time
from vanban.facts.time_sieve import Place
from vanban.layout.page import Layout
from vanban.model import Block, Span
from vanban.rules.pattern import placed

# The title of a document goes on in small letters behind its number and issuer.
_TITLE = placed(r"\s+[“\"]?\p{L}[^.;:,]*")
_YEAR_HEADING = placed(r"\s*(?:trong\s+)?năm\s+(20\d\d)\s*[:.]?\s*$", regex.IGNORECASE)


def time_of(page: Layout, span: Span, context: Context, year: int | None, place: Place) -> Time:
    """The times said in a stretch of the page; spans count from the start of the page's text."""
    time = shifted(context.times.of(span.of(page.text), place, year), span.start)
    return _outside_titles(page.text, span, context, time) if place == "prose" else time


def _outside_titles(text: str, span: Span, context: Context, time: Time) -> Time:
    """Without the years of titles: «theo Hướng dẫn số 12-HD/BTG về tuyên truyền trong năm 2026»."""
    years = [piece for piece in time.pieces if piece.when.grain == "year"]
    titles = [
        Span(mention.span.end, found.end())
        for mention in (context.references if years else ())
        if mention.number and span.start <= mention.span.start and mention.span.end < span.end
        if (found := _TITLE.match(text, mention.span.end, span.end))
    ]
    if not titles:
        return time
    within = {piece.span for piece in years if any(title.contains(piece.span) for title in titles)}
    return Time(tuple(piece for piece in time.pieces if piece.span not in within))


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
