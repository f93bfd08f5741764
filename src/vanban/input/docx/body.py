"""The body of a document written out as text, in the order in which it is read."""

from __future__ import annotations

from vanban.input.docx.labels import Labels
from vanban.input.docx.letterhead import TabbedHead, untabbed
from vanban.input.docx.names import child, value
from vanban.input.docx.runs import RunReader, Seen
from vanban.input.docx.styles import Styles
from vanban.input.docx.tabbed import TabbedRows
from vanban.input.docx.tables import Grid, GridCell, grid_of, is_frame
from vanban.input.source import Cell, SourceTable
from vanban.input.writer import TextWriter
from vanban.input.xmltree import Element, local
from vanban.model import Span

# Blocks may nest (a table in a cell in a text box); deeper than this is an attack.
_DEPTH = 20
_CONTAINERS = ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")


class BodyWriter:
    """Writes paragraphs and tables; `tables` gathers the tables that are more than a frame."""

    def __init__(self, styles: Styles, labels: Labels, seen: Seen, writer: TextWriter) -> None:
        self._styles = styles
        self._labels = labels
        self._seen = seen
        self._runs = RunReader(styles, seen)
        self._writer = writer
        self._carried = ""
        self._head = TabbedHead(writer)
        self.tables: list[SourceTable] = []
        self._typed = TabbedRows(writer, self.tables)

    def blocks(self, container: Element, depth: int = 0) -> None:
        """Every block of a body, text box or note, each paragraph apart from the next."""
        if depth > _DEPTH:
            return
        for node in container.iterchildren("*"):
            name = local(node)
            if name == "p":
                self._paragraph(node, depth)
            elif name == "tbl":
                self._table(node, depth)
            elif name in _CONTAINERS:
                self.blocks(node, depth + 1)
            elif name == "AlternateContent":
                first = next(node.iterchildren("*"), None)
                if first is not None:
                    self.blocks(first, depth + 1)
            elif name == "altChunk":
                self._seen.counts["outside"] += 1

    def end(self) -> None:
        """Write out what is still held back, before a table and at the end of the body."""
        self._head.write()
        self._typed.write()

    def lines(self, container: Element, depth: int = 0) -> list[str]:
        """The paragraphs of a cell or note as lines, without writing them; blank ones dropped."""
        if depth > _DEPTH:
            return []
        found: list[str] = []
        for node in container.iterchildren("*"):
            name = local(node)
            if name == "p":
                said, boxes = self._said(node)
                found.extend(line.strip() for line in said.replace("\t", " ").split("\n"))
                for box in boxes:
                    found.extend(self.lines(box, depth + 1))
            elif name == "tbl":
                found.extend(self._nested(node, depth))
            elif name in _CONTAINERS:
                found.extend(self.lines(node, depth + 1))
        return [line for line in found if line]

    def _nested(self, table: Element, depth: int) -> list[str]:
        """A table inside a cell: one line a row."""
        rows = grid_of(table).rows
        return [
            " ".join(line for cell in row for line in self.lines(cell.element, depth + 1))
            for row in rows
        ]

    def _paragraph(self, paragraph: Element, depth: int) -> None:
        said, boxes = self._said(paragraph)
        held = said and (
            self._typed.goes_on(said) or self._head.takes(said) or self._typed.begins(said)
        )
        if said and not held:
            self._writer.paragraph(untabbed(said).strip())
        for box in boxes:
            self.blocks(box, depth + 1)

    def _said(self, paragraph: Element) -> tuple[str, list[Element]]:
        """The label and the words, tabs before them kept: they may be empty cells. A paragraph whose
        mark was deleted runs on into the next."""
        properties = child(paragraph, "pPr")
        words = self._runs.words(paragraph)
        text = self._carried + words.text()
        self._carried = ""
        mark_deleted = child(properties, "rPr", "del") is not None
        if mark_deleted:
            self._seen.counts["changes"] += 1
            self._carried = text
            return "", words.boxes
        if not text.strip():
            return "", words.boxes
        label = self._labels.label(properties, value(child(properties, "pStyle")))
        said = text.rstrip().lstrip(" \n")
        return f"{label} {said.strip()}" if label else said, words.boxes

    def _table(self, table: Element, depth: int) -> None:
        self.end()
        grid = grid_of(table)
        if is_frame(table, grid, self._styles):
            self._frame(grid, depth)
        else:
            self._rows(grid)

    def _frame(self, grid: Grid, depth: int) -> None:
        """A table that only places blocks: its left column in full, then the next."""
        if grid.columns() == 1:
            for row in grid.rows:
                for cell in row:
                    self.blocks(cell.element, depth + 1)
            return
        by_column: dict[int, list[str]] = {}
        for row in grid.rows:
            for cell in row:
                by_column.setdefault(cell.column, []).extend(self.lines(cell.element))
        for column in sorted(by_column):
            if by_column[column]:
                self._writer.paragraph("\n".join(by_column[column]))

    def _rows(self, grid: Grid) -> None:
        """A real table: a row a line, tabs between cells, a cell's paragraphs on lines of it."""
        self._writer.gap(2)
        start = self._writer.here
        cells: list[Cell] = []
        for row in grid.rows:
            if cells:
                self._writer.put("\n")
            for position, cell in enumerate(row):
                if position:
                    self._writer.put("\t")
                span = self._writer.put("\n".join(self.lines(cell.element)))
                if not cell.continued:
                    cells.append(_cell(cell, span))
        self._writer.gap(1)
        self.tables.append(SourceTable(Span(start, self._writer.here), tuple(cells)))


def _cell(cell: GridCell, span: Span) -> Cell:
    return Cell(
        row=cell.row,
        column=cell.column,
        span=span,
        row_span=cell.row_span,
        column_span=cell.column_span,
    )
