"""Where a list of parts begins: «gồm», «trong đó», a bracket with figures, a colon between counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vanban.model import Span
from vanban.rules import Rule, rules
from vanban.rules.pattern import compiled
from vanban.rules.sieve import Words
from vanban.rules.sought import Sought

_BRACKET = compiled(r"\([^()]*\d[^()]*\)")
# «12 cuộc đối thoại: cấp tỉnh 4 cuộc, …»: a colon behind a count and before another.
_COLON = compiled(
    r":(?=\s*\p{L}[^,;:.()\d]{1,40}\s\d[\d.]*\s+\p{L})(?<=\d\s+\p{L}[^,;:.()\d]{1,60}:)"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a list of parts begins, and whether the text says that they are all there are; after one
    that is only `told` («đến nay, có 18/93 …») it is a list of parts if it adds up."""

    span: Span
    strong: bool
    told: bool = False


def openings(text: str, sentence: Span) -> Iterator[Opening]:
    for found in opening().finditer(text, sentence.start, sentence.end):
        yield Opening(Span(*found.span()), bool(found.group("strong")), bool(found.group("told")))
    for bracket in _BRACKET.finditer(text, sentence.start, sentence.end):
        if not opening().search(text, *bracket.span()):
            yield Opening(Span(bracket.start(), bracket.start() + 1), strong=True)
    for colon in _COLON.finditer(text, sentence.start, sentence.end):
        yield Opening(Span(*colon.span()), strong=False)


@cache
def openings_of_lists() -> Words:
    return Words(opening_rule().pattern, _BRACKET, _COLON)


@cache
def opening() -> Sought:
    return Sought(opening_rule().pattern)


@cache
def opening_rule() -> Rule:
    return next(rule for rule in rules("figure") if rule.id == "figure.partition")
