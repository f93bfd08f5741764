"""Tables drawn with bars in plain text: whole rows, rows broken over lines, cells between bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.layout.grid import LABEL, Row, split
from vanban.layout.line import Line, joined
from vanban.layout.marker import marker_of
from vanban.model import Span
from vanban.rules.pattern import compiled

_ONE_LINE = compiled(r"\|[^|\n]*(?:\|[^|\n]*)+\|?")
_DRAWN = compiled(r"[|:\-\s]+")
# Bars alone on a line: the end of a row whose last cells are empty.
_CLOSES = compiled(r"[|\s]+")
_BETWEEN = " | "
_OPENS = compiled(r"\d{1,3}[.)]?\s\|\s")
_TALLEST, _NARROW = 60, 20


def barred(lines: Sequence[Line]) -> Iterator[list[Row]]:
    """Tables drawn with bars: a bar on each line, or whole rows on one line, with outer bars or not."""
    at = 0
    while at < len(lines):
        text = lines[at].text
        if text == "|":
            at, rows = _bar_lines(lines, at)
            yield rows
        elif text[0] == "|" and _ONE_LINE.fullmatch(text):
            at, rows = _outer_bars(lines, at)
            yield rows
        elif (bars := text.count(_BETWEEN)) >= 2:
            at, rows = _inner_bars(lines, at, bars)
            yield rows
        else:
            at += 1


def _outer_bars(lines: Sequence[Line], at: int) -> tuple[int, list[Row]]:
    """A table whose rows begin with a bar; what a cell says may run on over several lines."""
    bars = lines[at].text.count("|")
    rows: list[Row] = []
    while at < len(lines) and lines[at].text[0] == "|":
        if _DRAWN.fullmatch(lines[at].text):
            at += 1
            continue
        end = _end_of_row(lines, at, bars)
        if not _ONE_LINE.fullmatch(lines[at].text) and end - at < 2:
            break
        rows.append(split(joined(lines[at:end]), "|"))
        at = end
    return at, rows


def _end_of_row(lines: Sequence[Line], at: int, bars: int) -> int:
    """Where a row ends that has as many bars as the first one; it is one line where it never has."""
    seen = lines[at].text.count("|")
    end = at + 1
    while seen < bars and end < min(len(lines), at + _TALLEST):
        text = lines[end].text
        is_apart = lines[end].gap > 0 and lines[end - 1].text[-1] == "|"
        if is_apart or (text[0] == "|" and not _CLOSES.fullmatch(text)):
            break
        seen += text.count("|")
        end += 1
    return end if seen >= bars or _is_cut_off(lines, at, end) else at + 1


def _is_cut_off(lines: Sequence[Line], at: int, end: int) -> bool:
    """Whether a copy breaks off within the row, or another row follows a cell that a bar has closed."""
    if end == len(lines):
        return not any(line.gap for line in lines[at + 1 : end])
    return end - at > 1 and lines[end].text[0] == "|" and lines[end - 1].text[-1] == "|"


def _inner_bars(lines: Sequence[Line], at: int, bars: int) -> tuple[int, list[Row]]:
    """A table with bars only between its cells; a row that a number opens may be broken over lines."""
    rows: list[Row] = []
    while at < len(lines):
        end = at + 1
        if lines[at].text.count(_BETWEEN) != bars:
            end = _end_of_numbered(lines, at, bars)
            if end == at:
                break
        while end < len(lines) and _ends_cell(lines[end]):
            end += 1
        rows.append(split(joined(lines[at:end]), "|"))
        at = end
    return at, rows


def _ends_cell(line: Line) -> bool:
    """Whether a line without bars is the rest of the last cell: a few words, nothing that opens."""
    few = len(line.text) <= _NARROW and not line.gap and "|" not in line.text
    return few and line.text[-1] != ":" and marker_of(line) is None


def _end_of_numbered(lines: Sequence[Line], at: int, bars: int) -> int:
    """Where a broken row ends, or where it begins if it is none."""
    if not _OPENS.match(lines[at].text):
        return at
    seen, end = lines[at].text.count(_BETWEEN), at + 1
    while (
        seen < bars and end < min(len(lines), at + _TALLEST) and not _OPENS.match(lines[end].text)
    ):
        seen += (" " + lines[end].text).count(_BETWEEN)
        end += 1
    return end if seen == bars else at


def _bar_lines(lines: Sequence[Line], at: int) -> tuple[int, list[Row]]:
    """A table whose cells stand between lines that hold one bar; two bars end a row."""
    rows: list[Row] = []
    row: Row = []
    at += 1
    while at < len(lines):
        line = lines[at]
        if line.text == "|":
            blank = line.gap > 0
            width = len(rows[0]) if rows else 0
            if row and not blank and not (len(row) < width and not _labelled(lines, at + 1)):
                rows.append(row)
                row = []
            else:
                row.append(Span(line.start, line.start))
            at += 1
            continue
        if line.gap and row:
            break
        start = at
        while at < len(lines) and lines[at].text != "|":
            at += 1
        row.append(Span(lines[start].start, lines[at - 1].end))
        at += 1
    if row:
        rows.append(row)
    return at, rows


def _labelled(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and bool(LABEL.fullmatch(lines[at].text))
