"""Mentions of documents without a number that still point at one document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

import regex

from vanban.facts.conclusion import is_announced, meeting_after, with_opinion
from vanban.facts.date import parse_date
from vanban.facts.issuer import (
    heads_pattern,
    name_pattern,
    person_pattern,
    post_pattern,
    without_person,
)
from vanban.facts.landmark import Landmarks, beginnings, matches_at
from vanban.facts.law import BEGINS, laws
from vanban.facts.numbered_reference import kind_starts, kind_words
from vanban.facts.stretch import Stretch
from vanban.model import Reference, Span
from vanban.rules import Rule, rules, table
from vanban.rules.pattern import compiled, placed
from vanban.text.case import small

# The kinds that are named by their issuer alone; a "báo cáo của huyện" points at no one document.
_TITLE = compiled(
    r"\s+(?:về|thực\s+hiện|triển\s+khai)\s+[^;.()“”\n]{3,160}?(?=\s*(?:[;.()“”\n,]|$))"
)
_OF = ("của", "giữa")
# No kind and no title runs over one of these.
_STOPS = '.;:()/“”"'
# How far before "của" the kind may stand.
_REACH = 140
_GENERIC = compiled(r"(?:Đảng|Nhà\s+nước|Trung\s+ương|cấp\s+trên|Quốc\s+hội|Chính\s+phủ)")


def known_issuers(cited: Iterable[Reference]) -> frozenset[tuple[str, str]]:
    """Kind and issuer, in small letters, of every document that is cited by number."""
    return frozenset(
        ((mention.kind or "").lower(), (mention.issuer or "").lower()) for mention in cited
    )


def named(
    stretch: Stretch, numbered: Iterable[Reference], known: frozenset[tuple[str, str]]
) -> list[Reference]:
    """The mentions by name in one stretch; `known`: see `known_issuers`."""
    said = small(stretch.text[stretch.span.start : stretch.span.end])
    places = _landmarks().places(said)
    if not places:
        return []
    taken = sorted(mention.span for mention in numbered)
    starts = [span.start for span in taken]
    out: list[Reference] = []
    for mention in sorted(
        _every(stretch, said, places, known), key=lambda found: (found.span.start, -len(found.span))
    ):
        last = out[-1] if out else None
        if last and mention.span.start == last.span.start:
            continue
        at = bisect_right(starts, mention.span.start) - 1
        if at >= 0 and mention.span.start < taken[at].end:
            continue
        if not _is_not_yet(stretch, mention):
            out.append(mention)
    return out


def _every(
    stretch: Stretch, said: str, places: dict[str, list[int]], known: frozenset[tuple[str, str]]
) -> Iterator[Reference]:
    """`said`: the words of the stretch in small letters, in which the landmarks stand at `places`."""
    text, span = stretch.text, stretch.span
    for rule in _begun_by(frozenset(places)):
        if not all(word in said for word in rule.extra["needs"]):
            continue
        starts = beginnings(places, rule.extra["begins"])
        for found in matches_at(rule.pattern, text, span, starts):
            groups = found.groupdict()
            yield _reference(
                text,
                Span(*found.span()),
                groups.get("kind") or str(rule.extra["kind"]),
                groups.get("issuer"),
                rule.id,
                groups.get("date"),
            )
    for law in laws(text, span, beginnings(places, BEGINS)):
        yield replace(_reference(text, law.span, law.kind, None, "named.law"), date=law.date)
    yield from _of_issuers(text, span, beginnings(places, _OF), known)


def _of_issuers(
    text: str, span: Span, places: Sequence[int], known: frozenset[tuple[str, str]]
) -> Iterator[Reference]:
    """Kind, what it is on, "của" or "giữa", a body that issues documents, and its title."""
    floor = span.start
    for found in matches_at(_of(), text, span, places):
        left, begin = _kind_left_of(text, floor, found.start())
        if not left:
            continue
        kind, issuer = (
            " ".join(left["kind"].split()),
            without_person(" ".join((found["of_person"] or found["issuer"]).split())),
        )
        concluded = kind.lower() == "kết luận"
        meeting = meeting_after(text, found.end(), span.end) if concluded else None
        if meeting and is_announced(text, floor, begin + left.start()):
            continue
        small_kind = kind[0].islower() and not meeting
        if small_kind and not _is_known(kind.lower(), issuer.lower(), known):
            continue
        if _GENERIC.fullmatch(issuer) and not left["middle"].strip():
            continue
        # "Chương trình, Kế hoạch của A và B: Chương trình số …" only heads what it lists.
        if text[found.end() : found.end() + 1] == ":":
            continue
        starts = not text[span.start : begin + left.start()].strip()
        if starts and left["middle"].strip() and kind.lower() in also_verbs():
            continue
        title = _TITLE.match(text, found.end(), span.end)
        mention = Span(begin + left.start(), title.end() if title else found.end())
        if meeting:
            mention = with_opinion(text, floor, Span(mention.start, meeting))
        floor = found.end()
        yield _reference(text, mention, kind, issuer, "named.issuer")


def _kind_left_of(text: str, floor: int, end: int) -> tuple[regex.Match[str] | None, int]:
    """The kind named before this place, and where the words begin in which it was found."""
    begin = max(floor, end - _REACH)
    begin = max(begin, *(text.rfind(stop, begin, end) + 1 for stop in _STOPS))
    said = text[begin : end - 1]
    for at in kind_starts(said):
        found = _kind_before().match(said, at)
        if found:
            return found, begin
    return None, begin


def _is_known(kind: str, issuer: str, known: frozenset[tuple[str, str]]) -> bool:
    """Whether a document of this kind and body is cited by number ("kế hoạch của Ban …")."""
    return any(
        kind in (one, one.partition(" ")[0]) and issuer in body for one, body in known if body
    )


def _reference(
    text: str, span: Span, kind: str, issuer: str | None, rule: str, date: str | None = None
) -> Reference:
    words = " ".join(kind.split())
    return Reference(
        span=span,
        text=" ".join(text[span.start : span.end].split()),
        kind=words[:1].upper() + words[1:].lower()
        if words.isupper()
        else words[:1].upper() + words[1:],
        number=None,
        date=parse_date(date) if date else None,
        issuer=" ".join(issuer.split()) if issuer else None,
        rule=rule,
        confidence=0.8,
    )


def _is_not_yet(stretch: Stretch, mention: Reference) -> bool:
    """A document yet to be made, one of many, or what a numbered document issues."""
    if mention.rule in (
        "named.law",
        "named.congress",
        "named.plenum",
        "named.statute",
    ):
        return False
    left = stretch.text[max(stretch.span.start, mention.span.start - 40) : mention.span.start]
    return bool(_not_yet().search(left))


@cache
def also_verbs() -> frozenset[str]:
    """Kinds of document, in small letters, that are verbs as well ("quy định", "kết luận")."""
    return frozenset(table("references")["words"]["also_verbs"])


@lru_cache(maxsize=512)
def _begun_by(words: frozenset[str]) -> tuple[Rule, ...]:
    """The rules whose mentions begin with one of these landmarks."""
    return tuple(rule for rule in rules("references") if not words.isdisjoint(rule.extra["begins"]))


@cache
def _landmarks() -> Landmarks:
    begins = (word for rule in rules("references") for word in rule.extra["begins"])
    return Landmarks([*begins, *BEGINS, *_OF])


@cache
def _not_yet() -> regex.Pattern[str]:
    words = "|".join(word.replace(" ", r"\s+") for word in table("references")["words"]["not_yet"])
    return compiled(
        rf"(?<!\p{{L}})(?:{words})\s*(?:,?\s*(?:đề\s+xuất|chủ\s+trương|đầu\s+tư)\s*)*$",
        regex.IGNORECASE,
    )


@cache
def _of() -> regex.Pattern[str]:
    body = rf"(?={heads_pattern()}){name_pattern()}"
    return placed(
        rf"(?<=\s)(?:của|giữa)\s+(?:{person_pattern()}(?P<of_person>{body})|(?P<issuer>(?:{post_pattern()})?{body}))"
    )


@cache
def _kind_before() -> regex.Pattern[str]:
    return placed(
        rf"(?<!\p{{L}})(?P<kind>(?i:{kind_words()}))"
        rf"(?P<middle>(?:\s+(?!(?:số|này|của|giữa|và|các|về)(?!\p{{L}}))[\p{{L}}\d\-]+,?){{0,12}}?)$"
    )
