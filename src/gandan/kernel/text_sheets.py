"""Lists as Excel sheets. Every cell is text: what begins with "=" stays words, not a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_767  # characters that Excel takes in one cell


class TextSheet:
    """One sheet of text that is written row by row: what was added is on the disk, not in memory."""

    def __init__(self, title: str, heads: Sequence[str]) -> None:
        self.book = Workbook(write_only=True)
        self.sheet = self.book.create_sheet(title[:31])
        self.sheet.append([_text(self.sheet, head, Font(bold=True)) for head in heads])

    def add(self, row: Sequence[str]) -> None:
        self.sheet.append([_text(self.sheet, value) for value in row])

    def save(self, out: BinaryIO) -> None:
        self.book.save(out)


def text_sheet(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of a workbook with one sheet of text."""
    sheet = TextSheet(title, heads)
    for row in rows:
        sheet.add(row)
    out = BytesIO()
    sheet.save(out)
    return out.getvalue()


def _text(sheet: WriteOnlyWorksheet, value: str, font: Font | None = None) -> Cell:
    cell = WriteOnlyCell(sheet, value=None)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST]
    cell.data_type = "s"
    if font is not None:
        cell.font = font
    return cell
