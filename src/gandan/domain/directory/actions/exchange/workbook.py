"""An Excel file from outside as rows of text. Nothing in it is computed or fetched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import islice

from openpyxl import load_workbook

from gandan.domain.directory.actions.exchange.verdict import Row
from gandan.kernel.refusal import Refused
from vanban.input.limits import DEFAULT
from vanban.input.package import Package
from vanban.input.source import Rejected

MOST_ROWS = 20_000


def rows_of_workbook(data: bytes, heads: Sequence[str]) -> list[Row]:
    """The rows below the heads of the first sheet, by head; empty rows are left out.

    Raises Refused for what is no workbook, lacks a head, or has more than `MOST_ROWS` rows."""
    try:
        Package(data, DEFAULT, "xlsx")
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        lines = book.worksheets[0].iter_rows(values_only=True)
        table = [[_text(value) for value in line] for line in islice(lines, MOST_ROWS + 2)]
    except Rejected as rejected:
        raise Refused(f"Tệp Excel không mở được: {rejected}") from rejected
    except Exception as error:  # a damaged workbook fails in openpyxl in many ways
        raise Refused(
            "Tệp này không phải là bảng Excel (.xlsx) hoặc đã hỏng. Chưa lưu gì. "
            "Hãy lưu lại bằng Excel rồi gửi lại."
        ) from error
    named = table[0] if table else []
    missing = [head for head in heads if head not in named]
    if missing:
        raise Refused(
            f"Bảng thiếu cột {', '.join(missing)}. Chưa lưu gì. "
            "Hãy xuất bảng ra để lấy đúng các cột rồi điền vào."
        )
    if len(table) > MOST_ROWS + 1:
        raise Refused(f"Bảng có hơn {MOST_ROWS} dòng. Chưa lưu gì. Hãy chia thành nhiều tệp.")
    at = {head: named.index(head) for head in heads}
    rows = [
        {head: line[n] if n < len(line) else "" for head, n in at.items()} for line in table[1:]
    ]
    return [row for row in rows if any(row.values())]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
