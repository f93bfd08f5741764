"""Tables that the copy of a page prints cell under cell, each on a line of its own.

    TT · Nội dung · Đơn vị chủ trì · Thời gian · 1 · Rà soát … · Sở Nội vụ · Quý II · 2 · …

The headings say how many cells a row has; the numbers of the rows say where each begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from vanban.layout.grid import Row
from vanban.layout.line import Line, joined
from vanban.layout.marker import marker_of
from vanban.model import Span
from vanban.rules.pattern import compiled, placed

# "ST T": the column is too narrow for its heading.
NUMBERS = placed(r"s?\.?tt\.?|st(?:\s?\S)?|số\s*tt|no\.?", regex.IGNORECASE)
HEADING = compiled(
    r"\b(?:s?tt|số\s+tt|nội\s+dung|nhiệm\s+vụ|công\s+việc|đơn\s+vị|cơ\s+quan|chủ\s+trì|phối\s+hợp|thời\s+(?:gian|hạn)"
    r"|tiến\s+độ|ghi\s+chú|sản\s+phẩm|kết\s+quả|chỉ\s+tiêu|số\s+lượng|tên|địa\s+điểm|thực\s+hiện|hoàn\s+thành)\b",
    regex.IGNORECASE,
)
_GROUP = compiled(r"(?:[IVX]{1,5}|[A-Z])[.)]?")
_LONGEST_HEADING = 80
_WIDEST = 9
_LONGEST_ROW = 60
_LONGEST_CELL = 30
_BAR = " |"


def stacked(lines: Sequence[Line]) -> Iterator[list[Row]]:
    """Every such table as rows of cells, the headings first."""
    for cells in (lines, *_ended_by_bars(lines)):
        at = 0
        while at < len(cells):
            if not NUMBERS.fullmatch(cells[at].text):
                at += 1
                continue
            width = _width(cells, at)
            at, rows = _rows(cells, at, width) if width else (at + 1, [])
            if len(rows) > 1:
                yield rows


def _ended_by_bars(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The cells of each copy that ends them with a bar: «TT |», «Rà soát», «quy chế |», «Sở Y tế |»."""
    cells: list[Line] = []
    parts: list[Line] = []
    for line in lines:
        is_end = line.text[-1] == "|"
        if not cells and not (is_end and NUMBERS.fullmatch(line.text.rstrip(_BAR))):
            continue
        parts.append(line)
        if is_end:
            cell = joined(parts)
            words = cell.text.rstrip(_BAR)
            if words:
                cells.append(replace(cell, text=words, end=cell.start + len(words)))
            parts = []
        elif len(parts) > _LONGEST_CELL:
            yield cells
            cells, parts = [], []
    if cells:
        yield cells


def _width(lines: Sequence[Line], at: int) -> int:
    """How many headings stand under one another; 0 where they are none."""
    for end in range(at + 1, min(at + _WIDEST + 1, len(lines))):
        text = lines[end].text
        if _is_number(text, 1) or (_GROUP.fullmatch(text) and end > at + 2):
            heads = lines[at + 1 : end]
            named = sum(bool(HEADING.search(head.text)) for head in heads)
            return end - at if len(heads) > 1 and named * 2 >= len(heads) else 0
        if len(text) > _LONGEST_HEADING:
            return 0
    return 0


def _rows(lines: Sequence[Line], at: int, width: int) -> tuple[int, list[Row]]:
    rows = [[line.span for line in lines[at : at + width]]]
    at, number = at + width, 1
    while at < len(lines):
        if _GROUP.fullmatch(lines[at].text) and at + 2 < len(lines):
            numbers = (1, number)
            if not any(_is_number(lines[at + 2].text, one) for one in numbers):
                break
            rows.append([line.span for line in lines[at : at + 2]])
            at += 2
            number = 1 if _is_number(lines[at].text, 1) else number
        if not _is_number(lines[at].text, number):
            break
        end = _row_end(lines, at, width, number)
        rows.append(_cells(lines[at:end], width))
        at, number = end, number + 1
    return at, rows


def _row_end(lines: Sequence[Line], at: int, width: int, number: int) -> int:
    """Where the next row begins: best after as many cells as there are headings."""
    if at + width < len(lines) and _begins(lines, at + width, number + 1):
        return at + width
    for end in range(at + 2, min(at + _LONGEST_ROW, len(lines))):
        if _begins(lines, end, number + 1):
            return end
    end = at + 1
    while end < min(at + width, len(lines)) and not _is_heading(lines[end]):
        end += 1
    return end


def _begins(lines: Sequence[Line], at: int, number: int) -> bool:
    if _is_number(lines[at].text, number):
        return True
    group = _GROUP.fullmatch(lines[at].text) is not None and at + 2 < len(lines)
    return group and any(_is_number(lines[at + 2].text, one) for one in (1, number))


def _cells(lines: Sequence[Line], width: int) -> Row:
    """A row of more lines than headings: those too many belong to what is to be done. In one that is a
    line short, the widest gap is the empty cell."""
    spans = [line.span for line in lines]
    over = len(spans) - width
    if over > 0:
        spans[1 : 2 + over] = [Span(spans[1].start, spans[1 + over].end)]
    elif over == -1 and len(lines) > 2:
        gaps = [line.gap for line in lines[1:]]
        if max(gaps) > min(gaps):
            at = gaps.index(max(gaps)) + 1
            spans.insert(at, Span(spans[at].start, spans[at].start))
    return spans


def _is_heading(line: Line) -> bool:
    marker = marker_of(line)
    return marker is not None and not marker.is_bullet


def _is_number(text: str, number: int) -> bool:
    return text.rstrip(".)").lstrip("0") == str(number)
