"""Letterheads and feet that a converter has set as a table: frames, no tables of data.

A converter to Markdown prints a row between bars: its cells become lines, those of a row without line
breaks columns of one line. The copy of a page prints each cell between bars that stand alone, broken
by its own width: a cell that is one component becomes one line again. Everything keeps its place.
"""

from __future__ import annotations

from itertools import pairwise

import regex

from vanban.layout.component import begins_body, rule
from vanban.rules.pattern import compiled

_BLOCK = compiled(
    r"^[ \t]*\|[^\n]*(?:\n[ \t]*\|[^\n]*)*|^[^|\n]{1,120}\|[^|\n]*\|[ \t]*$(?:\n[^|\n]{1,120}\|[^|\n]*\|[ \t]*$)*",
    regex.MULTILINE,
)
_FRAME = compiled(
    r"Nơi\s+nhận|CỘNG\s+HÒA\s+XÃ\s+HỘI|(?:Độc|ĐỘC)\s+(?:lập|LẬP)\s*[-–]\s*[Tt]|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|(?:TM|KT|TL|TUQ|T/M|K/T)[.\s]"
)
_BREAK = compiled(r"<br\s*/?>")
_DRAWN = compiled(r"[|:\-\s]*--[|:\-\s]*")
_WIDEST = 3
_LONE_BAR = compiled(r"^[ \t]*\|[ \t]*$", regex.MULTILINE)
_LARGEST = 2_000
_WHOLE = ("date", "number")
# Place and day may stand in the cell of the motto.
_MOTTO_ABOVE = compiled(
    r"\A\s*(?:ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ\s+MINH|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|CỘNG\s+HÒA\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM\s+Độc\s+lập\s*[-–]\s*[Tt]ự\s+do\s*[-–]\s*[Hh]ạnh\s+phúc)[\s*_-]*(?=\n)"
)
# The subject of a letter stands in the cell of its number.
_ABOUT = compiled(r"\n[ \t]*[“\"]?V\s*/\s*v\b.*", regex.DOTALL | regex.IGNORECASE)
# A bar at the end of a line that is one component, left over from a row of cells.
_BAR_BEHIND = compiled(r"^[ \t]*(?P<said>[^|\n]{2,120}?)[ \t]*(?P<bar>\|)[ \t]*$", regex.MULTILINE)
_COMPONENTS = ("motto", "number", "date")
# The names that head every document of the state and the Party, broken by the width of their column.
_BLANK = r"(?:[ \t]+|[ \t]*\n[ \t]*)"
_BROKEN = compiled(
    "|".join(
        name.replace(" ", _BLANK)
        for name in (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "ĐOÀN TNCS HỒ CHÍ MINH",
            "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH",
            "BAN CHẤP HÀNH",
            "Độc lập - Tự do - Hạnh phúc",
            "(?:ỦY|UỶ) BAN NHÂN DÂN",
            "HỘI ĐỒNG NHÂN DÂN",
            "Kính gửi",
        )
    )
)


def without_frames(text: str) -> str:
    """The same text, same length, in which frames are lines and columns."""
    if "|" not in text:
        return text
    text = _BROKEN.sub(lambda name: name.group().replace("\n", " "), _cells_opened(text))
    text = _BAR_BEHIND.sub(_without_bar, text)
    return _BLOCK.sub(lambda block: _opened(block.group()), text)


def _cells_opened(text: str) -> str:
    """Without the lone bars about what stands in a letterhead or a foot."""
    bars = [found.start() for found in _LONE_BAR.finditer(text)]
    bars = [text.index("|", bar) for bar in bars]
    out = list(text) if bars else []
    for before, after in pairwise(bars):
        cell = text[before + 1 : after]
        if after - before > _LARGEST:
            continue
        inner = _ABOUT.sub("", _MOTTO_ABOVE.sub("", cell)).strip()
        whole = any(rule(name).pattern.match(" ".join(inner.split())) for name in _WHOLE)
        if whole:
            start = before + 1 + cell.index(inner)
            out[start : start + len(inner)] = inner.replace("\n", " ")
        if whole or _FRAME.search(cell):
            out[before] = out[after] = " "
    return "".join(out) if out else text


def _without_bar(line: regex.Match[str]) -> str:
    """The line without its bar, where its words are one component of a letterhead."""
    said = line["said"]
    is_component = any(rule(name).pattern.match(said) for name in _COMPONENTS)
    if not (is_component or (said.isupper() and begins_body(said))):
        return line.group()
    at = line.start("bar") - line.start()
    return f"{line.group()[:at]} {line.group()[at + 1 :]}"


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
