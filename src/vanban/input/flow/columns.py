"""Blocks that stand side by side (letterhead, signature) and words aligned in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vanban.input.flow.lines import Line, Segment

_TABLE_LINES = 4
_TABLE_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two blocks beside each other, each to be read in full before the next."""

    left: tuple[Segment, ...]
    right: tuple[Segment, ...]

    @property
    def top(self) -> float:
        return min(segment.top for segment in (*self.left, *self.right))


@dataclass(frozen=True, slots=True)
class Aligned:
    """Lines whose words stand in the same columns, without ruled lines: a table by alignment."""

    lines: tuple[Line, ...]
    edges: tuple[float, ...]

    @property
    def top(self) -> float:
        return self.lines[0].top

    def rows(self) -> list[list[str]]:
        """The cells by row; a line that leaves the first column empty continues the row above."""
        rows: list[list[list[str]]] = []
        for line in self.lines:
            cells = self._cells(line)
            if rows and not cells[0]:
                for cell, more in zip(rows[-1], cells, strict=True):
                    cell.extend(more)
            else:
                rows.append(cells)
        return [[" ".join(cell) for cell in row] for row in rows]

    def _cells(self, line: Line) -> list[list[str]]:
        cells: list[list[str]] = [[] for _ in self.edges]
        for segment in line.segments:
            column = max(
                at for at, edge in enumerate(self.edges) if edge <= segment.x0 + 6 or at == 0
            )
            cells[column].append(segment.text)
        return cells


def arranged(lines: Sequence[Line]) -> list[Line | SideBySide | Aligned]:
    """The lines with those that stand in columns gathered up."""
    found: list[Line | SideBySide | Aligned] = []
    at = 0
    while at < len(lines):
        aligned = _aligned_from(lines, at)
        if aligned is not None:
            found.append(aligned)
            at += len(aligned.lines)
            continue
        zone = _zone_from(lines, at)
        if zone:
            found.append(_split(lines[at : at + zone], _gutter(lines[at : at + zone])))
            at += zone
        else:
            found.append(lines[at])
            at += 1
    return found


def _aligned_from(lines: Sequence[Line], at: int) -> Aligned | None:
    """A run of lines with three or more columns that begin at the same places."""
    if len(lines[at].segments) < _TABLE_COLUMNS:
        return None
    edges = tuple(segment.x0 for segment in lines[at].segments)
    end, full = at, 0
    while end < len(lines) and _fits(lines[end], edges) and _near(lines, end, at):
        full += len(lines[end].segments) >= _TABLE_COLUMNS
        end += 1
    if full < _TABLE_LINES:
        return None
    return Aligned(tuple(lines[at:end]), edges)


def _fits(line: Line, edges: tuple[float, ...]) -> bool:
    if len(line.segments) == 1 and line.segments[0].x0 <= edges[0] + 6:
        return False
    return all(
        any(abs(segment.x0 - edge) <= 14 for edge in edges)
        or any(left <= segment.x0 and segment.x1 <= right for left, right in _between(edges))
        for segment in line.segments
    )


def _between(edges: tuple[float, ...]) -> list[tuple[float, float]]:
    return list(zip(edges, (*edges[1:], float("inf")), strict=True))


def _near(lines: Sequence[Line], end: int, at: int) -> bool:
    return end == at or lines[end].top - lines[end - 1].bottom < 2.2 * lines[end].height


def _zone_from(lines: Sequence[Line], at: int) -> int:
    """How many lines from here stand in two blocks; 0 where the text just runs on."""
    length = 0
    split = 0
    last_split = 0
    while at + length < len(lines):
        line = lines[at + length]
        if length and _far(lines, at + length):
            break
        if len(line.segments) > 2 and not (split and _clear_of(line, lines[at : at + length])):
            break
        gutter = _gutter(lines[at : at + length + 1])
        if gutter is None and (split or len(line.segments) >= 2 or length > 6):
            break
        length += 1
        if len(line.segments) >= 2:
            split += 1
            last_split = length
        if not split and length > 3:
            break
    if split < 2:
        return 0
    if not _leads_in(lines[at], lines[at : at + last_split]):
        return 0
    return last_split + _one_sided_tail(lines[at : at + length], last_split)


def _clear_of(line: Line, zone: Sequence[Line]) -> bool:
    """Whether a line with more gaps (a blank left for the number or the date) keeps the gutter."""
    gutter = _gutter(zone)
    if gutter is None:
        return False
    return all(segment.x1 <= gutter or segment.x0 >= gutter for segment in line.segments)


def _leads_in(first: Line, zone: Sequence[Line]) -> bool:
    """Whether a lone first line belongs to a block: to the right one, or centred over the left."""
    gutter = _gutter(zone)
    if len(first.segments) == 2 or gutter is None or first.x0 > gutter:
        return True
    lefts = [line.segments[0] for line in zone if len(line.segments) == 2]
    middles = [(segment.x0 + segment.x1) / 2 for segment in lefts]
    middle = (first.x0 + first.x1) / 2
    return all(abs(middle - other) < 12 for other in middles)


def _one_sided_tail(lines: Sequence[Line], done: int) -> int:
    """Lines after the last pair that still belong to one of the two blocks."""
    gutter = _gutter(lines[:done])
    if gutter is None:
        return 0
    tail = 0
    for line in lines[done:]:
        if line.x0 < gutter < line.x1 or _centred_on(line, lines[:done]):
            break
        tail += 1
    return tail


def _centred_on(line: Line, zone: Sequence[Line]) -> bool:
    """Whether a line stands in the middle below both blocks, so belongs to neither."""
    left = min(each.x0 for each in zone)
    right = max(each.x1 for each in zone)
    return abs((line.x0 + line.x1) / 2 - (left + right) / 2) < 0.08 * (right - left)


def _far(lines: Sequence[Line], at: int) -> bool:
    return lines[at].top - lines[at - 1].bottom > 6 * lines[at].height


def _gutter(lines: Sequence[Line]) -> float | None:
    """An upright line that crosses no word and has words on both its sides."""
    pairs = [line for line in lines if len(line.segments) == 2]
    if not pairs:
        widest = max((line.x1 for line in lines), default=0.0)
        return widest + 1 if all(len(line.segments) == 1 for line in lines) else None
    left = max(line.segments[0].x1 for line in pairs)
    right = min(line.segments[1].x0 for line in pairs)
    for segment in (segment for line in lines if line not in pairs for segment in line.segments):
        if (segment.x0 + segment.x1) / 2 < (left + right) / 2:
            left = max(left, segment.x1)
        else:
            right = min(right, segment.x0)
    return (left + right) / 2 if right - left > 4 else None


def _split(lines: Sequence[Line], gutter: float | None) -> SideBySide:
    at = gutter or 0.0
    left = [tuple(piece for piece in line.pieces if piece.x0 < at) for line in lines]
    right = [tuple(piece for piece in line.pieces if piece.x0 >= at) for line in lines]
    return SideBySide(
        left=tuple(Segment(pieces) for pieces in left if pieces),
        right=tuple(Segment(pieces) for pieces in right if pieces),
    )
