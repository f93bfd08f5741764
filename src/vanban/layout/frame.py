"""Letterheads and feet that a converter has set as a Markdown table: frames, no tables of data.

The cells of a frame become lines, those of a row without line breaks columns of one line. Everything
keeps its place: a bar or a tag becomes a newline or a tab and blanks.
"""

from __future__ import annotations

import regex

from vanban.rules.pattern import compiled

_BLOCK = compiled(r"^[ \t]*\|[^\n]*(?:\n[ \t]*\|[^\n]*)*", regex.MULTILINE)
_FRAME = compiled(
    r"Nơi\s+nhận|(?:Độc|ĐỘC)\s+(?:lập|LẬP)\s*[-–]\s*[Tt]|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|(?:TM|KT|TL|TUQ|T/M|K/T)[.\s]"
)
_BREAK = compiled(r"<br\s*/?>")
_DRAWN = compiled(r"[|:\-\s]*--[|:\-\s]*")
_WIDEST = 3


def without_frames(text: str) -> str:
    """The same text, same length, in which frames are lines and columns."""
    if "|" not in text:
        return text
    return _BLOCK.sub(lambda block: _opened(block.group()), text)


def _opened(block: str) -> str:
    rows = block.split("\n")
    if (
        not _FRAME.search(block)
        or max(row.strip().strip("|").count("|") for row in rows) >= _WIDEST
    ):
        return block
    return "\n".join(_lines(row) for row in rows)


def _lines(row: str) -> str:
    if _DRAWN.fullmatch(row):
        return " " * len(row)
    if not _BREAK.search(row):
        inner = row.strip().strip("|")
        at = row.index(inner) if inner else 0
        return " " * at + inner.replace("|", "\t") + " " * (len(row) - at - len(inner))
    broken = _BREAK.sub(lambda tag: "\n" + " " * (len(tag.group()) - 1), row)
    return broken.replace("|", "\n")
