"""One document of a file: its head, its running text, its foot and what is attached to it."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.input.source import SourceTable
from vanban.layout.body import Body
from vanban.layout.closing import closing_start, foot
from vanban.layout.component import rule
from vanban.layout.documents import letterhead_behind
from vanban.layout.flattened import head_columns
from vanban.layout.footnote import footnotes
from vanban.layout.letterhead import head
from vanban.layout.letterhead_lines import components_of
from vanban.layout.line import Line, numbers_joined
from vanban.layout.marker import marker_of
from vanban.layout.running_head import is_page_number, without_running_heads
from vanban.layout.subject import is_ground
from vanban.layout.table import RawTable, tables_of
from vanban.layout.tree import Tree
from vanban.layout.wrapping import Wrapping
from vanban.model import Span, Zone

_WANTS_NUMBER = ("ngày", "tháng", "năm", "số", "khoản", "Điều", "điểm", "điều")


def document_body(
    text: str,
    written: str,
    lines: list[Line],
    told: Sequence[SourceTable],
    notes: Sequence[Span],
) -> Body:
    """One document: its head, running text, foot, and what is attached; the numbers of footnotes stand
    in the text as `written`."""
    body = Body(text)
    lines = without_running_heads(text, lines)
    tables = tables_of(text, lines, told)
    lines = numbers_joined(_flowing(lines, tables))
    noted = footnotes(written, lines, notes)
    holes = [body.note(lines[first:last]) for first, last in noted]
    skipped = {at for first, last in noted for at in range(first, last)}
    lines = [line for at, line in enumerate(lines) if at not in skipped]
    behind = letterhead_behind(lines)
    lines, letterhead = lines[:behind], _head_pieces(lines[behind:])
    first = tables[0].span.start if tables else len(text)
    pieces = _head_pieces([line for line in lines if line.start < first])
    length, components = head(pieces)
    for piece, component in zip(pieces[:length], components, strict=True):
        body.line(piece, "header", component)
    head_end = pieces[length - 1].end if length else -1
    flow = [line for line in lines if line.start >= head_end]
    wrapping = Wrapping(flow)
    closing = closing_start(flow, 0)
    appendix = _appendix_start(flow, closing)
    running = flow[: min(closing if closing is not None else len(flow), appendix)]
    end = flow[len(running)].start if len(running) < len(flow) else len(text)
    preamble = _preamble_end(running, tables)
    tree = Tree()
    body.add(running[:preamble], [], holes, "preamble", Tree(), wrapping)
    body.add(
        running[preamble:], [t for t in tables if t.span.start < end], holes, "body", tree, wrapping
    )
    after = len(running)
    if closing is not None and closing <= appendix:
        parts, after = foot(flow, closing)
        for part in parts:
            zone: Zone = (
                "recipients" if part.part in ("recipients", "recipient", "filing") else "signature"
            )
            body.line(part.line, zone, part.part)
    _attached(body, flow[after:], [t for t in tables if t.span.start >= end], holes, wrapping)
    for piece, component in zip(letterhead, components_of(letterhead), strict=True):
        body.line(piece, "header", component)
    return body


def _attached(
    body: Body,
    lines: list[Line],
    tables: Sequence[RawTable],
    holes: Sequence[Span],
    wrapping: Wrapping,
) -> None:
    """Appendices: their headings are lines, the rest is laid out like the body under "PL"."""
    at = 0
    while (
        at < len(lines)
        and at < 16
        and not marker_of(lines[at])
        and not (tables and lines[at].start > tables[0].span.start)
    ):
        text = lines[at].text
        heads = (
            text.isupper()
            or rule("appendix").pattern.match(text)
            or rule("attached").pattern.match(text)
        )
        runs = at > 0 and not lines[at].gap and len(text) < 120
        if not (heads or runs):
            break
        body.line(
            lines[at], "appendix", "attached" if rule("attached").pattern.match(text) else "title"
        )
        at += 1
    body.add(lines[at:], tables, holes, "appendix", Tree("PL"), wrapping)


def _flowing(lines: Sequence[Line], tables: Sequence[RawTable]) -> list[Line]:
    """The lines outside tables, without bars and page numbers."""
    out: list[Line] = []
    gap = False
    waiting = [table.span for table in tables]
    for line in lines:
        while waiting and waiting[0].end <= line.start:
            waiting.pop(0)
        if line.text == "|":
            gap = True
            continue
        if waiting and waiting[0].start - 2 <= line.start < waiting[0].end:
            gap = True
            continue
        if is_page_number(line) and not (out and out[-1].text.endswith(_WANTS_NUMBER)):
            continue
        out.append(Line(line.start, line.end, line.text, max(1, line.gap)) if gap else line)
        gap = False
    return out


def _head_pieces(lines: Sequence[Line]) -> list[Line]:
    """The first lines, those set in columns taken apart."""
    return [piece for line in lines[:90] for piece in head_columns(line)]


def _preamble_end(lines: Sequence[Line], tables: Sequence[RawTable]) -> int:
    """The grounds and the chapeau end at the first printed number, the order or the first table."""
    table = tables[0].span.start if tables else None
    for at, line in enumerate(lines[:60]):
        marker = marker_of(line)
        if marker and not marker.is_bullet:
            return at
        if rule("enacting").pattern.match(line.text):
            return at + 1
        if table is not None and line.start > table:
            return at
    return _grounds_end(lines)


def _grounds_end(lines: Sequence[Line]) -> int:
    """Without numbers: the chapeau ends with a colon, or the grounds with their last paragraph."""
    for at, line in enumerate(lines[:60]):
        if line.text.endswith(":"):
            return at + 1
        begins = at > 0 and lines[at - 1].text.endswith((".", ";"))
        if begins and not is_ground(line):
            return at
    # A copy may break off among the grounds.
    return len(lines) if lines and len(lines) < 60 and is_ground(lines[0]) else min(1, len(lines))


def _appendix_start(lines: Sequence[Line], closing: int | None) -> int:
    """An appendix before any foot (the foot is lost, or the appendix is all there is)."""
    for at, line in enumerate(lines):
        if closing is not None and at >= closing:
            break
        if line.text[0] in "PB" and rule("appendix").pattern.match(line.text):
            return at
    return len(lines)
