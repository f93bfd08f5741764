"""Figures of meetings with voters and of dialogues, one entry per level.

"Kết quả, … cấp huyện đã tổ chức 142 cuộc … với 4.970 cử tri tham dự, ghi nhận 568 ý kiến; cấp xã …"
states two meetings. A number of sessions alone is a plan, not a result: some result must stand
with it (people who came, or opinions noted). A text that counts no sessions at all may tell what came of
the one it is about: «Tại buổi tiếp xúc, có 6 ý kiến, kiến nghị».
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import regex

from vanban.facts.clause import clauses
from vanban.facts.context import Context
from vanban.facts.meeting_modes import BRACKET, modes_of
from vanban.facts.number import is_lower_bound, parse_count
from vanban.layout.page import Layout
from vanban.model import Block, Meeting, Span
from vanban.rules import Rule, rules
from vanban.rules.pattern import compiled
from vanban.rules.sieve import Words

_ABOUT = compiled(r"tiếp\s+xúc|đối\s+thoại|gặp\s+gỡ|tiếp\s+công\s+dân", regex.IGNORECASE)
_MEETS = Words(_ABOUT)
_AS_OF = compiled(
    r"tính\s+đến\s+(?:hết\s+)?ngày\s+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", regex.IGNORECASE
)


def find(page: Layout, context: Context) -> tuple[Meeting, ...]:
    """The figures of every level, in the order of the text."""
    found: list[Meeting] = []
    before: list[Meeting] = []
    for block in page.blocks:
        if block.zone in {"preamble", "body", "appendix"} and block.kind not in {"heading", "row"}:
            if len(before) == 1 and (told := _told_further(page, before[0], block)):
                found[-1] = told
            before = list(_in_block(page, context, block))
            found += before
    return tuple(found or _uncounted(page, context))


def _uncounted(page: Layout, context: Context) -> Iterator[Meeting]:
    """What came of a meeting whose level the text names, where it says no number of sessions."""
    title = page.said(page.blocks[0]) if page.blocks else ""
    for block in page.blocks:
        if block.kind != "paragraph" or block.zone not in {"preamble", "body"}:
            continue
        if not _at_a_meeting().may_stand(page.text, block.span.start, block.span.end):
            continue
        for sentence in clauses(page.text, block.span, ends="."):
            if rule("at_a_meeting").pattern.match(sentence.of(page.text)):
                around = [context.header.subject or "", title]
                if meeting := _meeting(page.text, sentence, around, None, is_counted=False):
                    yield meeting


@cache
def _at_a_meeting() -> Words:
    return Words(rule("at_a_meeting").pattern)


def _told_further(page: Layout, one: Meeting, block: Block) -> Meeting | None:
    """The figures of a meeting with those of the paragraph after it: «Tại các buổi tiếp xúc, …»."""
    if (one.attendees is not None and one.opinions is not None) or block.kind == "footnote":
        return None
    if not rule("at_meetings").pattern.search(page.said(block)):
        return None
    first = next(clauses(page.text, block.span, ends="."))
    if _find(page.text, first, "sessions"):
        return None
    attendees = _find(page.text, first, "attendees") if one.attendees is None else None
    opinions = _find(page.text, first, "opinions") if one.opinions is None else None
    told = [figure for figure in (attendees, opinions) if figure]
    if not told:
        return None
    span = Span(one.span.start, max(figure.end() for figure in told))
    return replace(
        one,
        span=span,
        text=span.of(page.text),
        attendees=_count(attendees) if attendees else one.attendees,
        opinions=_count(opinions) if opinions else one.opinions,
    )


def _in_block(page: Layout, context: Context, block: Block) -> Iterator[Meeting]:
    if block.kind != "footnote" and not _MEETS.may_stand(
        page.text, block.span.start, block.span.end
    ):
        return
    said = page.said(block)
    if not (rule("sessions").pattern.search(said) and _ABOUT.search(said)):
        return
    around = [page.said(one) for one in page.ancestors(block)] + [context.header.subject or ""]
    as_of = _as_of(said)
    if len({_level(found) for found in rule("level").pattern.finditer(said)}) == 1:
        # A paragraph may name the level once and tell the figures in its next sentence.
        around = [said, *around]
    for span in _statements(page.text, block.span):
        meeting = _meeting(page.text, span, around, as_of)
        if meeting:
            yield meeting


def _statements(text: str, span: Span) -> Iterator[Span]:
    """Clauses joined so that each holds one number of sessions and what follows from it."""
    start: int | None = None
    end = span.start
    for clause in clauses(text, span):
        if _find(text, clause, "sessions"):
            if start is not None:
                yield Span(start, end)
            start = clause.start
        end = clause.end
    if start is not None:
        yield Span(start, end)


def _meeting(
    text: str, span: Span, around: list[str], as_of: date | None, *, is_counted: bool = True
) -> Meeting | None:
    sessions = _find(text, span, "sessions")
    attendees = _find(text, span, "attendees")
    opinions = _find(text, span, "opinions")
    if (sessions is None) is is_counted or (attendees is None and opinions is None):
        return None
    said = span.of(text)
    figures = [found.end() for found in (sessions, attendees, opinions) if found]
    level = _level_of(text[span.start : max(figures)], [said, *around])
    if level is None:
        return None
    return Meeting(
        span=span,
        text=said,
        level=level,
        sessions=_count(sessions) if sessions else None,
        by_mode=modes_of(said),
        attendees=_count(attendees) if attendees else None,
        attendees_is_lower_bound=attendees is not None
        and is_lower_bound(text, attendees.start("n")),
        opinions=_count(opinions) if opinions else None,
        as_of=as_of,
        rule=rule("sessions" if sessions else "at_a_meeting").id,
    )


def _level_of(said: str, around: list[str]) -> str | None:
    """Named by the statement, else by the nearest heading; several levels together are a total."""
    for words in (said, *around):
        named = {_level(found) for found in rule("level").pattern.finditer(words)}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _level(found: regex.Match[str]) -> str:
    if found.group("assembly"):
        return "Quốc hội"
    return f"HĐND {' '.join(found.group('tier').split()).lower()}"


def _as_of(said: str) -> date | None:
    found = _AS_OF.search(said)
    if not found:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _find(text: str, span: Span, what: str) -> regex.Match[str] | None:
    """The first such figure outside brackets (in brackets stand the parts)."""
    inside = [Span(one.start(), one.end()) for one in BRACKET.finditer(text, span.start, span.end)]
    for found in rule(what).pattern.finditer(text, span.start, span.end):
        if not any(one.start <= found.start() < one.end for one in inside):
            return found
    return None


def _count(found: regex.Match[str]) -> int:
    value = parse_count(found.group("n"))
    assert value is not None  # noqa: S101  the rule only matches whole numbers
    return value


@cache
def rule(name: str) -> Rule:
    return next(one for one in rules("figure") if one.id == f"figure.{name}")
