"""Statements that a lead-in announces as people's words."""

from __future__ import annotations

from collections.abc import Container

from vanban.facts.petition_words import says
from vanban.layout.page import Layout
from vanban.model import Block
from vanban.rules.pattern import compiled

# The last words of a lead-in tell what it announces, however long it is.
_LEAD_IN = 600
_PEOPLE_BEGIN = compiled(r"(?<=\s)(?:Cử\s+tri|Nhân\s+dân|Người\s+dân|Bà\s+con)\s")


def voiced(page: Layout, answers: Container[int] = ()) -> dict[int, Block]:
    """Statements that a lead-in announces as people's words («Cử tri xã A đề nghị:»), with it: the
    paragraph below it, or the items of a list; an answer or a heading ends them."""
    out: dict[int, Block] = {}
    lead_in: Block | None = None
    for index, block in enumerate(page.blocks):
        said = page.said(block).strip()
        if block.zone not in {"preamble", "body", "appendix"} or block.kind in {"row", "footnote"}:
            continue
        if said.endswith(":") and (_voices(said) or says("conveyed", said[-_LEAD_IN:])):
            lead_in = block
        elif block.kind == "heading" or said.endswith(":") or index in answers:
            lead_in = None
        elif lead_in is not None:
            out[index] = lead_in
            lead_in = None if block.kind == "paragraph" else lead_in
    return out


def _voices(said: str) -> bool:
    """Whether the words are, or end with, people's asking: a short title above may have run into it."""
    begins = [found.start() for found in _PEOPLE_BEGIN.finditer(said)]
    return says("voiced", said[begins[-1] :] if begins else said)
