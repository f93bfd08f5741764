"""Totals that the text states beside their parts: "43 cuộc (trong đó 38 …; 05 …)".

`holds` is strict arithmetic. Parts that do not add up are reported only where the text says that
they are all the parts; after "trong đó" they may be some of them, or overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from vanban.facts.clause import sentences
from vanban.facts.context import Context
from vanban.facts.parts import Number, count_of_item, counts_of, parts_of
from vanban.facts.totals import row_sums
from vanban.layout.page import Layout
from vanban.model import Block, Span, Sum
from vanban.rules import Rule, rules, table
from vanban.rules.pattern import compiled
from vanban.rules.sieve import Words
from vanban.rules.sought import Sought

# A total stands so near its list, no list is longer, and no sentence of an office holds more of
# them: the cost of a text of nothing but lists stays in step with its length.
_TOTAL_WITHIN, _LIST_WITHIN, _MOST_LISTS = 600, 1500, 16
_BRACKET = compiled(r"\([^()]*\d[^()]*\)")
# A total and two parts are three figures at least.
_FIGURES = compiled(r"(?:\d\D*){3}")


def find(page: Layout, context: Context) -> tuple[Sum, ...]:  # noqa: ARG001
    """Every total with its parts, in the order of the text."""
    found = [*_in_sentences(page), *_over_items(page), *row_sums(page)]
    return tuple(sorted(found, key=lambda one: (one.span, one.total)))


def _in_sentences(page: Layout) -> Iterator[Sum]:
    text, worth = page.text, _openings_of_lists()
    for block in page.blocks:
        start, end = block.span.start, block.span.end
        if (
            block.kind != "row"
            and worth.may_stand(text, start, end)
            and _FIGURES.search(text, start, end)
        ):
            for sentence in sentences(text, block.span):
                if _FIGURES.search(text, sentence.start, sentence.end):
                    yield from _in_sentence(page, sentence)


def _in_sentence(page: Layout, sentence: Span) -> Iterator[Sum]:
    text = page.text
    for opening in islice(_openings(text, sentence), _MOST_LISTS):
        near = Span(
            max(sentence.start, opening.span.start - _TOTAL_WITHIN),
            min(sentence.end, opening.span.start + _LIST_WITHIN),
        )
        totals = counts_of(text, Span(near.start, opening.span.start))
        if not totals:
            continue
        until = _end_of_list(text, opening.span.start, near)
        parts = parts_of(text, Span(opening.span.end, max(until, opening.span.end)))
        if len(parts) < 2:
            continue
        total = _total(totals, parts)
        if total and _says_all(total, parts, strong=opening.strong):
            yield _sum(text, Span(total.span.start, parts[-1].span.end), total, parts)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a list of parts begins, and whether the text says that they are all there are."""

    span: Span
    strong: bool


def _openings(text: str, sentence: Span) -> Iterator[Opening]:
    for found in _opening().finditer(text, sentence.start, sentence.end):
        yield Opening(Span(*found.span()), bool(found.group("strong")))
    for bracket in _BRACKET.finditer(text, sentence.start, sentence.end):
        if not _opening().search(text, *bracket.span()):
            yield Opening(Span(bracket.start(), bracket.start() + 1), strong=True)


def _over_items(page: Layout) -> Iterator[Sum]:
    """A lead-in that ends with a colon and states a total, its parts in the items below."""
    children: dict[int, list[Block]] = {}
    for block in page.blocks:
        if block.parent is not None and block.kind in {"bullet", "item"}:
            children.setdefault(block.parent, []).append(block)
    for index, items in children.items():
        lead = page.blocks[index]
        said = page.said(lead).rstrip()
        if not said.endswith(":") or len(items) < 2:
            continue
        opening = list(_opening().finditer(said))
        if not opening:
            continue
        parts = [part for item in items if (part := count_of_item(page.text, item.span))]
        totals = counts_of(page.text, lead.span)
        total = _total(totals, parts) if totals and len(parts) == len(items) else None
        if total and _says_all(total, parts, strong=bool(opening[-1].group("strong"))):
            yield _sum(page.text, Span(total.span.start, parts[-1].span.end), total, parts)


def _sum(text: str, span: Span, total: Number, parts: list[Number]) -> Sum:
    values = tuple(part.value for part in parts)
    return Sum(
        span=span,
        text=span.of(text),
        total=total.value,
        parts=values,
        holds=total.value == sum(values),
        rule=opening_rule().id,
    )


def _end_of_list(text: str, opening: int, sentence: Span) -> int:
    """The bracket that was open before the list began closes it; else the sentence does."""
    depth = 0
    inside = text.rfind("(", sentence.start, opening) > text.rfind(")", sentence.start, opening)
    if text[opening] == "(":
        closing = text.find(")", opening, sentence.end)
        return closing if closing >= 0 else sentence.end
    for at in range(opening, sentence.end):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            if inside and depth == 0:
                return at
            depth -= 1
    return sentence.end


def _total(totals: list[Number], parts: list[Number]) -> Number | None:
    """The total meant: named by the shares, else the one that adds up, else the same noun."""
    shared = {part.of for part in parts}
    if shared != {None}:
        return next((one for one in totals if {one.value} == shared), None)
    whole = sum(part.value for part in parts)
    return next(
        (one for one in totals if one.value == whole),
        next((one for one in totals if all(_alike(one, part) for part in parts)), None),
    )


def _says_all(total: Number, parts: list[Number], *, strong: bool) -> bool:
    """Whether a difference would be a mistake and not merely "some of them"."""
    whole = sum(part.value for part in parts)
    if total.value == whole or all(part.of == total.value for part in parts):
        return True
    if any(part.value > total.value for part in parts):
        return strong
    same = all(_alike(total, part) for part in parts)
    return same and (strong or whole > total.value)


def _alike(one: Number, other: Number) -> bool:
    return one.noun == other.noun or (not other.noun) or {one.noun, other.noun} <= _kin(one.noun)


@cache
def _kin(noun: str) -> frozenset[str]:
    for row in table("figure")["same_thing"]:
        if noun in row["nouns"]:
            return frozenset(row["nouns"])
    return frozenset({noun})


@cache
def _openings_of_lists() -> Words:
    return Words(opening_rule().pattern, _BRACKET)


@cache
def _opening() -> Sought:
    return Sought(opening_rule().pattern)


@cache
def opening_rule() -> Rule:
    return next(rule for rule in rules("figure") if rule.id == "figure.partition")
