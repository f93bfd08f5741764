"""Tables: told by the format, or seen in plain text as tabs or as bars (`|`)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from vanban.input.source import SourceTable
from vanban.layout.bars import barred
from vanban.layout.grid import LABEL, Row, tabbed, told, words
from vanban.layout.line import Line
from vanban.layout.stacked import HEADING, NUMBERS, stacked
from vanban.model import Span
from vanban.rules.pattern import compiled

_RULE = compiled(r"^[ \t]*\|?[\s:|\-]*--[\s:|\-]*$", regex.MULTILINE)
_LONGEST_NAME = 40
_COUNT = compiled(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?\s*%?")


@dataclass(frozen=True, slots=True)
class RawTable:
    """The cells of a table by rows; `header` is its heading row, empty when it has none."""

    span: Span
    header: Row
    rows: list[Row]


def tables_of(text: str, lines: Sequence[Line], given: Sequence[SourceTable]) -> list[RawTable]:
    """Every table of data, in order. Frames set as tables (letterhead, signatures) are none."""
    found: list[RawTable] = []
    grids = [told(table) for table in given]
    covered = [Span(table.span.start, table.span.end) for table in given]
    free = _outside(lines, covered)
    grids += barred(free)
    grids += tabbed(text, free)
    grids += stacked(free)
    for rows in grids:
        table = _data(text, rows)
        if table:
            found.append(table)
    found.sort(key=lambda table: table.span)
    return _continued(text, found)


def _outside(lines: Sequence[Line], spans: Sequence[Span]) -> list[Line]:
    """The lines that stand in none of the spans."""
    ordered = sorted(spans)
    starts = [span.start for span in ordered]

    def is_free(line: Line) -> bool:
        at = bisect_right(starts, line.start) - 1
        return at < 0 or line.start >= ordered[at].end

    return [line for line in lines if is_free(line)]


def _data(text: str, rows: list[Row]) -> RawTable | None:
    """A table of data has three columns or more, or two under headings; a frame is not one."""
    rows = [row for row in rows if any(len(cell) for cell in row)]
    if not rows or max(map(len, rows)) < 2:
        return None
    width = max(map(len, rows))
    rows = [row + [Span(row[-1].end, row[-1].end)] * (width - len(row)) for row in rows]
    headed = NUMBERS.fullmatch(words(text, rows[0][0])) is not None or (
        sum(bool(HEADING.search(words(text, cell))) for cell in rows[0]) >= 2
        and all(len(cell) < 200 for cell in rows[0])
    )
    headed = headed or _is_drawn(text, rows) or _counts_under_words(text, rows)
    labelled = sum(bool(LABEL.fullmatch(words(text, row[0]))) for row in rows)
    if not headed and (width < 3 or labelled * 2 < len(rows)):
        return None
    span = Span(min(cell.start for cell in rows[0]), max(cell.end for row in rows for cell in row))
    if not headed:
        return RawTable(span, [], rows)
    height = _heading_rows(text, rows)
    return RawTable(span, _lowest(rows[:height]), rows[height:])


def _heading_rows(text: str, rows: list[Row]) -> int:
    """How many rows the headings take: «Đơn vị thực hiện» stands over «Chủ trì» and «Phối hợp»."""
    height = 1
    while height < len(rows) - 1 and _goes_down(text, rows[0], rows[height]):
        height += 1
    return height


def _goes_down(text: str, first: Row, row: Row) -> bool:
    """Whether a row still belongs to the headings: a cell of theirs is merged down into it, or it
    leaves the column of numbers empty and names columns only."""
    if len(row) != len(first):
        return False
    own = [cell for cell, above in zip(row, first, strict=True) if len(cell) and cell != above]
    merged = any(len(cell) and cell == above for cell, above in zip(row, first, strict=True))
    if merged or not own:
        return merged
    names = all(len(cell) <= _LONGEST_NAME and HEADING.search(words(text, cell)) for cell in own)
    return names and len(own) > 1 and not len(row[0])


def _lowest(headings: list[Row]) -> Row:
    """Of each column the lowest heading: it says which of the columns below one name this is."""
    lowest = list(headings[0])
    for row in headings[1:]:
        lowest = [cell if len(cell) else above for cell, above in zip(row, lowest, strict=True)]
    return lowest


def _is_drawn(text: str, rows: list[Row]) -> bool:
    """Whether a rule is drawn under the first row, as Markdown draws it under headings."""
    return len(rows) > 1 and bool(_RULE.search(text, rows[0][-1].end, rows[1][0].start))


def _counts_under_words(text: str, rows: list[Row]) -> bool:
    """Whether rows of figures stand under a row that has none."""
    if len(rows) < 3 or len(rows[0]) < 3:
        return False
    if any(_COUNT.fullmatch(words(text, cell)) for cell in rows[0]) or not all(map(len, rows[0])):
        return False
    cells = [words(text, cell) for row in rows[1:] for cell in row[1:] if len(cell)]
    return bool(cells) and sum(bool(_COUNT.fullmatch(cell)) for cell in cells) * 2 > len(cells)


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
    rows = [row for row in table.rows if not _repeats(_said(text, row), heading)]
    return RawTable(table.span, table.header, rows)


def _repeats(row: list[str], heading: list[str]) -> bool:
    """Whether a row says the headings again, or the lower of two rows of them."""
    pairs = list(zip(row, heading, strict=False))
    said = [(cell, head) for cell, head in pairs if cell]
    return row == heading or (len(said) > 1 and all(cell == head for cell, head in said))


def _said(text: str, row: Row) -> list[str]:
    return [words(text, cell).casefold() for cell in row]
