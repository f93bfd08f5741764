"""Headings that name whom they charge by their place only: «3. Cán bộ phụ trách lĩnh vực giám sát».

Under «Tổ chức thực hiện» one heading after another names a body; a post or a section that no rule
foresaw is told by standing among them, with orders below it.
"""

from __future__ import annotations

import regex

from vanban.facts.duties.lead import Lead
from vanban.facts.duties.order import REQUEST, orders
from vanban.facts.unit import Unit, read_units
from vanban.facts.unit_grammar import VERB
from vanban.layout.page import Layout
from vanban.model import Block, Span
from vanban.rules.pattern import compiled, placed

_CHARGES = compiled(
    r"^\W*(?:[IVX]+\W+)?(?:tổ\s+chức\s+(?:triển\s+khai\s+)?thực\s+hiện|phân\s+công|trách\s+nhiệm)(?!\p{L})",
    regex.IGNORECASE,
)
#: What such a section speaks of besides those whom it charges.
_TOPIC = placed(
    r"\W*(?:công\s+tác|chế\s+độ|kinh\s+phí|nguồn|thời\s+(?:gian|hạn)|về|việc|nội\s+dung|hình\s+thức|quy\s+(?:trình|định)|thông\s+tin|hiệu\s+lực|điều\s+(?:khoản|kiện)"
    r"|lộ\s+trình|tiến\s+độ|giải\s+pháp|nhiệm\s+vụ|phạm\s+vi|đối\s+tượng|mục\s+(?:tiêu|đích)|yêu\s+cầu|một\s+số|địa\s+điểm|thành\s+phần|lưu\s+ý|kế\s+hoạch|phương\s+(?:thức|pháp|châm)|quyền|tài\s+liệu|trách\s+nhiệm|cơ\s+sở\s+vật|danh\s+(?:sách|mục)|chương\s+trình|hoạt\s+động|trường\s+hợp|giai\s+đoạn|bước|đợt|tháng|quý|năm|ngày)(?!\p{L})",
    regex.IGNORECASE,
)
#: «2. Đối với Thủ đô …» names whom it charges as «2. Thủ đô …» does.
_TO = placed(r"(?:đối\s+với|về\s+phía)\s+", regex.IGNORECASE)
_LONGEST = 16


def addressed_by_place(page: Layout) -> dict[int, Lead]:
    """For each heading that charges by its place, those whom it names."""
    below: dict[int, list[int]] = {}
    for number, block in enumerate(page.blocks):
        if block.parent is not None:
            below.setdefault(block.parent, []).append(number)
    found: dict[int, Lead] = {}
    for number, children in below.items():
        if not _CHARGES.match(page.said(page.blocks[number])):
            continue
        headings = [at for at in children if page.blocks[at].kind == "heading" and at in below]
        if not any(_is_a_body(page, page.blocks[at]) for at in headings):
            continue
        for at in headings:
            lead = _named(page, page.blocks[at])
            first = page.blocks[below[at][0]]
            if lead is not None and orders(page.text, first.span.start):
                found[at] = lead
    return found


def titled_by_place(page: Layout, block: Block) -> Lead | None:
    """Whom a title whose number was lost charges, right under a section that assigns."""
    above = page.blocks[block.parent] if block.parent is not None else None
    return _named(page, block) if above and _CHARGES.match(page.said(above)) else None


def _is_a_body(page: Layout, block: Block) -> bool:
    end = block.span.start + len(page.said(block).rstrip(" :.*"))
    units = read_units(page.text, _name_begins(page, block), end)
    return units is not None and units.resumes >= end


def _name_begins(page: Layout, block: Block) -> int:
    prefix = _TO.match(page.text, block.span.start, block.span.end)
    return prefix.end() if prefix else block.span.start


def _named(page: Layout, block: Block) -> Lead | None:
    """The whole heading as one name, unless it is an order, a topic or a sentence."""
    start = _name_begins(page, block)
    words = page.text[start : block.span.end].rstrip(" :.*\n")
    small = words[:1].lower() + words[1:]
    if (
        not words[:1].isupper()
        or len(words.split()) > _LONGEST
        or any(mark in words for mark in ".;:")
        or any(map(str.isdigit, words))
        or VERB.match(small)
        or REQUEST.match(small)
        or _TOPIC.match(words)
    ):
        return None
    span = Span(start, start + len(words))
    unit = Unit(" ".join(words.replace("*", " ").split()), span)
    return Lead((unit,), "heading", "duty.heading", span, span.end).doubted("generic")
