"""Duties in tables of assignment: what each column holds, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from vanban.facts.duties.lead import Lead
from vanban.facts.duties.roles import roles_in
from vanban.facts.unit import Unit, list_units
from vanban.layout.page import Layout
from vanban.model import Block, Span, Table
from vanban.rules import rules
from vanban.rules.pattern import compiled

_COLUMNS = rules("duty_columns")
_LABELS = rules("duty_labels")
# The line that began with the label is joined to the one above it, as all lines of a cell are.
_LABEL_ON_A_LINE = compiled(
    r"\s(?=\p{Lu})(?=(?:Cơ\s+quan\s+|Đơn\s+vị\s+)?(?:[Cc]hủ\s+trì|[Pp]hối\s+hợp)(?:\s+thực\s+hiện)?\s*:)"
)
_SAME = compiled(r"\s*(?:nt|như\s+trên|-nt-|\"|”|//)\s*", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of assignment. `lead` is None where the table names nobody for it."""

    block: Block
    content: Span
    lead: Lead | None
    cooperating: tuple[Unit, ...]
    time: Span | None


def columns_of(table: Table) -> Mapping[str, int]:
    """Which column holds what; empty unless the table has contents and someone in charge."""
    ranks: dict[str, tuple[int, int]] = {}
    for place, words in enumerate(table.columns):
        for rank, rule in enumerate(_COLUMNS):
            if rule.pattern.search(words):
                part = str(rule.extra["part"])
                if part not in ranks or rank < ranks[part][0]:
                    ranks[part] = (rank, place)
                break
    parts = {part: place for part, (_, place) in ranks.items()}
    return parts if "lead" in parts and "content" in parts else {}


def rows_of(page: Layout, table: Table) -> Iterator[Row]:
    """The rows of a table of assignment, in order.

    A row without a body of its own under a merged cell takes that of the row above; a row that
    only has a title ("I. Công tác tuyên truyền") may carry bodies and a time for those below it.
    """
    parts = columns_of(table)
    if not parts:
        return
    above: dict[str, Span] = {}
    for number in table.rows:
        block = page.blocks[number]
        cells = _by_part(page, block, parts, len(table.columns))
        content = cells.get("content")
        if _says_one_thing(page, block):
            above = {}
            continue
        if content is None or _is_title(page, block, cells):
            above = {part: span for part, span in cells.items() if part in ("lead", "time")}
            continue
        merged = "lead" not in cells
        for part in ("lead", "time"):
            if part not in cells and part in above:
                cells[part] = above[part]
        yield _row(page, block, content, cells, merged)
        above.update({part: cells[part] for part in ("lead",) if part in cells})


def _row(page: Layout, block: Block, content: Span, cells: Mapping[str, Span], merged: bool) -> Row:
    lead_cell = cells.get("lead")
    lead, cooperating = None, list(_units(page, cells.get("cooperating")))
    if lead_cell is not None:
        charged, helping = _labelled(page, lead_cell)
        cooperating += helping
        if charged:
            rule = "duty.table_merged" if merged else "duty.table"
            lead = Lead(charged, "table", rule, lead_cell, lead_cell.end)
    return Row(block, content, lead, tuple(cooperating), cells.get("time"))


def _labelled(page: Layout, cell: Span) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """A cell that holds both: «Chủ trì: Sở A; phối hợp: Sở B», or each on a line of its own."""
    words = _LABEL_ON_A_LINE.sub("\n", page.text[cell.start : cell.end])
    marks = sorted(
        (match.start(), match.end(), str(rule.extra["part"]))
        for rule in _LABELS
        for match in rule.pattern.finditer(words)
    )
    if not marks:
        return roles_in(page.text, cell)
    charged: list[Unit] = []
    helping: list[Unit] = []
    ends = [*(start for start, _, _ in marks[1:]), len(words)]
    for (_, begins, part), end in zip(marks, ends, strict=True):
        units = _units(page, Span(cell.start + begins, cell.start + end))
        (helping if part == "cooperating" else charged).extend(units)
    return tuple(charged), tuple(helping)


def _units(page: Layout, cell: Span | None) -> tuple[Unit, ...]:
    return list_units(page.text, cell) if cell else ()


def _by_part(page: Layout, block: Block, parts: Mapping[str, int], width: int) -> dict[str, Span]:
    """The cells that say something. A row with fewer cells than columns lost its number."""
    shift = min(0, len(block.cells) - width) if "number" in parts else 0
    out: dict[str, Span] = {}
    for part, place in parts.items():
        at = place + shift if place else place
        if 0 <= at < len(block.cells):
            words = page.text[block.cells[at].start : block.cells[at].end]
            if regex.search(r"[\p{L}\p{N}]", words) and not _SAME.fullmatch(words):
                out[part] = block.cells[at]
    return out


def _says_one_thing(page: Layout, block: Block) -> bool:
    """The title of a section whose merged cell a converter has written into each column."""
    filled = [cell for cell in block.cells if cell != block.label_span and len(cell)]
    said = {" ".join(page.text[cell.start : cell.end].split()).casefold() for cell in filled}
    return len(said) == 1 and len(set(filled)) > 2


def _is_title(page: Layout, block: Block, cells: Mapping[str, Span]) -> bool:
    """A row that heads a section of the table: a Roman or lettered number, or one cell only."""
    filled = {cell for cell in block.cells if page.text[cell.start : cell.end].strip()}
    if len(filled - {block.label_span}) <= 1:
        return True
    numbered = regex.fullmatch(r"\s*(?:[IVX]{1,5}|[A-HĐ])\s*[.)]?\s*", block.label or "")
    return numbered is not None and "time" not in cells and "lead" not in cells
