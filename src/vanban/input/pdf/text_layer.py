"""The words of a page's text layer, each with its box."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

from vanban.input.flow.lines import Piece
from vanban.input.pdf.letters import Letters, joins, printed_twice, raised, with_its_letter
from vanban.input.pdf.place import shown

_HYPHEN_AT_LINE_END = 0x02
_SOFT_HYPHEN = 0xAD
# What PDFium gives for a glyph whose letter the file does not tell.
_UNKNOWN = (0, 0xFFFE, 0xFFFF, 0xFFFD)


def pieces(page: Any) -> list[Piece]:
    """The words of a page, in points from its top left as it is shown (rotation applied)."""
    layer = page.get_textpage()
    width, height = page.get_size()
    rotation = page.get_rotation()
    words: list[Piece] = []
    word = Letters()
    for at in range(layer.count_chars()):
        code = pdfium.FPDFText_GetUnicode(layer, at)
        if code in _UNKNOWN or code == _SOFT_HYPHEN:
            continue
        char = "-" if code == _HYPHEN_AT_LINE_END else chr(code)
        box = shown(layer.get_charbox(at, loose=True), width, height, rotation)
        if char.isdigit():
            box = raised(box, shown(layer.get_charbox(at), width, height, rotation))
        elif word.boxes:
            box = with_its_letter(char, box, word.boxes[-1])
        if char.isspace() or not joins(word, char, box):
            if word.text:
                words.append(word.piece())
            word = Letters()
        if not char.isspace() and not printed_twice(word, char, box):
            word.text += char
            word.boxes.append(box)
    if word.text:
        words.append(word.piece())
    return words
