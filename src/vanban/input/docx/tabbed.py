"""Tables typed with tabs: paragraphs one after another that have as many cells each."""

from __future__ import annotations

from vanban.input.source import Cell, SourceTable
from vanban.input.writer import TextWriter
from vanban.model import Span

# Fewer cells or rows are a line of addresses, a sum or a signature set apart by tabs.
_FEWEST_CELLS = 3
_FEWEST_ROWS = 3


class TabbedRows:
    """Holds back tabbed paragraphs until it is known whether they are the rows of a table."""

    def __init__(self, writer: TextWriter, tables: list[SourceTable]) -> None:
        self._writer = writer
        self._tables = tables
        self._rows: list[list[str]] = []

    def begins(self, said: str) -> bool:
        """Whether this paragraph is held back as the first row, which has no empty cell."""
        cells = _cells(said)
        if len(cells) < _FEWEST_CELLS or not all(cells):
            return False
        self._rows = [cells]
        return True

    def goes_on(self, said: str) -> bool:
        """Whether this paragraph is held back as a further row; if not, the rows before are written."""
        cells = _cells(said)
        if not self._rows or len(cells) != len(self._rows[0]):
            self.write()
            return False
        self._rows.append(cells)
        return True

    def write(self) -> None:
        """Write what was held back: as a table, or where it is too little for one, line by line."""
        rows, self._rows = self._rows, []
        if len(rows) < _FEWEST_ROWS:
            for row in rows:
                self._writer.paragraph(" ".join(filter(None, row)))
            return
        self._writer.gap(2)
        start = self._writer.here
        cells: list[Cell] = []
        for at, row in enumerate(rows):
            self._writer.put("\n" if at else "")
            for column, said in enumerate(row):
                self._writer.put("\t" if column else "")
                cells.append(Cell(at, column, self._writer.put(said)))
        self._tables.append(SourceTable(Span(start, self._writer.here), tuple(cells)))


def _cells(said: str) -> list[str]:
    return [" ".join(cell.split()) for cell in said.split("\t")]
