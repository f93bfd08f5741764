"""From cleaned text to documents, zones, statements and tables."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.input.source import SourceTable
from vanban.layout.body import Body
from vanban.layout.document import document_body
from vanban.layout.documents import beginnings
from vanban.layout.ending import with_ending
from vanban.layout.frame import without_frames
from vanban.layout.heading import with_headings
from vanban.layout.line import lines_of
from vanban.layout.markup import without_markup
from vanban.layout.page import Layout
from vanban.model import Span
from vanban.text.cleaning import Clean

_CELLS = {ord("\n"): " ", ord("|"): " ", ord("\f"): " "}


def lay_out(
    clean: Clean, tables: Sequence[SourceTable] = (), notes: Sequence[Span] = ()
) -> tuple[Layout, ...]:
    """The documents of one file, in order. `tables` and `notes` are what the format itself knows."""
    text = without_markup(without_frames(clean.text))
    lines = lines_of(text)
    if not lines:
        return (Layout(text, Span(0, len(text)), written=clean.written),)
    starts = beginnings(lines)
    bounds = [0, *(lines[at].start for at in starts[1:]), len(text)]
    made: list[tuple[Span, Body]] = []
    for number, at in enumerate(starts):
        last = starts[number + 1] if number + 1 < len(starts) else len(lines)
        span = Span(bounds[number], bounds[number + 1])
        mine = [table for table in tables if span.start <= table.span.start < span.end]
        mine_notes = [note for note in notes if span.start <= note.start < span.end]
        made.append((span, document_body(text, clean.written, lines[at:last], mine, mine_notes)))
    laid = _blanked(
        text,
        [gap for _, body in made for gap in body.gaps],
        [row for _, body in made for row in body.rows],
    )
    apart = _only_notes(
        text, [b.span for _, body in made for b in body.blocks if b.kind == "footnote"]
    )
    return tuple(
        Layout(
            laid,
            span,
            tuple(with_ending(laid, with_headings(laid, body.blocks))),
            tuple(body.tables),
            clean.written,
            apart,
        )
        for span, body in made
    )


def _blanked(text: str, gaps: Sequence[Span], rows: Sequence[Span]) -> str:
    """Nothing is kept between two lines of a statement; a row of a table keeps its words."""
    pieces: list[str] = []
    at = 0
    for span, is_row in sorted([(gap, False) for gap in gaps] + [(row, True) for row in rows]):
        if span.start < at:
            continue
        inside = text[span.start : span.end]
        pieces += (text[at : span.start], inside.translate(_CELLS) if is_row else " " * len(inside))
        at = span.end
    return "".join((*pieces, text[at:]))


def _only_notes(text: str, notes: Sequence[Span]) -> str:
    """Blanks, with the footnotes at their places; empty when there are none."""
    if not notes:
        return ""
    pieces: list[str] = []
    at = 0
    for note in sorted(notes):
        pieces += (" " * (note.start - at), text[note.start : note.end].replace("\n", " "))
        at = note.end
    return "".join((*pieces, " " * (len(text) - at)))
