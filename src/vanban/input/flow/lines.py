"""Words put together into segments and lines by where they stand on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

import regex

from vanban.rules.pattern import compiled

# Words of one line further apart than this many letter heights belong to different columns.
_COLUMN_GAP = 1.35
# A short mark before a tab ("-", "1.", "a)") is no column of its own.
_MARK = compiled(r"(?:[-–+*•·]|\(?(?:\d{1,3}|[a-zđ]|[IVXLC]{1,6})(?:[.)]|\.\d{1,2}\.?)*)", regex.I)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word on a page, in points from the top left; `confidence` (0–100) only from OCR."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float | None = None

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line that stand together, no wide gap between them."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def x0(self) -> float:
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        return max(piece.x1 for piece in self.pieces)

    @property
    def top(self) -> float:
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        return max(piece.bottom for piece in self.pieces)

    @property
    def height(self) -> float:
        return median(piece.height for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Line:
    """The segments that stand at one height, from left to right."""

    segments: tuple[Segment, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(piece for segment in self.segments for piece in segment.pieces)

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def x0(self) -> float:
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        return self.segments[-1].x1

    @property
    def top(self) -> float:
        return min(segment.top for segment in self.segments)

    @property
    def bottom(self) -> float:
        return max(segment.bottom for segment in self.segments)

    @property
    def height(self) -> float:
        return median(piece.height for piece in self.pieces)


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """The lines of a page or a cell, from the top down."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.middle, piece.x0)):
        row = _row_for(piece, rows)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    lines = [Line(tuple(_segments(row))) for row in rows]
    return sorted(lines, key=lambda line: (line.top + line.bottom, line.x0))


def _row_for(piece: Piece, rows: Sequence[list[Piece]]) -> list[Piece] | None:
    """The row, among the last few, whose middle height this piece shares."""
    for row in reversed(rows[-4:]):
        anchor = max(row, key=lambda other: other.height)
        smaller, larger = sorted((piece, anchor), key=lambda each: each.height)
        reach = 0.4 * min(piece.height, anchor.height)
        # A raised or lowered mark (a footnote number) stands within the height of its line.
        inside = smaller.height < 0.8 * larger.height and (
            larger.top - 1 <= smaller.middle <= larger.bottom
        )
        if abs(piece.middle - anchor.middle) <= reach or inside:
            return row
    return None


def _segments(row: list[Piece]) -> list[Segment]:
    row = sorted(row, key=lambda piece: piece.x0)
    height = median(piece.height for piece in row)
    groups: list[list[Piece]] = [[row[0]]]
    for piece in row[1:]:
        before = groups[-1]
        gap = piece.x0 - max(other.x1 for other in before)
        marked = len(before) == 1 and _MARK.fullmatch(before[0].text) and gap < 4 * height
        if gap > max(_COLUMN_GAP * height, 12.0) and not marked:
            groups.append([piece])
        else:
            before.append(piece)
    return [Segment(tuple(group)) for group in groups]
