"""The words of a page's text layer, each with its box."""

from __future__ import annotations

from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from vanban.input.flow.lines import Piece
from vanban.input.pdf.place import shown

_HYPHEN_AT_LINE_END = 0x02
_SOFT_HYPHEN = 0xAD
# What PDFium gives for a glyph whose letter the file does not tell.
_UNKNOWN = (0, 0xFFFE, 0xFFFF, 0xFFFD)


class _Letters:
    """The letters of a word as they are gathered."""

    def __init__(self) -> None:
        self.text = ""
        self.boxes: list[tuple[float, float, float, float]] = []

    def piece(self) -> Piece:
        return Piece(
            self.text,
            min(box[0] for box in self.boxes),
            median(box[1] for box in self.boxes),
            max(box[2] for box in self.boxes),
            median(box[3] for box in self.boxes),
        )


def pieces(page: Any) -> list[Piece]:
    """The words of a page, in points from its top left as it is shown (rotation applied)."""
    layer = page.get_textpage()
    width, height = page.get_size()
    rotation = page.get_rotation()
    words: list[Piece] = []
    word = _Letters()
    for at in range(layer.count_chars()):
        code = pdfium.FPDFText_GetUnicode(layer, at)
        if code in _UNKNOWN or code == _SOFT_HYPHEN:
            continue
        char = "-" if code == _HYPHEN_AT_LINE_END else chr(code)
        box = shown(layer.get_charbox(at, loose=True), width, height, rotation)
        if char.isdigit():
            box = _raised(box, shown(layer.get_charbox(at), width, height, rotation))
        if char.isspace() or not _joins(word, char, box):
            if word.text:
                words.append(word.piece())
            word = _Letters()
        if not char.isspace() and not _printed_twice(word, char, box):
            word.text += char
            word.boxes.append(box)
    if word.text:
        words.append(word.piece())
    return words


def _raised(
    loose: tuple[float, float, float, float], tight: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """The box of a digit: its ink where the font itself has a raised digit, else its full height."""
    size = loose[3] - loose[1]
    small = tight[3] - tight[1] < 0.45 * size
    return tight if small and loose[3] - tight[3] > 0.3 * size else loose


def _joins(word: _Letters, char: str, box: tuple[float, float, float, float]) -> bool:
    """Whether a letter stands right behind the word, at its height and of its size. A font that
    tells no height of its own gives each letter the box of its ink: «g» hangs below «n»."""
    if not word.boxes:
        return True
    x0, top, x1, bottom = word.boxes[-1]
    size = max(bottom - top, 1.0)
    beside = -0.5 * size < box[0] - x1 < 0.28 * size or abs(box[0] - x0) < 0.5
    level = abs(box[3] - bottom) < 0.22 * size
    if not level and not (char.isdigit() or word.text[-1].isdigit()):
        shared = min(box[3], bottom) - max(box[1], top)
        level = shared > 0.7 * min(box[3] - box[1], bottom - top)
    return beside and level


def _printed_twice(word: _Letters, char: str, box: tuple[float, float, float, float]) -> bool:
    """Bold made by printing a letter twice, a hair apart."""
    if not word.boxes or not word.text.endswith(char):
        return False
    last = word.boxes[-1]
    return abs(last[0] - box[0]) < 0.12 * (last[2] - last[0] + 1) and abs(last[1] - box[1]) < 1
