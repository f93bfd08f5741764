"""Tables that a page draws with ruled lines."""

from __future__ import annotations

import io
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


class Rulers:
    """Finds the ruled tables of a file's pages; pdfplumber is loaded only when a page has lines."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._opened: Any = None

    def tables(self, page: Any, at: int) -> list[RuledTable]:
        """The tables of a page (pypdfium2) at this index, their cells still without words."""
        if not may_hold_table(page):
            return []
        if self._opened is None:
            import pdfplumber

            self._opened = pdfplumber.open(io.BytesIO(self._data))
        drawn = (
            grid(tuple(cell) for cell in table.cells)
            for table in self._opened.pages[at].find_tables()
        )
        return [table for table in drawn if table is not None]
