"""The workbook of a campaign: one row a meeting, read into rows of words.

Only words are taken from the cells; what they mean is decided by `actions.weigh`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from gandan.domain.directory.queries import fold_plain
from gandan.kernel.refusal import Refused

COLUMNS = {
    "kind": "Loại", "tier": "Cấp", "mode": "Hình thức", "unit": "Đơn vị", "held_on": "Ngày",
    "place": "Nơi", "place_code": "Mã xã", "attendees": "Số người dự", "opinions": "Số ý kiến",
    "central": "Ý kiến thuộc trung ương", "province": "Ý kiến thuộc tỉnh",
    "commune": "Ý kiến thuộc xã", "delegates": "Đại biểu, người ứng cử", "key": "Mã phiếu",
}  # fmt: skip
REQUIRED = ("mode", "unit", "held_on", "place", "attendees", "opinions")
MOST_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`number` is the row of the sheet as Excel counts it."""

    number: int
    key: str
    said: Mapping[str, str]


def rows_of_sheet(data: bytes, campaign: str) -> list[SheetRow]:
    """The rows of the first sheet. A row without its own key gets one from its words and, where rows
    are alike, from which of them it is: so the same file gives the same keys again."""
    table = _cells(data)
    heads = next(table, ())
    columns = _columns(heads)
    seen: Counter[str] = Counter()
    found: list[SheetRow] = []
    for number, cells in enumerate(table, 2):
        said = {name: cells[at] for name, at in columns.items() if at < len(cells)}
        if not any(said.values()):
            continue
        if len(found) == MOST_ROWS:
            raise Refused(f"Bảng có hơn {MOST_ROWS} dòng. Chưa lưu gì. Hãy tách thành nhiều tệp.")
        words = "\x1f".join([campaign, *(said.get(name, "") for name in COLUMNS)])
        seen[words] += 1
        made = hashlib.sha256(f"{words}\x1f{seen[words]}".encode()).hexdigest()
        own = hashlib.sha256(f"{campaign}\x1f{said.get('key')}".encode()).hexdigest()
        found.append(SheetRow(number, own if said.get("key") else made, said))
    if not found:
        raise Refused("Bảng không có dòng nào. Chưa lưu gì. Hãy xem lại trang tính đầu tiên.")
    return found


def _cells(data: bytes) -> Iterator[tuple[str, ...]]:
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(values_only=True):
            yield tuple(_words(cell) for cell in row)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, OSError) as error:
        raise Refused(
            "Không mở được bảng. Chưa lưu gì. Hãy lưu lại thành tệp .xlsx rồi gửi."
        ) from error


def _columns(heads: tuple[str, ...]) -> dict[str, int]:
    plain = {fold_plain(head): at for at, head in enumerate(heads) if head}
    found = {
        name: plain[fold_plain(head)] for name, head in COLUMNS.items() if fold_plain(head) in plain
    }
    missing = [COLUMNS[name] for name in REQUIRED if name not in found]
    if missing:
        raise Refused(
            f"Bảng thiếu cột: {', '.join(missing)}. Chưa lưu gì. Hãy thêm cột vào dòng đầu."
        )
    return found


def _words(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())
