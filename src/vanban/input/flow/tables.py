"""Tables that run over page breaks, put together again and written out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from vanban.input.flow.lines import Piece, lines_of
from vanban.input.flow.pages import RuledCell, RuledTable
from vanban.rules.pattern import compiled

# What stands over every official document (NĐ 30/2020, Phụ lục I; HD 05-HD/VPTW).
TITLES = compiled(
    r"độc\s+lập\s*[-–]\s*tự\s+do|cộng\s+h[oò][àa]\s+xã\s+hội|đảng\s+cộng\s+sản\s+việt\s+nam",
    regex.I,
)
# The frame around letterhead and signature is drawn in some files; it is no table.
_FRAME = compiled(rf"{TITLES.pattern}|n[ơo]i\s+nhận\s*:", regex.I)


@dataclass(slots=True)
class CellLines:
    column: int
    row_span: int
    column_span: int
    page: int
    lines: list[tuple[Piece, ...]]

    def text(self) -> str:
        return "\n".join(" ".join(piece.text for piece in line) for line in self.lines)


@dataclass(slots=True)
class LongTable:
    """The rows of one table, gathered over the pages that it runs over."""

    edges: tuple[float, ...]
    rows: list[list[CellLines]] = field(default_factory=list)

    def takes(self, table: RuledTable) -> bool:
        """Whether a table on the next page has the same columns."""
        return len(self.edges) == len(table.edges) and all(
            abs(mine - other) < 8 for mine, other in zip(self.edges, table.edges, strict=True)
        )

    def add(self, table: RuledTable, page: int) -> None:
        rows = _rows(table, page)
        if self.rows and rows and _same(rows[0], self.rows[0]):
            rows = rows[1:]
        if self.rows and rows and _is_rest(rows[0], self.rows[-1]):
            for cell, rest in zip(self.rows[-1], rows[0], strict=True):
                cell.lines.extend(rest.lines)
            rows = rows[1:]
        self.rows.extend(rows)


def is_frame(table: RuledTable) -> bool:
    """Whether the lines only frame letterhead or signature."""
    said = " ".join(piece.text for cell in table.cells for piece in cell.pieces)
    return not said.strip() or (len(table.cells) <= 6 and bool(_FRAME.search(said)))


def _rows(table: RuledTable, page: int) -> list[list[CellLines]]:
    rows: dict[int, list[CellLines]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(_lines(cell, page))
    return [rows[at] for at in sorted(rows)]


def _lines(cell: RuledCell, page: int) -> CellLines:
    lines = [line.pieces for line in lines_of(cell.pieces)]
    return CellLines(cell.column, cell.row_span, cell.column_span, page, lines)


def _same(row: Sequence[CellLines], first: Sequence[CellLines]) -> bool:
    """Whether a row repeats the heading row on a new page."""
    return [cell.text() for cell in row] == [cell.text() for cell in first]


def _is_rest(row: Sequence[CellLines], above: Sequence[CellLines]) -> bool:
    """Whether a page's first row is the rest of the last row before: no entry in its first cell."""
    if len(row) != len(above) or len(row) < 2:
        return False
    return not row[0].text().strip() and bool(above[0].text().strip())
