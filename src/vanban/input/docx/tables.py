"""Tables of a document: their grid with merged cells, and whether they are tables at all."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from vanban.input.docx.names import child, children, value, whole
from vanban.input.docx.styles import Styles, draws_lines
from vanban.input.xmltree import Element, local
from vanban.rules.pattern import compiled

_MAX_SPAN = 63
# What stands in the grid without lines at the head and the foot of every official document
# (NĐ 30/2020, Phụ lục I; HD 05-HD/VPTW): the national motto or the Party's title, the recipients.
FRAME = compiled(
    r"độc\s+lập\s*[-–]\s*tự\s+do|cộng\s+h[oò][àa]\s+xã\s+hội|đảng\s+cộng\s+sản\s+việt\s+nam"
    r"|^\s*(?:kính\s+gửi|n[ơo]i\s+nhận)\s*:?",
    regex.I | regex.M,
)


@dataclass(slots=True)
class GridCell:
    row: int
    column: int
    element: Element
    column_span: int = 1
    row_span: int = 1
    continued: bool = False


@dataclass(slots=True)
class Grid:
    rows: list[list[GridCell]] = field(default_factory=list)

    def columns(self) -> int:
        return max((cell.column + cell.column_span for row in self.rows for cell in row), default=0)


def grid_of(table: Element) -> Grid:
    """The cells by row and column; a cell continued from above is marked and adds to its origin."""
    grid = Grid()
    open_above: dict[int, GridCell] = {}
    for row in _rows(table):
        cells: list[GridCell] = []
        properties = child(row, "trPr")
        column = whole(value(child(properties, "gridBefore")))
        for element in _cells(row):
            cell = GridCell(len(grid.rows), column, element, column_span=_span(element))
            _merge_down(cell, open_above)
            cells.append(cell)
            column += cell.column_span
        grid.rows.append(cells)
    return grid


def is_frame(table: Element, grid: Grid, styles: Styles) -> bool:
    """Whether the table only places blocks side by side (letterhead, signature), and is no table."""
    if grid.columns() == 1 and len(grid.rows) == 1:
        return True
    if len(grid.rows) <= 4 and grid.columns() <= 4 and FRAME.search(_plain(table)):
        return True
    small = len(grid.rows) <= 2 and grid.columns() <= 3
    return small and not _has_lines(table, styles)


def _has_lines(table: Element, styles: Styles) -> bool:
    properties = child(table, "tblPr")
    own = child(properties, "tblBorders")
    if own is not None:
        return draws_lines(own) or _cells_have_lines(table)
    style = value(child(properties, "tblStyle"))
    return styles.table_has_borders(style) or _cells_have_lines(table)


def _cells_have_lines(table: Element) -> bool:
    return any(draws_lines(borders) for borders in table.iter("{*}tcBorders"))


def _plain(table: Element) -> str:
    lines = []
    for paragraph in table.iter("{*}p"):
        lines.append("".join(node.text or "" for node in paragraph.iter("{*}t")))
    return "\n".join(lines)[:4000]


def _rows(table: Element) -> list[Element]:
    rows = []
    for node in table.iterchildren("*"):
        name = local(node)
        if name == "tr" and child(node, "trPr", "del") is None:
            rows.append(node)
        elif name in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            rows.extend(_rows(node))
    return rows


def _cells(row: Element) -> list[Element]:
    cells = []
    for node in row.iterchildren("*"):
        name = local(node)
        if name == "tc":
            cells.append(node)
        elif name in ("sdt", "sdtContent", "customXml"):
            cells.extend(_cells(node))
    return cells


def _span(cell: Element) -> int:
    return min(max(whole(value(child(cell, "tcPr", "gridSpan")), 1), 1), _MAX_SPAN)


def _merge_down(cell: GridCell, open_above: dict[int, GridCell]) -> None:
    merge = (
        next(children(child(cell.element, "tcPr"), "vMerge"), None)
        if (child(cell.element, "tcPr") is not None)
        else None
    )
    if merge is None:
        open_above.pop(cell.column, None)
    elif value(merge) == "restart" or cell.column not in open_above:
        open_above[cell.column] = cell
    else:
        open_above[cell.column].row_span += 1
        cell.continued = True
