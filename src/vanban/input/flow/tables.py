"""Tables that run over page breaks, put together again and written out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import regex

from vanban.input.flow.lines import Piece, lines_of
from vanban.input.flow.pages import PageWords, RuledCell, RuledTable
from vanban.rules.pattern import compiled
from vanban.text.bare import bare

# What stands over every official document (NĐ 30/2020, Phụ lục I; HD 05-HD/VPTW).
TITLES = compiled(
    r"độc\s+lập\s*[-–]\s*tự\s+do|cộng\s+h[oò][àa]\s+xã\s+hội|đảng\s+cộng\s+sản\s+việt\s+nam",
    regex.I,
)
# The frame around letterhead and signature is drawn in some files; it is no table.
_FRAME = compiled(rf"{TITLES.pattern}|n[ơo]i\s+nhận\s*:", regex.I)

# «b) …», «- …»: what begins so is a statement of its own under a merged number.
_LISTS = compiled(r"(?:[a-zđ][.)]|[-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)])\s")
#: So many rows at most lie beside one merged cell that a page break cuts.
_TALLEST = 40


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

    def add(self, table: RuledTable, page: int) -> None:
        rows = _rows(table, page)
        rows = rows[_repeated(rows, self.rows) :]
        if self.rows and rows and self._completes(rows[0]):
            rows = rows[1:]
        self.rows.extend(rows)

    def _completes(self, row: Sequence[CellLines]) -> bool:
        """Whether a page's first row is the rest of the last row before, which then takes it."""
        said = [cell for cell in row if cell.text().strip()]
        rests = [(cell, upper) for cell in said if (upper := self._above(cell.column))]
        if not said or len(rests) < len(said) or not _is_rest(row, self.rows[-1]):
            return False
        for cell, upper in rests:
            upper.lines.extend(cell.lines)
        return True

    def _above(self, column: int) -> CellLines | None:
        """The cell of a column in the last row: its own, or one merged down into it."""
        for back, row in enumerate(reversed(self.rows[-_TALLEST:])):
            for cell in row:
                if cell.column == column:
                    return cell if cell.row_span > back else None
        return None


def without_frames(pages: Sequence[PageWords]) -> list[PageWords]:
    """The pages with only their tables: the words that frames hold go back among the lines."""
    out: list[PageWords] = []
    for at, page in enumerate(pages):
        neighbours = [
            *(pages[at - 1].tables[-1:] if at else ()),
            *(pages[at + 1].tables[:1] if at + 1 < len(pages) else ()),
        ]
        frames = [table for table in page.tables if _is_frame(table, neighbours)]
        freed = tuple(piece for table in frames for cell in table.cells for piece in cell.pieces)
        tables = tuple(table for table in page.tables if table not in frames)
        out.append(replace(page, pieces=page.pieces + freed, tables=tables))
    return out


def _is_frame(table: RuledTable, neighbours: Sequence[RuledTable]) -> bool:
    """Whether the lines only frame letterhead or signature. One row by itself is a table only where
    the next page, or the one before, has the others."""
    if table.is_one_row and not any(table.has_columns(other.edges) for other in neighbours):
        return True
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


def _is_rest(row: Sequence[CellLines], above: Sequence[CellLines]) -> bool:
    """A row that no number opens, all of whose words run on; where a number opened the row above, also
    one that leaves a cell empty, as a row of its own would not."""
    if len(row) < 2 or row[0].text().strip():
        return False
    said = [words for cell in row[1:] if (words := cell.text().strip())]
    if _LISTS.match(said[0]):
        return False
    if not any(words[0].isupper() for words in said):
        return True
    is_whole = len(said) == len(row) - 1 and all(words[0].isupper() for words in said)
    return bool(above[0].text().strip()) and not is_whole


def _repeated(rows: Sequence[list[CellLines]], first: Sequence[list[CellLines]]) -> int:
    """How many rows repeat the headings on a new page: as many as their tallest cell is high."""
    height = max((cell.row_span for cell in first[0]), default=1) if first else 0
    count = 0
    while count < min(len(rows), len(first), height) and _same(rows[count], first[count]):
        count += 1
    return count


def _same(row: Sequence[CellLines], first: Sequence[CellLines]) -> bool:
    """Whether a row says what another says, but for words misread or fallen out of their cell."""
    if len(row) != len(first):
        return False
    pairs = zip(map(_folded, row), map(_folded, first), strict=True)
    return sum(bool(one) and one == other for one, other in pairs) * 2 >= len(row)


def _folded(cell: CellLines) -> str:
    return "".join(bare(cell.text()).casefold().split())
