"""Mentions by kind alone: "Kế hoạch này", "Quyết định nêu trên". They are resolved, never guessed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

import regex

from vanban.facts.context import Context
from vanban.facts.landmark import matches_at
from vanban.facts.named_reference import also_verbs
from vanban.facts.numbered_reference import kind_starts, kind_words
from vanban.facts.stretch import stretches
from vanban.layout.page import Layout
from vanban.model import Meaning, PartialMention, Reference, Span
from vanban.rules import rules
from vanban.rules.pattern import compiled, placed
from vanban.rules.sieve import Words
from vanban.text.case import small

_MANY = compiled(r"(?<!\p{L})(?:các|những|hai|ba)\s+$", regex.IGNORECASE)
# Any document may be called so.
_ANY = "văn bản"


def find(page: Layout, context: Context) -> tuple[PartialMention, ...]:
    """The partial mentions in order, each with the mentions of the document that it may mean."""
    return tuple(_every(page, context))


def _every(page: Layout, context: Context) -> Iterator[PartialMention]:
    cited = sorted(context.references, key=lambda mention: mention.span.start)
    starts = [mention.span.start for mention in cited]
    reach = list(accumulate((mention.span.end for mention in cited), max, initial=0))
    of_kind: dict[str, list[Reference]] = {}
    for stretch in stretches(page):
        if not _signs().may_stand(stretch.text, stretch.span.start, stretch.span.end):
            continue
        said = small(stretch.text[stretch.span.start : stretch.span.end])
        for found in matches_at(_pattern(), stretch.text, stretch.span, kind_starts(said)):
            span = Span(*found.span())
            within = reach[bisect_right(starts, span.start)] >= span.end
            if found["kind"] in also_verbs() or within:
                continue
            many = _MANY.search(stretch.text, max(0, span.start - 8), span.start) is not None
            kind = found["kind"]
            if kind not in of_kind:
                of_kind[kind] = [one for one in cited if _is_of(one, kind)]
            this = found["this"] is not None
            before = _ended_before(of_kind[kind], span.start, last=this and not many)
            means, mentions = _meant(found["kind"], before, context, this=this, many=many)
            rule = "partial.this" if this else "partial.above"
            words = " ".join(found.group().split())
            yield PartialMention(span, words, found["kind"].capitalize(), means, mentions, rule)


def _ended_before(mentions: list[Reference], at: int, *, last: bool) -> list[Reference]:
    """The mentions that end before this place, in order; only the last where no other is asked."""
    begun = bisect_right(mentions, at, key=lambda mention: mention.span.start)
    if not last:
        return [one for one in mentions[:begun] if one.span.end <= at]
    nearest = (mentions[n] for n in range(begun - 1, -1, -1) if mentions[n].span.end <= at)
    return [one for one in (next(nearest, None),) if one]


def _meant(
    kind: str, before: Sequence[Reference], context: Context, *, this: bool, many: bool
) -> tuple[Meaning, tuple[Span, ...]]:
    """What is meant: the mention just before, or the first mention of each document before."""
    if this and not many:
        if _is_own(kind, context):
            return "self", ()
        return ("reference", (before[-1].span,)) if before else ("unknown", ())
    spans = tuple(mention.span for mention in _apart(before))
    if not spans:
        return ("self", ()) if _is_own(kind, context) and not many else ("unknown", ())
    return ("reference" if many or len(spans) == 1 else "ambiguous", spans)


def _is_own(kind: str, context: Context) -> bool:
    """Whether the document is of this kind, or issues what is ("ban hành Quy chế")."""
    words = " ".join(kind.lower().split())
    header = context.header
    issued = small(header.subject or "").startswith(
        (f"ban hành {words}", f"về việc ban hành {words}")
    )
    return words == _ANY or (header.kind or "").startswith(words) or issued


def _is_of(mention: Reference, kind: str) -> bool:
    words = " ".join(kind.lower().split())
    return words == _ANY or (mention.kind or "").lower().startswith(words)


def _apart(mentions: Sequence[Reference]) -> list[Reference]:
    """The first mention of each document, in order; one without a date is one of the dated."""
    first: dict[tuple[str | None, ...], Reference] = {}
    for mention in mentions:
        name = mention.number or " ".join(mention.text.lower().split())
        first.setdefault((name, str(mention.date) if mention.date else None), mention)
    dated = {name for name, day in first if day}
    return [mention for (name, day), mention in first.items() if day or name not in dated]


@cache
def _signs() -> Words:
    return Words(compiled(_words(), regex.IGNORECASE))


@cache
def _pattern() -> regex.Pattern[str]:
    return placed(_words(), regex.IGNORECASE)


def _words() -> str:
    after = "|".join(
        f"(?P<{rule.id.partition('.')[2]}>{rule.pattern.pattern})"
        for rule in rules("partial_mentions")
    )
    return rf"(?<!\p{{L}})(?P<kind>{kind_words()})(?:{after})"
