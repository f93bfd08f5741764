"""What a page gives to the flow: its words, and the tables that its ruled lines draw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vanban.input.flow.lines import Piece
from vanban.input.flow.turn import Turn


@dataclass(frozen=True, slots=True)
class RuledCell:
    row: int
    column: int
    row_span: int
    column_span: int
    box: tuple[float, float, float, float]
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table drawn on one page; its cells in reading order, boxes in points from the top left."""

    top: float
    bottom: float
    edges: tuple[float, ...]
    cells: tuple[RuledCell, ...]

    @property
    def is_one_row(self) -> bool:
        return all(cell.row == 0 for cell in self.cells)

    def has_columns(self, edges: tuple[float, ...]) -> bool:
        """Whether its columns stand where these edges are, as on the next page of one table."""
        return len(edges) == len(self.edges) and all(
            abs(mine - other) < 8 for mine, other in zip(self.edges, edges, strict=True)
        )


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page, upright; `turn` leads back to a scan that was straightened."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    tables: tuple[RuledTable, ...] = ()
    turn: Turn | None = None


def grid(boxes: Iterable[tuple[float, float, float, float]]) -> RuledTable | None:
    """The table that these cell boxes (x0, top, x1, bottom) make, or None for a mere frame.

    One row of three cells or more may be what a page break left of a table: whoever puts the pages
    together knows.
    """
    held = sorted(boxes, key=lambda box: (box[1], box[0]))
    columns = _clustered(x for box in held for x in (box[0], box[2]))
    rows = _clustered(y for box in held for y in (box[1], box[3]))
    if len(columns) < 3 or (len(rows) < 3 and len(columns) < 4):
        return None
    cells = []
    for box in held:
        left, right = _nearest(columns, box[0]), _nearest(columns, box[2])
        upper, lower = _nearest(rows, box[1]), _nearest(rows, box[3])
        cells.append(RuledCell(upper, left, max(lower - upper, 1), max(right - left, 1), box))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return RuledTable(rows[0], rows[-1], columns, tuple(cells))


def filled(table: RuledTable, pieces: Iterable[Piece]) -> tuple[RuledTable, list[Piece]]:
    """The table with its words in its cells, and the words that stand in none of them."""
    inside: list[list[Piece]] = [[] for _ in table.cells]
    outside = []
    for piece in pieces:
        at = _cell_at(table, (piece.x0 + piece.x1) / 2, piece.middle)
        if at is None:
            outside.append(piece)
        else:
            inside[at].append(piece)
    cells = tuple(
        RuledCell(c.row, c.column, c.row_span, c.column_span, c.box, tuple(held))
        for c, held in zip(table.cells, inside, strict=True)
    )
    return RuledTable(table.top, table.bottom, table.edges, cells), outside


def _cell_at(table: RuledTable, x: float, y: float) -> int | None:
    if not table.top - 2 <= y <= table.bottom + 2:
        return None
    for at, cell in enumerate(table.cells):
        x0, top, x1, bottom = cell.box
        if x0 - 1 <= x <= x1 + 1 and top - 1 <= y <= bottom + 1:
            return at
    return None


def _clustered(values: Iterable[float]) -> tuple[float, ...]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > 3:
            out.append(value)
    return tuple(out)


def _nearest(edges: tuple[float, ...], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))
