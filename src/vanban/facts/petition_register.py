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
    r"^\W*(?:cử\s+tri|nội\s+dung\s+trả\s+lời|kết\s+quả\s+(?:giải\s+quyết|trả\s+lời)|trả\s+lời)",
    regex.IGNORECASE,
)


def listed_in_tables(page: Layout) -> Iterator[tuple[Block, Span, bool]]:
    """The rows of tables that list petitions, each with the cell that words one, and whether another
    column (who asks, what was answered) proves that it does."""
    for one in page.tables:
        column = next((at for at, head in enumerate(one.columns) if _COLUMN.search(head)), None)
        if column is None:
            continue
        others = [head for at, head in enumerate(one.columns) if at != column]
        is_register = any(map(_REGISTER.search, others))
        for row in (page.blocks[index] for index in one.rows):
            cell = _wording(page, row, column)
            if row.kind == "row" and cell:
                yield row, cell, is_register


def _wording(page: Layout, row: Block, column: int) -> Span | None:
    """The cell under the heading; in a row that lost cells, or left it empty, the one that asks."""
    under = row.cells[column] if column < len(row.cells) else None
    if under and any(map(str.isalpha, under.of(page.text))):
        return under
    asking = (cell for cell in row.cells if says("request", cell.of(page.text)))
    return max(asking, key=len, default=None)
