"""The number and the date that were stamped on after the text was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from vanban.input.flow.columns import SideBySide, arranged
from vanban.input.flow.lines import Line, Piece, Segment, lines_of
from vanban.input.scan import tesseract
from vanban.input.source import Rejected
from vanban.model import Finding, Span
from vanban.rules.pattern import compiled

_HEAD = 0.35
_DPI = 300
# How far a stamp may stand above or below its line, in heights; the line above is no further than one.
_ASIDE = 0.2
_LARGEST = 4 * 595 * 842
# NĐ 30/2020 Điều 8: the number and the date stand at the head; drafts leave blanks for both.
_BLANK = compiled(
    r"(?P<number>^\s*số\s*:?\s*(?:[./…_ ]*)(?=[-/]\s*(?:\d{4}\s*/\s*)?\p{Lu}))"
    r"|(?P<date>ngày\s*[.…_ ]*\s*tháng\s*(?:[.…_ ]*|\d{1,2})\s*năm|ngày\s*\d{1,2}\s*tháng\s*[.…_ ]*\s*năm)",
    regex.I,
)
_FULL = {
    "number": compiled(r"số\s*:?\s*\d+\s*[-/]", regex.I),
    "date": compiled(r"ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}", regex.I),
}


def completed(page: Any, pieces: list[Piece]) -> tuple[list[Piece], list[Finding]]:
    """The words of a first page; where its number or date is blank, read from the page's picture.

    Without Tesseract, or where the picture shows no more than the text, nothing changes.
    """
    width, height = page.get_size()
    blanks = _blanks([piece for piece in pieces if piece.top < _HEAD * height])
    # A page many times larger than A4 is a poster or a trap, not a letterhead.
    if not blanks or width * height > _LARGEST:
        return pieces, []
    try:
        seen = _recognised_head(page, height)
    except (Rejected, OSError):
        return pieces, []
    findings: list[Finding] = []
    for field, segment in blanks:
        shown = _at(seen, segment)
        if _FULL[field].search(" ".join(piece.text for piece in shown)):
            pieces = [piece for piece in pieces if piece not in segment.pieces] + shown
            findings.append(_said(field))
    return pieces, findings


def _blanks(head: list[Piece]) -> list[tuple[str, Segment]]:
    found = []
    for segment in _said_at_head(head):
        blank = _BLANK.search(segment.text)
        if blank is not None:
            found.append(("number" if blank["number"] is not None else "date", segment))
    return found


def _said_at_head(head: list[Piece]) -> Iterator[Segment]:
    """The lines of the head, those of its two blocks apart."""
    for block in arranged(lines_of(head)):
        if isinstance(block, SideBySide):
            yield from (*block.left, *block.right)
        elif isinstance(block, Line):
            yield Segment(block.pieces)


def _recognised_head(page: Any, height: float) -> list[Piece]:
    image = page.render(scale=_DPI / 72, crop=(0, height * (1 - _HEAD), 0, 0), grayscale=True)
    return tesseract.words(image.to_pil(), _DPI)


def _at(seen: list[Piece], segment: Segment) -> list[Piece]:
    """The recognised words that stand where a segment of the text layer stands."""
    reach = segment.height
    return sorted(
        (
            piece
            for piece in seen
            if segment.top - _ASIDE * reach <= piece.middle <= segment.bottom + _ASIDE * reach
            and segment.x0 - reach <= piece.x0
            and piece.x1 <= segment.x1 + reach
        ),
        key=lambda piece: piece.x0,
    )


def _said(field: str) -> Finding:
    name = "Số, ký hiệu" if field == "number" else "Ngày ban hành"
    return Finding(
        Span(0, 0),
        "input.header_recognised",
        "hint",
        f"{name} không có trong lớp chữ của tệp, đã đọc từ hình trang đầu; hãy đối chiếu.",
    )
