"""The cells that level and upright strokes enclose, whether a PDF drew them or a scanner saw them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vanban.input.flow.pages import RuledTable, grid

SNAP = 3.0
_LEAST = 3

Edge = dict[str, Any]


def edge(x0: float, top: float, x1: float, bottom: float, *, upright: bool) -> Edge:
    """A stroke as pdfplumber's rules want it, in points from the top left."""
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "v" if upright else "h",
    }


def enclosed(edges: Sequence[Edge]) -> list[RuledTable]:
    """The tables whose cells these strokes enclose, still without words."""
    upright = sum(one["orientation"] == "v" for one in edges)
    if upright < _LEAST or len(edges) - upright < _LEAST:
        return []
    from pdfplumber import table

    merged = table.merge_edges(list(edges), SNAP, SNAP, SNAP, SNAP)
    cells = table.intersections_to_cells(table.edges_to_intersections(merged, SNAP, SNAP))
    drawn = (
        grid((cell[0], cell[1], cell[2], cell[3]) for cell in held)
        for held in table.cells_to_tables(cells)
    )
    return [each for each in drawn if each is not None]
