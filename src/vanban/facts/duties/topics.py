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
#: «Lập hồ sơ …, gồm:»: what is to be done, and the things of which it consists.
_CONSISTS = compiled(
    r"[\p{L}\d)][,;]?\s+(?:bao\s+)?gồm(?:\s+(?:có|các|những)[^.;:]{0,40})?\s*:\W*$"
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
        if _lists(page, page.blocks[number], topics)
        and orders(page.text, page.blocks[number].span.start)
        and all(_is_a_topic(page, topic) for topic in topics)
    }


def _lists(page: Layout, block: Block, topics: list[Block]) -> bool:
    words = page.said(block).rstrip(" *\n")
    if _CONSISTS.search(words):
        return not any(orders(page.text, topic.span.start) for topic in topics)
    return _LISTS.search(words) is not None


def _is_a_topic(page: Layout, block: Block) -> bool:
    return block.kind == "bullet" and len(page.said(block).split()) <= _LONGEST_TOPIC
