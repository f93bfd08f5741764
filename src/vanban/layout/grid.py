"""Rows and cells, as the format tells them or as tabs set them in plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.input.source import SourceTable
from vanban.layout.line import Line
from vanban.layout.marker import marker_of
from vanban.model import Span
from vanban.rules.pattern import compiled

Row = list[Span]

LABEL = compiled(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[A-ZĐ]|[a-zđ])\)?[.)]?")


def words(text: str, cell: Span) -> str:
    """The words of a cell on one line, without bars."""
    return " ".join(text[cell.start : cell.end].replace("|", " ").split())


def told(table: SourceTable) -> list[Row]:
    """Rows of a table that the format knows; a cell merged downwards counts in each of its rows."""
    rows: dict[int, dict[int, Span]] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            rows.setdefault(row, {})[cell.column] = cell.span
    width = max((cell.column + cell.column_span for cell in table.cells), default=0)
    empty = Span(table.span.end, table.span.end)
    return [[rows[row].get(column, empty) for column in range(width)] for row in sorted(rows)]


def split(line: Line, mark: str) -> Row:
    """The cells of one line, outer bars left out."""
    inner = line.text.strip("|") if mark == "|" else line.text
    at = line.start + (line.text.index(inner) if inner else 0)
    cells: Row = []
    for piece in inner.split(mark):
        bare = piece.strip()
        start = at + (len(piece) - len(piece.lstrip()) if bare else 0)
        cells.append(Span(start, start + len(bare)))
        at += len(piece) + 1
    return cells


def tabbed(text: str, lines: Sequence[Line]) -> Iterator[list[Row]]:
    """Tables set with tabs; a row cut by a page break is put together again."""
    rows: list[Row] = []
    last = -2
    for at, line in enumerate(lines):
        tabs = line.text.count("\t")
        width = len(rows[0]) if rows else 0
        if tabs >= 2 or (tabs and rows and at - last == 1):
            cells = _leading(text, line) + split(line, "\t")
            begins = bool(LABEL.fullmatch(words(text, cells[0]))) or len(cells) == width
            if rows and at - last == 1 and 1 < len(rows[-1]) < width and _is_rest(text, cells):
                # The column of numbers is left out on its other lines.
                cells, begins = cells[1:], False
            if rows and at - last == 1 and len(rows[-1]) < width and not begins:
                tail = rows[-1][-1]
                rows[-1][-1] = Span(tail.start, cells[0].end)
                rows[-1] += cells[1:]
            else:
                if rows and at - last > 1:
                    yield rows
                    rows = []
                rows.append(cells)
            last = at
        elif rows and at - last == 1 and _runs_on(rows, line):
            tail = rows[-1][-1]
            rows[-1][-1] = Span(tail.start, line.end)
            last = at
    if rows:
        yield rows


def _is_rest(text: str, cells: Row) -> bool:
    """Whether a line leaves out the number and goes on in small letters."""
    said = words(text, cells[1]) if len(cells) > 1 else ""
    return not len(cells[0]) and said[:1].islower()


def _leading(text: str, line: Line) -> Row:
    """Empty cells at the beginning of a row: tabs before its first word."""
    before = text[text.rfind("\n", 0, line.start) + 1 : line.start]
    return [Span(line.start, line.start)] * before.count("\t")


def _runs_on(rows: list[Row], line: Line) -> bool:
    """Whether a line without tabs goes on with the last cell of the row before it."""
    if line.text[0].islower():
        return True
    unfinished = len(rows) > 1 and len(rows[-1]) < len(rows[0])
    return unfinished and not line.gap and marker_of(line) is None and not line.is_capitals
