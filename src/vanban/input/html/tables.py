"""Tables of a page as a grid: rows and columns with spans."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.input.xmltree import Element, local

_MOST = 200


@dataclass(frozen=True, slots=True)
class PageCell:
    row: int
    column: int
    row_span: int
    column_span: int
    element: Element


def rows_of(table: Element) -> list[list[PageCell]]:
    """The cells of each row; a cell spanning down leaves its columns out of the rows below."""
    taken: set[tuple[int, int]] = set()
    rows: list[list[PageCell]] = []
    for at, row in enumerate(_rows(table)):
        cells: list[PageCell] = []
        column = 0
        for element in row.iterchildren("td", "th"):
            while (at, column) in taken:
                column += 1
            cell = PageCell(
                at, column, _span(element, "rowspan"), _span(element, "colspan"), element
            )
            taken.update(
                (at + down, column + right)
                for down in range(cell.row_span)
                for right in range(cell.column_span)
            )
            cells.append(cell)
            column += cell.column_span
        rows.append(cells)
    return rows


def draws_lines(table: Element) -> bool:
    """Whether lines are drawn: by the border attribute, or by styles of the table or its cells."""
    if (table.get("border") or "0").strip() not in ("0", ""):
        return True
    styled = [table, *table.iter("td", "th")][:80]
    return any(
        "solid" in (each.get("style") or "") and "border" in (each.get("style") or "")
        for each in styled
    )


def _rows(table: Element) -> list[Element]:
    rows = []
    for node in table.iterchildren("*"):
        if local(node) == "tr":
            rows.append(node)
        elif local(node) in ("tbody", "thead", "tfoot"):
            rows.extend(node.iterchildren("tr"))
    return rows


def _span(element: Element, name: str) -> int:
    said = (element.get(name) or "1").strip()
    return max(1, min(int(said), _MOST)) if said.isdigit() else 1
