"""Which numbered lines are headings: they name what stands under them and state nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vanban.model import Block

_STATED = (".", ";", "./.", "…")
_LONGEST = 160


def with_headings(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The same blocks; an item that has blocks under it and no full stop becomes a heading."""
    governing = {block.parent for block in blocks if block.parent is not None}
    stated: dict[tuple[int | None, int], bool] = {}
    out: list[Block] = []
    for at, block in enumerate(blocks):
        if block.kind != "item":
            out.append(block)
            continue
        said = text[block.span.start : block.span.end]
        governs = at in governing
        place = (block.parent, block.level)
        heading = _is_heading(said, governs, stated.get(place, False))
        stated[place] = not heading and not governs
        out.append(replace(block, kind="heading") if heading else block)
    return out


def _is_heading(said: str, governs: bool, among_statements: bool) -> bool:
    """`among_statements`: the item printed before it at the same place states something."""
    if said.isupper():
        return True
    if said.endswith(_STATED):
        return governs and len(said) < 90 and said.count(".") == 1 and said.endswith(".")
    return governs or (not among_statements and len(said) < _LONGEST and not said.endswith(","))
