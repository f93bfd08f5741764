"""The total row of a table against the rows above it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vanban.facts.number import parse_count
from vanban.layout.page import Layout
from vanban.model import Block, Span, Sum
from vanban.rules import Rule, rules


def row_sums(page: Layout) -> Iterator[Sum]:
    """One sum per column of numbers of a total row, and one per row with a total column."""
    for table in page.tables:
        rows = [page.blocks[index] for index in table.rows]
        heads = table.columns or _first_row(page, rows)
        figures = [row for row in rows if _has_figures(page, row)]
        for at, row in enumerate(figures):
            if is_total_row(page, row):
                above = figures[_after_last_total(page, figures, at) : at]
                yield from _down(page, heads, row, above or figures[at + 1 :])
        for column, head in enumerate(heads):
            if column > 1 and total_rule().pattern.search(head.strip()):
                for row in figures:
                    yield from _across(page, heads, row, column)


def _first_row(page: Layout, rows: list[Block]) -> tuple[str, ...]:
    """The headings, where the reader of the format left them among the rows."""
    if rows and not _has_figures(page, rows[0]):
        return tuple(cell.of(page.text) for cell in rows[0].cells)
    return ()


def _has_figures(page: Layout, row: Block) -> bool:
    return any(parse_count(cell.of(page.text)) is not None for cell in row.cells[1:])


def is_total_row(page: Layout, row: Block) -> bool:
    texts = [cell.of(page.text).strip() for cell in row.cells[:2]]
    return any(text and total_rule().pattern.search(text) for text in texts)


def _after_last_total(page: Layout, rows: list[Block], before: int) -> int:
    for at in range(before - 1, -1, -1):
        if is_total_row(page, rows[at]):
            return at + 1
    return 0


def _down(page: Layout, heads: tuple[str, ...], total: Block, parts: list[Block]) -> Iterator[Sum]:
    shift = _lost_first_cells(page, heads, total)
    for column, cell in enumerate(total.cells):
        if not _is_ordinal(heads, column):
            cells = [_under(row, column + shift, total) for row in parts]
            yield from _added(page, cell, [one for one in cells if one])


def _across(page: Layout, heads: tuple[str, ...], row: Block, column: int) -> Iterator[Sum]:
    """A total column closes or opens the figures of its row."""
    if column >= len(row.cells):
        return
    figures = [
        cell
        for at, cell in enumerate(row.cells)
        if at != column and not _is_ordinal(heads, at) and not _is_words(page, cell)
    ]
    yield from _added(page, row.cells[column], figures)


def _added(page: Layout, total: Span, cells: list[Span]) -> Iterator[Sum]:
    """Nothing is said where a cell holds more than a number: such a column is no column of counts."""
    value = parse_count(total.of(page.text))
    values = [parse_count(cell.of(page.text)) for cell in cells]
    written = [one for one in values if one is not None]
    blank = sum(cell.of(page.text).strip(" -–.") == "" for cell in cells)
    if value is None or len(written) < 2 or len(written) + blank < len(cells):
        return
    yield Sum(
        span=total,
        text=total.of(page.text).strip(),
        total=value,
        parts=tuple(written),
        holds=value == sum(written),
        rule=total_rule().id,
    )


def _under(row: Block, column: int, total: Block) -> Span | None:
    """The cell of a row in a column of the total row, which may join its first cells into one."""
    at = column if len(row.cells) == len(total.cells) else column - len(total.cells)
    return row.cells[at] if -len(row.cells) <= at < len(row.cells) else None


def _lost_first_cells(page: Layout, heads: tuple[str, ...], total: Block) -> int:
    """A total that stands under the row numbers, with an empty last cell, lost its first cell."""
    under_numbers = total_rule().pattern.search(total.cells[0].of(page.text).strip())
    empty_last = not total.cells[-1].of(page.text).strip()
    return int(bool(under_numbers) and empty_last and _is_ordinal(heads, 0))


def _is_words(page: Layout, cell: Span) -> bool:
    return any(letter.isalpha() for letter in cell.of(page.text))


def _is_ordinal(heads: tuple[str, ...], column: int) -> bool:
    """The column of row numbers is never added up."""
    head = heads[column] if column < len(heads) else ""
    return head.strip().casefold().strip(".") in {"tt", "stt", "số tt", "số thứ tự"}


@cache
def total_rule() -> Rule:
    return next(rule for rule in rules("figure") if rule.id == "figure.total_row")
