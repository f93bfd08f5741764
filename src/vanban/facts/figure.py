"""Totals that the text states beside their parts: "43 cuộc (trong đó 38 …; 05 …)".

`holds` is strict arithmetic. Parts that do not add up are reported only where the text says that
they are all the parts; after "trong đó" they may be some of them, or overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice

from vanban.facts.clause import sentences
from vanban.facts.context import Context
from vanban.facts.parts import (
    Number,
    count_of_item,
    counts_of,
    counts_of_one_thing,
    other_parts_of,
    parts_of,
)
from vanban.facts.sum_opening import opening, opening_rule, openings, openings_of_lists
from vanban.facts.totals import row_sums
from vanban.layout.page import Layout
from vanban.model import Block, Span, Sum
from vanban.rules import table
from vanban.rules.pattern import compiled

# A total stands so near its list, no list is longer, and no sentence of an office holds more of
# them: the cost of a text of nothing but lists stays in step with its length.
_TOTAL_WITHIN, _LIST_WITHIN, _MOST_LISTS = 600, 1500, 16
_LEAD_IN, _LAST_WORDS = 60, 400
# A total and two parts are three figures at least.
_FIGURES = compiled(r"(?:\d\D*){3}")


def find(page: Layout, context: Context) -> tuple[Sum, ...]:  # noqa: ARG001
    """Every total with its parts, in the order of the text."""
    found = [*_in_sentences(page), *_over_items(page), *row_sums(page)]
    return tuple(sorted(found, key=lambda one: (one.span, one.total)))


def _in_sentences(page: Layout) -> Iterator[Sum]:
    text, worth = page.text, openings_of_lists()
    above: Span | None = None
    for block in page.blocks:
        start, end = block.span.start, block.span.end
        if (
            block.kind != "row"
            and worth.may_stand(text, start, end)
            and _FIGURES.search(text, start, end)
        ):
            before = above
            for sentence in sentences(text, block.span):
                # A list of two parts may follow the sentence that holds its total.
                start = before.start if before else sentence.start
                if _FIGURES.search(text, start, sentence.end):
                    yield from _in_sentence(page, sentence, before, apart=before is above)
                before = sentence
        above = Span(max(start, end - _LAST_WORDS), end) if block.kind == "paragraph" else None


def _in_sentence(
    page: Layout, sentence: Span, before: Span | None, *, apart: bool
) -> Iterator[Sum]:
    """The lists of one sentence; the total of one that opens it («Trong đó, …») stands before it,
    `apart` if that is in the paragraph above."""
    text = page.text
    for opens in islice(openings(text, sentence), _MOST_LISTS):
        near = Span(
            max(sentence.start, opens.span.start - _TOTAL_WITHIN),
            min(sentence.end, opens.span.start + _LIST_WITHIN),
        )
        totals = counts_of(text, Span(near.start, opens.span.start))
        told = opens.told
        if not totals and before and _leads_in(text, sentence.start, opens.span.start):
            totals = counts_of(text, before)
            told = told or apart or any(map(str.isalpha, text[sentence.start : opens.span.start]))
        if not totals:
            continue
        until = _end_of_list(text, opens.span.start, near)
        listed = Span(opens.span.end, max(until, opens.span.end))
        parts = parts_of(text, listed)
        total = _total(totals, parts) if len(parts) >= 2 else None
        if total is None or total.value != sum(part.value for part in parts):
            added = _adding_up(totals, chain([parts], other_parts_of(text, listed)))
            total, parts = added or (None if told else total, parts)
        if total is None and not told and (of_one := counts_of_one_thing(text, listed)):
            total, parts = _of_noun(totals, of_one[0].noun), of_one
        if total and _says_all(total, parts, strong=opens.strong):
            yield _sum(text, Span(total.span.start, parts[-1].span.end), total, parts)


def _of_noun(totals: list[Number], noun: str) -> Number | None:
    return next((one for one in totals if one.noun == noun), None)


def _leads_in(text: str, start: int, end: int) -> bool:
    """Whether the words before a list count nothing: «Trong đó, …», «Đến nay, có 18/93 …»."""
    return end - start <= _LEAD_IN and not any(map(str.isdigit, text[start:end]))


def _adding_up(
    totals: list[Number], readings: Iterable[list[Number]]
) -> tuple[Number, list[Number]] | None:
    """The total that a list adds up to, and the list: what comes after it belongs to the next thing
    counted («1.688 cuộc, trong đó có 1.463 cuộc định kỳ, còn lại là 225 cuộc, đã tiếp nhận 2.251 …»)."""
    for parts in readings:
        whole = 0
        for at, part in enumerate(parts, start=1):
            whole += part.value
            goes_on = at < len(parts) and parts[at].noun == part.noun
            total = next((one for one in totals if one.value == whole), None)
            if total and at > 1 and not goes_on:
                return total, parts[:at]
    return None


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
        opens = list(opening().finditer(said))
        if not opens:
            continue
        parts = [part for item in items if (part := count_of_item(page.text, item.span))]
        totals = counts_of(page.text, lead.span)
        total = _total(totals, parts) if totals and len(parts) == len(items) else None
        if total and _says_all(total, parts, strong=bool(opens[-1].group("strong"))):
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
    if total.value == whole:
        return True
    if all(part.of == total.value for part in parts):
        return strong or whole > total.value
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
