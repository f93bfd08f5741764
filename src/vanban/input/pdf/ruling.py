"""Tables that a page draws with ruled lines."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from vanban.input.flow.cells import Edge, edge, enclosed
from vanban.input.flow.pages import RuledTable
from vanban.input.pdf.place import shown

# A page with more strokes than this is a drawing, not a page of tables.
_MANY = 20_000
_LEVEL = 1.0
_SHORTEST = 4.0


def tables(page: Any) -> list[RuledTable]:
    """The tables that the lines of a page (pypdfium2) make, their cells still without words.

    The lines come from PDFium, which reads them a hundred times faster than pdfplumber reads a
    page; pdfplumber's own rules then say which of them enclose cells.
    """
    edges = list(_edges(page))
    return enclosed(edges) if len(edges) <= _MANY else []


def _edges(page: Any) -> Iterator[Edge]:
    """The level and upright strokes of a page, and the sides of its filled boxes."""
    width, height = page.get_size()
    rotation = page.get_rotation()
    for seen, drawn in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)):
        if seen > _MANY:
            return
        if not _is_visible(drawn):
            continue
        for start, end in _strokes(drawn):
            box = shown((start[0], start[1], end[0], end[1]), width, height, rotation)
            stroke = _edge(box)
            if stroke is not None:
                yield stroke


def _is_visible(drawn: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke)
    return bool(fill.value or stroke.value)


def _strokes(drawn: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight segments of a path, in the coordinates of the page."""
    matrix = drawn.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for at in range(min(pdfium.FPDFPath_CountSegments(drawn), _MANY)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield point, first
        last = point


def _edge(box: tuple[float, float, float, float]) -> Edge | None:
    x0, x1 = sorted((box[0], box[2]))
    top, bottom = sorted((box[1], box[3]))
    upright = x1 - x0 <= _LEVEL and bottom - top >= _SHORTEST
    if not upright and not (bottom - top <= _LEVEL and x1 - x0 >= _SHORTEST):
        return None
    return edge(x0, top, x1, bottom, upright=upright)
