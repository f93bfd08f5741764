"""Tables on a picture of a page: the ruled lines seen, and painted over before letters are read.

A line is a long run of ink: four dots made one, in the direction of the line, stay dark only where
most of them are, and a run of such dots is longer than any stroke of a letter. A thin line on a page
that was turned is stepped: each row is seen with the darker of its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw

from vanban.input.flow.cells import Edge, edge, enclosed
from vanban.input.flow.pages import RuledTable
from vanban.rules.pattern import compiled

_DPI = 150
_POOLED = 4
# Level ink of twelve millimetres, upright ink higher than a letter of 14 points: a row of one line.
_LEVEL = compiled(rb"[\x00-\x8c]{18,}")
_UPRIGHT = compiled(rb"[\x00-\x8c]{7,}")
_MANY = 6_000
# A row of one line of letters is no higher, in dots of the small picture.
_ONE_LINE = 56
_POINTS = 72 / _DPI
_NEAR = 2.5


@dataclass(frozen=True, slots=True)
class Stroke:
    """A run of ink in dots of the small picture: from, to, and the row or column it lies in."""

    start: int
    end: int
    at: int
    upright: bool


def ruled(image: Image.Image, dpi: int) -> tuple[list[RuledTable], Image.Image]:
    """The tables drawn on a level grey page, and the page without the lines that draw them."""
    factor = dpi / _DPI
    size = (max(1, round(image.width / factor)), max(1, round(image.height / factor)))
    small = image.resize(size, Image.Resampling.BOX)
    strokes = [*_strokes(small, upright=False), *_strokes(small, upright=True)]
    if len(strokes) > _MANY:  # a photograph or a drawing
        return [], image
    letters = _stems(strokes)
    tables = enclosed([_edge(one) for one in strokes if one not in letters])
    return tables, _without(image, strokes, tables, factor) if tables else image


def _strokes(small: Image.Image, *, upright: bool) -> Iterator[Stroke]:
    turned = small.transpose(Image.Transpose.TRANSPOSE) if upright else small
    width = turned.width // _POOLED
    if not width:
        return
    for step in (-1, 1):
        turned = ImageChops.darker(turned, ImageChops.offset(turned, 0, step))
    pooled = turned.resize(
        (width, turned.height), Image.Resampling.BOX, (0, 0, width * _POOLED, turned.height)
    )
    dots = pooled.tobytes()
    for at in range(turned.height):
        for run in (_UPRIGHT if upright else _LEVEL).finditer(dots, at * width, (at + 1) * width):
            start, end = run.start() - at * width, run.end() - at * width
            # The ends lie somewhere in the dots beside the run.
            yield Stroke((start - 1) * _POOLED, (end + 1) * _POOLED, at, upright)


def _stems(strokes: Sequence[Stroke]) -> set[Stroke]:
    """Upright strokes that are stems of letters in a row of one line: as short as that row, they have
    no fellow above or below, as the side of a column has."""
    by_place: dict[int, list[Stroke]] = {}
    for one in strokes:
        if one.upright:
            by_place.setdefault(one.at, []).append(one)
    return {
        one
        for held in by_place.values()
        for one in held
        if _is_short(one)
        and all(
            _is_short(other) and other.start <= one.end and other.end >= one.start
            for at in (one.at - 1, one.at, one.at + 1)
            for other in by_place.get(at, ())
        )
    }


def _is_short(one: Stroke) -> bool:
    return one.end - one.start <= _ONE_LINE


def _edge(one: Stroke) -> Edge:
    start, end, at = one.start * _POINTS, one.end * _POINTS, (one.at + 0.5) * _POINTS
    if one.upright:
        return edge(at, start, at, end, upright=True)
    return edge(start, at, end, at, upright=False)


def _without(
    image: Image.Image, strokes: list[Stroke], tables: list[RuledTable], factor: float
) -> Image.Image:
    """The page with the strokes inside its tables painted white; a rule under a name stays."""
    bare = image.copy()
    brush = ImageDraw.Draw(bare)
    for one in strokes:
        if not any(_belongs(one, table) for table in tables):
            continue
        start, end = one.start * factor, one.end * factor
        near, far = (one.at - 1) * factor, (one.at + 2) * factor
        box = (near, start, far, end) if one.upright else (start, near, end, far)
        brush.rectangle(box, fill=255)
    return bare


def _belongs(one: Stroke, table: RuledTable) -> bool:
    """Whether a stroke is a side of a cell, and not a row of letters inside it."""
    middle, at = (one.start + one.end) / 2 * _POINTS, (one.at + 0.5) * _POINTS
    for cell in table.cells:
        left, top, right, bottom = cell.box
        sides, ends = (
            ((left, right), (top, bottom)) if one.upright else ((top, bottom), (left, right))
        )
        on_side = min(abs(at - side) for side in sides) < _NEAR
        if on_side and ends[0] - _NEAR <= middle <= ends[1] + _NEAR:
            return True
    return False
