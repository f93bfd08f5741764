"""The rows of tables that list petitions."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vanban.facts.petition_words import says
from vanban.layout.page import Layout
from vanban.model import Block, Span
from vanban.rules.pattern import compiled

_COLUMN = compiled(
    r"^\W*(?:nội\s+dung\s+)?(?:các\s+)?(?:ý\s+kiến|kiến\s+nghị|phản\s+ánh)", regex.IGNORECASE
)
_REGISTER = compiled(
    r"^\W*(?:cử\s+tri|(?:đơn\s+vị|địa\s+phương|nơi|xã)[^|]{0,20}\bcử\s+tri|nội\s+dung\s+trả\s+lời|trả\s+lời"
    r"|kết\s+quả\s+(?:giải\s+quyết|trả\s+lời)|thẩm\s+quyền\s+giải\s+quyết)",
    regex.IGNORECASE,
)


def listed_in_tables(page: Layout) -> Iterator[tuple[Block, list[Block], Span, bool]]:
    """The rows of tables that list petitions, each with what stands above it, the cell that words one,
    and whether another column (who asks, what was answered) proves that it does."""
    for one in page.tables:
        column = next((at for at, head in enumerate(one.columns) if _COLUMN.search(head)), None)
        if column is None:
            continue
        others = [head for at, head in enumerate(one.columns) if at != column]
        is_register = any(map(_REGISTER.search, others))
        level: list[Block] = []
        for row in (page.blocks[index] for index in one.rows):
            cell = _wording(page, row, column)
            if row.kind == "row" and cell:
                yield row, [*page.ancestors(row), *level], cell, is_register
            elif row.kind == "heading" and says("level", page.said(row)):
                # «B. Thuộc thẩm quyền của tỉnh» holds for the fields I, II … that come below it.
                level = [row]


def _wording(page: Layout, row: Block, column: int) -> Span | None:
    """The cell under the heading; in a row that lost cells, so that the answer stands there or nothing,
    the one that asks."""
    under = row.cells[column] if column < len(row.cells) else None
    if under and any(map(str.isalpha, said := under.of(page.text))) and not says("answer", said):
        return under
    said_by_cell = ((cell, cell.of(page.text)) for cell in row.cells)
    asking = (
        cell for cell, said in said_by_cell if says("request", said) and not says("answer", said)
    )
    return max(asking, key=len, default=None)
