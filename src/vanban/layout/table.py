"""Tables: told by the format, or seen in plain text as tabs or as bars (`|`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from vanban.input.source import SourceTable
from vanban.layout.line import Line
from vanban.layout.marker import marker_of
from vanban.model import Span

Row = list[Span]

LABEL = regex.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[A-ZĐ]|[a-zđ])\)?[.)]?")
NUMBERS = regex.compile(r"s?\.?tt\.?|số\s*tt|no\.?", regex.IGNORECASE)
_HEADING = regex.compile(
    r"\b(?:s?tt|số\s+tt|nội\s+dung|nhiệm\s+vụ|công\s+việc|đơn\s+vị|cơ\s+quan|chủ\s+trì|phối\s+hợp|thời\s+(?:gian|hạn)"
    r"|tiến\s+độ|ghi\s+chú|sản\s+phẩm|kết\s+quả|chỉ\s+tiêu|số\s+lượng|tên|địa\s+điểm|thực\s+hiện|hoàn\s+thành)\b",
    regex.IGNORECASE,
)
_ONE_LINE = regex.compile(r"\|[^|\n]*(?:\|[^|\n]*)+\|?")
_DRAWN = regex.compile(r"[|:\-\s]+")


@dataclass(frozen=True, slots=True)
class RawTable:
    """The cells of a table by rows; `header` is its heading row, empty when it has none."""

    span: Span
    header: Row
    rows: list[Row]


def tables_of(text: str, lines: Sequence[Line], told: Sequence[SourceTable]) -> list[RawTable]:
    """Every table of data, in order. Frames set as tables (letterhead, signatures) are none."""
    found: list[RawTable] = []
    grids = [_told(table) for table in told]
    covered = [Span(table.span.start, table.span.end) for table in told]
    free = _outside(lines, covered)
    grids += _barred(free)
    grids += _tabbed(text, free)
    for rows in grids:
        table = _data(text, rows)
        if table:
            found.append(table)
    found.sort(key=lambda table: table.span)
    return _continued(text, found)


def words(text: str, cell: Span) -> str:
    """The words of a cell on one line, without bars."""
    return " ".join(text[cell.start : cell.end].replace("|", " ").split())


def _outside(lines: Sequence[Line], spans: Sequence[Span]) -> list[Line]:
    if not spans:
        return list(lines)
    return [
        line for line in lines if not any(span.start <= line.start < span.end for span in spans)
    ]


def _told(table: SourceTable) -> list[Row]:
    """Rows of a table that the format knows; a cell merged downwards counts in each of its rows."""
    rows: dict[int, dict[int, Span]] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            rows.setdefault(row, {})[cell.column] = cell.span
    width = max((cell.column + cell.column_span for cell in table.cells), default=0)
    empty = Span(table.span.end, table.span.end)
    return [[rows[row].get(column, empty) for column in range(width)] for row in sorted(rows)]


def _barred(lines: Sequence[Line]) -> Iterator[list[Row]]:
    """Tables drawn with bars: a bar on each line, or whole rows on one line."""
    at = 0
    while at < len(lines):
        text = lines[at].text
        if text == "|":
            at, rows = _bar_lines(lines, at)
            yield rows
        elif text[0] == "|" and _ONE_LINE.fullmatch(text):
            start = at
            while (
                at < len(lines) and lines[at].text[0] == "|" and _ONE_LINE.fullmatch(lines[at].text)
            ):
                at += 1
            yield [_split(line, "|") for line in lines[start:at] if not _DRAWN.fullmatch(line.text)]
        else:
            at += 1


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


def _split(line: Line, mark: str) -> Row:
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


def _tabbed(text: str, lines: Sequence[Line]) -> Iterator[list[Row]]:
    """Tables set with tabs; a row cut by a page break is put together again."""
    rows: list[Row] = []
    last = -2
    for at, line in enumerate(lines):
        tabs = line.text.count("\t")
        width = len(rows[0]) if rows else 0
        if tabs >= 2 or (tabs and rows and at - last == 1):
            cells = _leading(text, line) + _split(line, "\t")
            begins = bool(LABEL.fullmatch(words(text, cells[0]))) or len(cells) == width
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


def _leading(text: str, line: Line) -> Row:
    """Empty cells at the beginning of a row: tabs before its first word."""
    before = text[text.rfind("\n", 0, line.start) + 1 : line.start]
    return [Span(line.start, line.start)] * before.count("\t")


def _runs_on(rows: list[Row], line: Line) -> bool:
    """Whether a line without tabs goes on with the last cell of the row before it."""
    if line.text[0].islower():
        return True
    unfinished = 1 < len(rows) and len(rows[-1]) < len(rows[0])
    return unfinished and not line.gap and marker_of(line) is None and not line.is_capitals


def _data(text: str, rows: list[Row]) -> RawTable | None:
    """A table of data has three columns or more, or two under headings; a frame is not one."""
    rows = [row for row in rows if any(len(cell) for cell in row)]
    if not rows or max(map(len, rows)) < 2:
        return None
    width = max(map(len, rows))
    rows = [row + [Span(row[-1].end, row[-1].end)] * (width - len(row)) for row in rows]
    headed = NUMBERS.fullmatch(words(text, rows[0][0])) is not None or sum(bool(_HEADING.search(words(text, cell))) for cell in rows[0]) >= 2 and all(
        len(cell) < 200 for cell in rows[0]
    )
    labelled = sum(bool(LABEL.fullmatch(words(text, row[0]))) for row in rows)
    if not headed and (width < 3 or labelled * 2 < len(rows)):
        return None
    span = Span(min(cell.start for cell in rows[0]), max(cell.end for row in rows for cell in row))
    return RawTable(span, rows[0] if headed else [], rows[1:] if headed else rows)


def _continued(text: str, tables: list[RawTable]) -> list[RawTable]:
    """A table without headings goes on with the one before it; repeated headings are dropped."""
    out: list[RawTable] = []
    for table in tables:
        before = out[-1] if out else None
        if (
            before
            and before.header
            and _same_width(before, table)
            and _follows(text, before, table)
        ):
            out[-1] = RawTable(
                Span(before.span.start, table.span.end), before.header, before.rows + table.rows
            )
        else:
            out.append(table)
    return [_without_repeats(text, table) for table in out]


def _same_width(before: RawTable, table: RawTable) -> bool:
    return bool(table.rows) and len(before.header) == len(table.rows[0])


def _follows(text: str, before: RawTable, table: RawTable) -> bool:
    same = not table.header or _said(text, table.header) == _said(text, before.header)
    return same and len(text[before.span.end : table.span.start].split()) < 4


def _without_repeats(text: str, table: RawTable) -> RawTable:
    if not table.header:
        return table
    heading = _said(text, table.header)
    return RawTable(
        table.span, table.header, [row for row in table.rows if _said(text, row) != heading]
    )


def _said(text: str, row: Row) -> list[str]:
    return [words(text, cell).casefold() for cell in row]
