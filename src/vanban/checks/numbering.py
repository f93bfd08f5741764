"""Numbering that skips or repeats, among the items under one heading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from vanban.checks.paper import Paper, finding
from vanban.model import Block, Finding
from vanban.rules.pattern import compiled

_MOST = 1000
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_ARTICLE = compiled(r"Điều\s+\d+\W*\w*$", regex.IGNORECASE)


def check(paper: Paper) -> Iterator[Finding]:
    siblings: dict[tuple[int | None, str], list[Block]] = {}
    for _, block in paper.blocks("heading", "item", "row"):
        style = style_of(block)
        if style and not any(span.contains(block.span) for span in paper.quoted):
            key = (
                block.table if block.kind == "row" else block.parent,
                f"{block.kind == 'row'}{style}",
            )
            siblings.setdefault(key, []).append(block)
    for items in siblings.values():
        yield from _sequence(items)
    yield from _points_without_clause(paper)


def _sequence(items: list[Block]) -> Iterator[Finding]:
    for before, after in pairwise(items):
        one, two = value_of(before), value_of(after)
        if one is None or two is None or two in {one + 1, 1} or two > _MOST:
            continue
        span = after.label_span or after.span
        if two == one:
            yield finding(span, "form.numbering", "warning", f"Số thứ tự «{after.label}» lặp lại")
        elif two == one + 2:
            yield finding(
                span,
                "form.numbering",
                "hint",
                f"Số thứ tự nhảy từ «{before.label}» sang «{after.label}»",
            )


def _points_without_clause(paper: Paper) -> Iterator[Finding]:
    """a), b) directly under an article that has no numbered clause (NĐ 30: điều, khoản, điểm)."""
    blocks = paper.document.blocks
    for _, block in paper.blocks("item", "heading", "bullet"):
        parent = blocks[block.parent] if block.parent is not None else None
        if block.label.rstrip(").") == "a" and parent and _is_article(paper, parent):
            yield finding(
                parent.label_span or parent.span,
                "form.point_without_clause",
                "hint",
                "Điều này có điểm a), b) mà không có khoản",
            )


def _is_article(paper: Paper, block: Block) -> bool:
    before = paper.text[max(paper.span.start, block.span.start - 14) : block.span.start]
    return bool(_ARTICLE.search(f"{before}{block.label}"))


def style_of(block: Block) -> str | None:
    label = block.label.strip(" .)(")
    if label.isdigit():
        return "1" + block.label.strip()[-1:].strip("0123456789")
    if label and all(letter in _ROMAN for letter in label):
        return "I"
    if len(label) == 1 and label in _LETTERS + "f":
        return "a"
    return None


def value_of(block: Block) -> int | None:
    """The place in the sequence. "đ" comes between "d" and "e"; "f" is not in the alphabet."""
    label = block.label.strip(" .)(")
    if label.isdigit():
        return int(label)
    if label and all(letter in _ROMAN for letter in label):
        values = [_ROMAN[letter] for letter in label] + [0]
        return sum(-v if v < nxt else v for v, nxt in pairwise(values))
    if label == "f":
        return _LETTERS.index("e") + 2
    return _LETTERS.index(label) + 1 if len(label) == 1 and label in _LETTERS else None
