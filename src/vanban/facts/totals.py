"""The total row of a table against the rows above it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vanban.facts.number import parse_count
from vanban.layout.page import Layout
from vanban.model import Block, Span, Sum, Table
from vanban.rules import Rule, rules


def row_sums(page: Layout) -> Iterator[Sum]:
    """One sum per column of numbers, for each row that is named a total."""
    for table in page.tables:
        rows = [page.blocks[index] for index in table.rows]
        for at, row in enumerate(rows):
            if is_total_row(page, row):
                above = rows[_after_last_total(page, rows, at) : at]
                below = rows[at + 1 :] if not above else []
                yield from _columns(page, table, row, above or below)


def is_total_row(page: Layout, row: Block) -> bool:
    texts = [cell.of(page.text).strip() for cell in row.cells[:2]]
    return any(text and total_rule().pattern.search(text) for text in texts)


def _after_last_total(page: Layout, rows: list[Block], before: int) -> int:
    for at in range(before - 1, -1, -1):
        if is_total_row(page, rows[at]):
            return at + 1
    return 0


def _columns(page: Layout, table: Table, total: Block, parts: list[Block]) -> Iterator[Sum]:
    if len(parts) < 2:
        return
    for column, cell in enumerate(total.cells):
        value = parse_count(cell.of(page.text))
        if value is None or _is_ordinal(table, column):
            continue
        cells = [row.cells[column] for row in parts if column < len(row.cells)]
        values = [parse_count(one.of(page.text)) for one in cells]
        written = [one for one in values if one is not None]
        blank = sum(one.of(page.text).strip(" -–.") == "" for one in cells)
        if len(written) < 2 or len(written) + blank < len(parts):
            continue
        yield Sum(
            span=Span(cell.start, cell.end),
            text=cell.of(page.text).strip(),
            total=value,
            parts=tuple(written),
            holds=value == sum(written),
            rule=total_rule().id,
        )


def _is_ordinal(table: Table, column: int) -> bool:
    """The column of row numbers is never added up."""
    head = table.columns[column] if column < len(table.columns) else ""
    return head.strip().casefold().strip(".") in {"tt", "stt", "số tt", "số thứ tự"}


@cache
def total_rule() -> Rule:
    return next(rule for rule in rules("figure") if rule.id == "figure.total_row")
