"""What people ask of a body is no duty of it, and what answers them tells what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanban.facts.context import Context
from vanban.facts.petition_answers import answers_of
from vanban.facts.petition_words import rule
from vanban.layout.page import Layout
from vanban.model import Duty, Petition, Span

_OPENING = 300
# So long a first line («Kính chào Ông/Bà.») only greets.
_GREETING = 30


def without_petitions(
    page: Layout, context: Context, duties: Iterable[Duty], petitions: tuple[Petition, ...]
) -> Iterator[Duty]:
    """The duties that somebody lays: a body named over its answers has none by what stands in them,
    and a text that tells of voters has those that it says were ordered."""
    asked = [one.span for one in petitions]
    answers = [page.blocks[index].span for index in answers_of(page)] if petitions else []
    is_told = _tells_of_voters(page, context)
    for duty in duties:
        by_heading = duty.lead_source in ("heading", "chapeau")
        if duty.lead_source == "table" or not (
            (is_told and not duty.rule.startswith("assignment.request"))
            or _mostly_within(duty.span, asked)
            or (duty.lead_spans and all(_mostly_within(lead, asked) for lead in duty.lead_spans))
            or (by_heading and _mostly_within(duty.span, answers))
            or ((is_told or _mostly_within(duty.span, answers)) and _was_ordered(page, duty))
        ):
            yield duty


def _tells_of_voters(page: Layout, context: Context) -> bool:
    """A letter that answers them, or a text of no kind that begins with a meeting or an answer: what
    bodies do in it («Đại biểu … tiếp xúc cử tri», «UBND xã đã kiểm tra») is told, not laid on them."""
    kind, subject = context.header.kind, context.header.subject or ""
    if kind is not None:
        return kind.casefold() == "công văn" and bool(rule("answered").pattern.search(subject))
    first = (
        page.blocks[:2] if page.blocks and len(page.blocks[0].span) < _GREETING else page.blocks[:1]
    )
    opening = " ".join(map(page.said, first))[:_OPENING]
    return bool(rule("contact").pattern.search(subject or opening))


def _was_ordered(page: Layout, duty: Duty) -> bool:
    """«UBND tỉnh đã có văn bản chỉ đạo UBND xã …» tells what was ordered before."""
    if not duty.lead_spans:
        return False
    before = page.text[duty.span.start : duty.lead_spans[0].start]
    return rule("ordered").pattern.search(before) is not None


def _mostly_within(span: Span, others: Iterable[Span]) -> bool:
    return any(
        min(one.end, span.end) - max(one.start, span.start) > len(span) / 2 for one in others
    )
