"""What a page carries for its own sake, not the document's: page numbers, running heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from vanban.input.flow.lines import Line
from vanban.input.flow.tables import TITLES
from vanban.rules.pattern import compiled

_PAGE_NUMBER = compiled(r"(?:trang\s*)?[-–]?\s*\d{1,4}\s*(?:/\s*\d{1,4})?\s*[-–]?", regex.I)
_DIGITS = compiled(r"\d+")
_EDGE = 0.09
_REPEATED = 3


def without(pages: Sequence[tuple[float, list[Line]]]) -> list[list[Line]]:
    """The lines of each page (its height, its lines) without page numbers and running heads."""
    repeated = _running_heads(pages)
    return [
        [
            line
            for at, line in enumerate(lines)
            if not _is_furniture(line, at, len(lines), height, repeated)
        ]
        for height, lines in pages
    ]


def _is_furniture(line: Line, at: int, count: int, height: float, repeated: frozenset[str]) -> bool:
    if at not in (0, 1, count - 2, count - 1):
        return False
    if _at_edge(line, height) and _PAGE_NUMBER.fullmatch(line.text.strip()):
        return True
    return _shape(line) in repeated


def _running_heads(pages: Sequence[tuple[float, list[Line]]]) -> frozenset[str]:
    """Lines at the very top or bottom that come back, but for their digits, on most pages; at one
    and the same height in the margin two pages are enough.

    The title over a document is none: a file may hold several documents of one page each.
    """
    seen: dict[str, list[Line]] = {}
    in_margin: Counter[str] = Counter()
    for height, lines in pages:
        for line in {id(one): one for one in (*lines[:1], *lines[-1:])}.values():
            shape = _shape(line)
            if len(shape) > 3 and not TITLES.search(line.text):
                seen.setdefault(shape, []).append(line)
                in_margin[shape] += _at_edge(line, height)
    enough = max(_REPEATED, len(pages) // 2)
    return frozenset(
        shape
        for shape, found in seen.items()
        if len(found) >= enough
        or (len(found) == len(pages) > 1 and in_margin[shape] == len(pages) and _level(found))
    )


def _at_edge(line: Line, height: float) -> bool:
    return line.top < _EDGE * height or line.bottom > (1 - _EDGE) * height


def _level(lines: Sequence[Line]) -> bool:
    return max(line.top for line in lines) - min(line.top for line in lines) < 3


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", line.text.strip())
