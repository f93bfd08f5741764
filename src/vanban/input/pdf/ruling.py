"""Tables that a page draws with ruled lines."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

from vanban.input.flow.pages import RuledTable, grid

_THIN = 3.0
_MANY = 20_000


def may_hold_table(page: Any) -> bool:
    """Whether the page draws upright and level lines at all: looking closer costs 100 ms."""
    upright = level = 0
    for seen, drawn in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2)):
        left, bottom, right, top = drawn.get_bounds()
        width, height = right - left, top - bottom
        upright += height > 8 and (width <= _THIN or width > 20)
        level += width > 20 and (height <= _THIN or height > 8)
        if upright >= 3 and level >= 3:
            return True
        if seen > _MANY:
            return False
    return False


def tables(page: Any) -> list[RuledTable]:
    """The tables of a pdfplumber page, their cells still without words."""
    found = []
    for table in page.find_tables():
        drawn = grid(tuple(cell) for cell in table.cells)
        if drawn is not None:
            found.append(drawn)
    return found
