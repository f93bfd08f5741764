"""An order that ends with a list of what its work is about: «Xây dựng báo cáo …, gồm các nội dung: …»."""

from __future__ import annotations

from vanban.facts.duties.order import orders
from vanban.layout.page import Layout
from vanban.model import Block, Span
from vanban.rules.pattern import compiled

#: Two clauses: what is to be done, and that what it holds is listed below.
_LISTS = compiled(
    r"[\p{L}\d)][,;(]?\s*(?:trong\s+đó|bao\s+gồm|gồm|với)\s[^.;:]{0,60}?(?:nội\s+dung|nêu\s+rõ|làm\s+rõ|đánh\s+giá)[^.;:]{0,40}:\W*$"
)
_LONGEST_TOPIC = 30


def orders_with_topics(page: Layout) -> dict[int, Span]:
    """For each order with topics below it, the stretch from the order to its last topic."""
    below: dict[int, list[Block]] = {}
    for block in page.blocks:
        if block.parent is not None:
            below.setdefault(block.parent, []).append(block)
    return {
        number: Span(page.blocks[number].span.start, topics[-1].span.end)
        for number, topics in below.items()
        if _LISTS.search(page.said(page.blocks[number]).rstrip(" *\n"))
        and orders(page.text, page.blocks[number].span.start)
        and all(_is_a_topic(page, topic) for topic in topics)
    }


def _is_a_topic(page: Layout, block: Block) -> bool:
    return block.kind == "bullet" and len(page.said(block).split()) <= _LONGEST_TOPIC
