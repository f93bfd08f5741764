"""Words put together into segments and lines by where they stand on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

import regex

from vanban.rules.pattern import compiled

# Words of one line further apart than this many letter heights belong to different columns.
_COLUMN_GAP = 1.35
# Words of one line end at one height, but for what hangs below it, in shares of the taller word.
_LEVEL = 0.3
_LONGEST_MARK = 4
_MARK_GAP = 4
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
    lines = [Line(tuple(_segments(row))) for row in _with_marks(rows)]
    return sorted(lines, key=lambda line: (line.top + line.bottom, line.x0))


def _row_for(piece: Piece, rows: Sequence[list[Piece]]) -> list[Piece] | None:
    """The row, among the last few, whose middle height this piece shares."""
    for row in reversed(rows[-4:]):
        anchor = max(row, key=lambda other: other.height)
        reach = 0.4 * min(piece.height, anchor.height)
        inside = _within(piece, anchor) or _within(anchor, piece)
        level = abs(piece.bottom - anchor.bottom) <= _LEVEL * max(piece.height, anchor.height)
        if abs(piece.middle - anchor.middle) <= reach or (inside and level):
            return row
    return None


def _with_marks(rows: list[list[Piece]]) -> list[list[Piece]]:
    """The rows; a short mark beside taller words (a footnote number, a dash) stands in their row.

    Small print beside large (recipients beside the signature) is no mark: it keeps its own lines.
    """
    kept: list[list[Piece]] = []
    marks: list[list[Piece]] = []
    for row in rows:
        is_mark = len(row) <= 2 and all(len(piece.text) <= _LONGEST_MARK for piece in row)
        (marks if is_mark else kept).append(row)
    for mark in marks:
        beside = next((row for row in kept if _stands_beside(mark[0], row)), None)
        if beside is None:
            kept.append(mark)
        else:
            beside.extend(mark)
    return kept


def _stands_beside(mark: Piece, row: list[Piece]) -> bool:
    return any(
        _within(mark, word) and max(word.x0 - mark.x1, mark.x0 - word.x1) < _MARK_GAP * word.height
        for word in row
    )


def _within(small: Piece, large: Piece) -> bool:
    """Whether one word stands within the height of a clearly taller one."""
    return small.height < 0.8 * large.height and large.top - 1 <= small.middle <= large.bottom


def _segments(row: list[Piece]) -> list[Segment]:
    row = sorted(row, key=lambda piece: piece.x0)
    height = median(piece.height for piece in row)
    groups: list[list[Piece]] = [[row[0]]]
    for piece in row[1:]:
        before = groups[-1]
        gap = piece.x0 - max(other.x1 for other in before)
        marked = len(before) == 1 and _MARK.fullmatch(before[0].text) and gap < _MARK_GAP * height
        if gap > max(_COLUMN_GAP * height, 12.0) and not marked:
            groups.append([piece])
        else:
            before.append(piece)
    return [Segment(tuple(group)) for group in groups]
