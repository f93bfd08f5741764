"""A page written out as text: blocks apart, list labels printed, tables with their cells."""

from __future__ import annotations

from typing import Any

import regex
from lxml import etree

from vanban.input.docx.labels import in_form
from vanban.input.html import charset, notes
from vanban.input.html.single_file import page_of
from vanban.input.html.tables import PageCell, draws_lines, rows_of
from vanban.input.order import Order
from vanban.input.refusals import refused
from vanban.input.source import Cell, Source, SourceTable
from vanban.input.writer import TextWriter
from vanban.input.xmltree import Element, local
from vanban.model import Finding, Span
from vanban.rules.pattern import compiled

_SKIPPED = {"script", "style", "head", "title", "noscript", "template", "del", "iframe", "object"}
_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "table", "tr", "td", "th",
    "tbody", "thead", "tfoot", "blockquote", "pre", "section", "article", "center", "hr", "dl",
    "dt", "dd", "body", "html", "form", "fieldset", "header", "footer", "main",
}  # fmt: skip
_HIDDEN = compiled(r"display\s*:\s*none|mso-hide\s*:\s*all", regex.I)
_FRAME = compiled(
    r"độc\s+lập\s*[-–]\s*tự\s+do|cộng\s+h[oò][àa]\s+xã\s+hội|đảng\s+cộng\s+sản\s+việt\s+nam"
    r"|n[ơo]i\s+nhận\s*:",
    regex.I,
)
_AS_TYPED = compiled(r"white-space\s*:\s*(?:pre|break-spaces)", regex.I)
_BLANK_LINES = compiled(r"\n\s*\n")
_BLANKS = compiled(r"[ \t\r\n\f\u00a0]+")
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_DEPTH = 150


def read(data: bytes, order: Order) -> Source:
    """The text of the page; scripts, styles and hidden parts left out, nothing fetched."""
    text, legacy_name = charset.decoded(page_of(data))
    root = _parsed(text)
    writer = _PageWriter()
    writer.block(root, 0)
    writer.end_line()
    spans = tuple(writer.writer.paragraph(note) for note in writer.notes)
    said = writer.writer.text()
    if not said.strip():
        raise refused("no-text")
    findings = (_converted(legacy_name),) if legacy_name else ()
    return Source(
        name=order.name,
        media="html",
        text=said,
        tables=tuple(writer.tables),
        notes=spans,
        findings=findings,
    )


def _parsed(text: str) -> Element:
    # An encoding declared inside must not be believed again: the text is decoded already.
    parser: Any = etree.HTMLParser(no_network=True, remove_comments=True, encoding="utf-8")
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        raise refused("no-text")
    return root


class _PageWriter:
    """Gathers inline words into lines and writes each block when it ends."""

    def __init__(self) -> None:
        self.writer = TextWriter()
        self.tables: list[SourceTable] = []
        self.notes: list[str] = []
        self._line: list[str] = []
        self._label = ""
        self._as_typed = False

    def block(self, element: Element, depth: int) -> None:
        if depth > _DEPTH or local(element) in _SKIPPED or _is_hidden(element):
            return
        if notes.is_note(element):
            self.notes.append(notes.labelled(element, _plain(element)))
            return
        if notes.is_mark(element):
            return
        name = local(element)
        if name == "table":
            self.end_line()
            self._table(element, depth)
            return
        if name == "br":
            self._line.append("\n")
            return
        apart = name in _BLOCKS
        if apart and not self._is_label_alone():
            self.end_line()
        if name == "li":
            self._label = _label(element)
            self._line.append(self._label + " ")
        around = self._as_typed
        self._as_typed = around or (apart and _is_as_typed(element))
        self._inline(element.text)
        for child in element.iterchildren("*"):
            self.block(child, depth + 1)
            self._inline(child.tail)
        if apart:
            self.end_line()
        self._as_typed = around

    def _is_label_alone(self) -> bool:
        """Whether only the label of an item stands on the line: its first block goes on with it."""
        return self._label != "" and "".join(self._line).strip() == self._label

    def _inline(self, text: str | None) -> None:
        if text:
            self._line.append(text if self._as_typed else _BLANKS.sub(" ", text))

    def end_line(self) -> None:
        """Write the words gathered, if there are any: as a paragraph, apart where a line is empty."""
        gathered, self._line = "".join(self._line), []
        for part in _BLANK_LINES.split(gathered):
            lines = [line.rstrip() if self._as_typed else line.strip() for line in part.split("\n")]
            said = "\n".join(line for line in lines if line)
            if said:
                self.writer.paragraph(said if self._as_typed else _BLANKS_INSIDE.sub(" ", said))

    def _table(self, table: Element, depth: int) -> None:
        rows = rows_of(table)
        if _is_frame(table, rows):
            self._frame(rows, depth)
            return
        self.writer.gap(2)
        start = self.writer.here
        cells: list[Cell] = []
        for at, row in enumerate(rows):
            if at:
                self.writer.put("\n")
            for position, cell in enumerate(row):
                if position:
                    self.writer.put("\t")
                span = self.writer.put(_plain(cell.element))
                cells.append(Cell(cell.row, cell.column, span, cell.row_span, cell.column_span))
        self.tables.append(SourceTable(Span(start, self.writer.here), tuple(cells)))

    def _frame(self, rows: list[list[PageCell]], depth: int) -> None:
        """Blocks side by side: the left column in full, then the next."""
        columns: dict[int, list[PageCell]] = {}
        for row in rows:
            for cell in row:
                columns.setdefault(cell.column, []).append(cell)
        if len(columns) == 1:
            for cell in columns.popitem()[1]:
                self.block(cell.element, depth + 1)
            return
        for column in sorted(columns):
            said = "\n".join(filter(None, (_plain(cell.element) for cell in columns[column])))
            if said:
                self.writer.paragraph(said)


_BLANKS_INSIDE = compiled(r" {2,}")


def _plain(element: Element) -> str:
    """The words of a cell or note, its blocks and breaks on lines of their own."""
    writer = _PageWriter()
    for child in [element.text, *element.iterchildren("*")]:
        if child is None or isinstance(child, str):
            writer._inline(child)
        else:
            writer.block(child, 0)
            writer._inline(child.tail)
    writer.end_line()
    return regex.sub(r"\n+", "\n", writer.writer.text().replace("\t", " "))


def _is_frame(table: Element, rows: list[list[PageCell]]) -> bool:
    cells = [cell for row in rows for cell in row]
    if len(cells) <= 1:
        return True
    columns = max(cell.column + cell.column_span for cell in cells)
    if len(rows) <= 4 and columns <= 4 and _FRAME.search(" ".join(table.itertext())[:4000]):
        return True
    return len(rows) <= 2 and columns <= 3 and not draws_lines(table)


def _is_as_typed(element: Element) -> bool:
    """Whether blanks and ends of lines are shown as they stand in the file."""
    return local(element) == "pre" or bool(_AS_TYPED.search(element.get("style") or ""))


def _is_hidden(element: Element) -> bool:
    """Also the head and foot of each page, which LibreOffice writes once around the text."""
    furniture = local(element) == "div" and element.get("title") in ("header", "footer")
    hidden = bool(_HIDDEN.search(element.get("style") or ""))
    return hidden or furniture or element.get("hidden") is not None


def _label(item: Element) -> str:
    """The label that a browser prints before a list item."""
    parent = item.getparent()
    if parent is None or local(parent) != "ol":
        return "-"
    start = parent.get("start") or "1"
    first = int(start) if start.lstrip("-").isdigit() else 1
    place = sum(1 for _ in item.itersiblings("li", preceding=True))
    return in_form(first + place, _FORMS.get(parent.get("type") or "1", "decimal")) + "."


def _converted(encoding: str) -> Finding:
    return Finding(
        Span(0, 0),
        "input.legacy",
        "warning",
        f"Chữ trong tệp viết theo bảng mã cũ {encoding}, đã được đổi sang Unicode.",
    )
