"""Counts with their nouns, and the parts of a list: "38 cuộc trực tiếp, 05 cuộc trực tuyến"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from vanban.facts.clause import clauses
from vanban.facts.number import COUNT, parse_count
from vanban.model import Span
from vanban.rules.pattern import compiled

_COUNT = compiled(rf"(?P<n>{COUNT})\s*(?P<noun>\p{{L}}+(?:\s+\p{{L}}+)?)?")
_PART = compiled(
    rf"(?:(?:và|có|với|gồm|hay|,|:|-)\s*)*(?:(?:đã|đang|chưa|còn|được)\s+(?:\p{{Ll}}+\s+){{0,4}})?"
    rf"(?:(?P<n>{COUNT})|(?<![\p{{L}}\d.,/])(?P<top>\d+)/(?P<of>\d+)(?![\d/]))"
    rf"\s*(?P<noun>\p{{L}}+(?:\s+\p{{L}}+)?)?"
)
_LABELLED = compiled(rf"[^\d:;]{{2,80}}:\s*(?P<n>{COUNT})\s*(?P<noun>\p{{L}}+(?:\s+\p{{L}}+)?)?")
_NAMED = compiled(rf"\p{{Lu}}[^\d,;()]{{1,80}}\s(?P<n>{COUNT})(?P<noun>)$")
# The count behind its words, with or without the persons it stands for: "tiếp định kỳ 98 lượt/115 người".
_TAILED = compiled(
    rf"(?:(?:và|có|với|gồm|còn\s+lại|,|-)\s*)*(?:\p{{L}}[^\d:;,()]{{1,80}}\s)?"
    rf"(?:(?P<n>{COUNT})|(?<![\p{{L}}\d.,/])(?P<n>\d{{1,3}}(?:\.\d{{3}})+|\d+)(?=/\d))"
    rf"(?:/\d[\d.]*)?\s*(?P<noun>\p{{L}}+(?:\s+\p{{L}}+)?)?"
)
# The count of one thing behind the words for whose it is: "cấp tỉnh 4 cuộc".
_BEHIND = compiled(
    rf"\s*\p{{L}}[^\d:;,()]{{1,60}}\s(?P<n>{COUNT})\s+(?P<noun>\p{{L}}+)(?:\s+\p{{L}}+){{0,4}}\W*"
)
_AND_NUMBER = compiled(r"\s+và\s+(?=\d)")
_AND_NAME = compiled(r"\s+và\s+(?=\d|\p{Lu}[^,;]{1,60}\s\d)")
_AND_WHOSE = compiled(r"\s+và\s+(?=\p{L}[^\d:;,()]{1,60}\s\d)")
_AMOUNTS = frozenset(
    {"triệu", "tỷ", "nghìn", "ngàn", "đồng", "tháng", "năm", "ngày", "giờ", "khóa"}
)


@dataclass(frozen=True, slots=True)
class Number:
    """A count with its noun ("43 cuộc tiếp") and, for "9/12", the total it is a share of."""

    value: int
    noun: str
    span: Span
    of: int | None = None


def parts_of(text: str, span: Span) -> list[Number]:
    """The counts at the head of each clause: split at semicolons if there are any, else commas."""
    by_semicolon = list(clauses(text, span, ";"))
    parts = [part for piece in by_semicolon if (part := _part(text, piece))]
    if len(parts) >= 2:
        return parts if len(parts) == len(by_semicolon) else []
    by_comma = [one for piece in clauses(text, span, ";,") for one in _joined(text, piece)]
    parts = [part for piece in by_comma if (part := _part(text, piece))]
    return parts if len(parts) >= 2 else []


def other_parts_of(text: str, span: Span) -> Iterator[list[Number]]:
    """The same stretch divided otherwise: at commas as well as semicolons, the words before the counts.

    So a list may be read that `parts_of` reads wrongly; only its adding up shows that it was one.
    """
    for mark in (";", ";,"):
        pieces = [
            one for piece in clauses(text, span, mark) for one in _joined(text, piece, _AND_NAME)
        ]
        yield [part for piece in pieces if (part := _part(text, piece))]
        yield [
            _number(found)
            for piece in pieces
            if (found := _TAILED.match(text, piece.start, piece.end))
            and _noun(found) not in _AMOUNTS
        ]


def counts_of_one_thing(text: str, span: Span) -> list[Number]:
    """The counts of a list whose parts are told by whose they are, all of one thing: "cấp tỉnh 4 cuộc,
    cấp xã 9 cuộc". What comes after them counts it no more."""
    pieces = [
        one for piece in clauses(text, span, ";,") for one in _joined(text, piece, _AND_WHOSE)
    ]
    parts: list[Number] = []
    for piece in pieces:
        found = _BEHIND.fullmatch(text, piece.start, piece.end)
        if found is None or _noun(found) in _AMOUNTS or (parts and _noun(found) != parts[0].noun):
            break
        parts.append(_number(found))
    if len(parts) < 2:
        return []
    after = counts_of(text, Span(parts[-1].span.end, span.end))
    return [] if any(one.noun == parts[0].noun for one in after) else parts


def _joined(text: str, piece: Span, joint: regex.Pattern[str] = _AND_NUMBER) -> Iterator[Span]:
    """ "20 đơn tố cáo và 40 đơn kiến nghị" holds two parts."""
    start = piece.start
    for found in joint.finditer(text, piece.start, piece.end):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, piece.end)


def _part(text: str, piece: Span) -> Number | None:
    named = _NAMED.match(piece.of(text))
    if named:
        end = piece.start + named.end("n")
        return Number(_value(named), "", Span(piece.start + named.start("n"), end))
    found = _PART.match(text, piece.start, piece.end)
    if not found or _noun(found) in _AMOUNTS:
        return None
    if found.group("of"):
        share = Span(found.start("top"), found.end("of"))
        return Number(int(found.group("top")), _noun(found), share, int(found.group("of")))
    return _number(found)


def count_of_item(text: str, item: Span) -> Number | None:
    """ "- Khiếu nại: 50 đơn;" or "- 50 đơn khiếu nại"."""
    found = _LABELLED.match(text, item.start, item.end)
    if found and _noun(found) not in _AMOUNTS:
        return _number(found)
    return _part(text, item)


def counts_of(text: str, span: Span) -> list[Number]:
    """Counts of things, nearest to the list first."""
    found = [_number(one) for one in _COUNT.finditer(text, span.start, span.end)]
    return [one for one in reversed(found) if one.noun and one.noun not in _AMOUNTS]


def _number(found: regex.Match[str]) -> Number:
    return Number(_value(found), _noun(found), Span(found.start("n"), found.end("n")))


def _value(found: regex.Match[str]) -> int:
    value = parse_count(found.group("n"))
    assert value is not None  # noqa: S101  the pattern COUNT only matches whole numbers
    return value


def _noun(found: regex.Match[str]) -> str:
    return str(found.group("noun") or "").split(" ")[0].casefold()
