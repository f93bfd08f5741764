"""What people ask of a body is no duty of it, and what answers them tells what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanban.facts.petition_answers import answers_of
from vanban.layout.page import Layout
from vanban.model import Duty, Petition, Span


def without_petitions(
    page: Layout, duties: Iterable[Duty], petitions: tuple[Petition, ...]
) -> Iterator[Duty]:
    """The duties that somebody lays: a body named over its answers has none by what stands in them."""
    asked = [one.span for one in petitions]
    answers = [page.blocks[index].span for index in answers_of(page)] if petitions else []
    for duty in duties:
        by_heading = duty.lead_source in ("heading", "chapeau")
        if duty.lead_source == "table" or not (
            _mostly_within(duty.span, asked) or (by_heading and _mostly_within(duty.span, answers))
        ):
            yield duty


def _mostly_within(span: Span, others: Iterable[Span]) -> bool:
    return any(
        min(one.end, span.end) - max(one.start, span.start) > len(span) / 2 for one in others
    )
