"""A body of which the sentence first tells which one is meant."""

from __future__ import annotations

from dataclasses import replace

from vanban.facts.unit import Units
from vanban.model import Span
from vanban.rules.pattern import compiled

#: «Cơ quan phát hiện vấn đề có trách nhiệm báo cáo»: the first verb only tells which body.
_OF_WHICH = compiled(
    r"(?P<what>(?!có\s+trách|chịu\s+trách)[^.,;:]{4,90}?)\s+(?:có|chịu)\s+trách\s+nhiệm\s"
    r"|(?P<what>có\s+(?!trách\s+nhiệm|nhiệm\s+vụ|kế\s+hoạch)[^.,;:]{6,90}?)\s+(?=(?:thường\s+xuyên|chủ\s+động|khẩn\s+trương|tiếp\s+tục|tập\s+trung|phải|cần|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm)\s)"
    r"|(?P<what>(?:tham\s+gia|thực\s+hiện|đang|hoạt\s+động|khi|làm\s+nhiệm\s+vụ)\s[^.,;:]{2,90}?)\s+phải\s"
)


def described(text: str, units: Units, resumes: int, end: int) -> Units | None:
    """The one body of `units` with the clause after it, if one stands before the verb."""
    is_plural = not any(unit.named for unit in units.units) or " các " in units.names[-1]
    if not is_plural or len(units.units) != 1:
        return None
    found = _OF_WHICH.match(text, resumes, end)
    return _with_clause(text, units, found.end("what")) if found else None


def _with_clause(text: str, units: Units, ends: int) -> Units:
    """The same body with the clause that tells which one is meant."""
    span = Span(units.span.start, ends)
    words = " ".join(span.of(text).split())
    return replace(
        units, units=(replace(units.units[0], name=words, span=span),), span=span, resumes=ends
    )
