"""A statement cut into sentences or numbered parts, each span with its closing mark."""

from __future__ import annotations

from vanban.model import Span
from vanban.rules.pattern import compiled

_ABBREVIATION = compiled(r"(?:^|[\s(])(?:TP|Tp|TT|Tx|ThS|Th|TS|PGS|GS|KT|TM|TL|đ/c|Đ/c|Nxb)$")
_END = compiled(r"[.!…][”\")]*\s+(?=[(“\"]*\p{Lu})")
_PART = compiled(r"(?<=[\s:;,.])\((\d{1,2})\)\s+")


def sentences_of(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of a statement; together with the blanks between them they cover it."""
    starts = [span.start]
    for mark in _END.finditer(text, span.start, span.end):
        before = text[max(span.start, mark.start() - 8) : mark.start()]
        if not _ABBREVIATION.search(before):
            starts.append(mark.end())
    bounds = [*starts[1:], span.end]
    return tuple(_trimmed(text, start, end) for start, end in zip(starts, bounds, strict=True))


def parts_of(text: str, span: Span) -> tuple[tuple[str, Span], ...]:
    """The parts «(1) …; (2) …» of a statement, the first with the words before it; none if fewer
    than two."""
    marks = list(_PART.finditer(text, span.start, span.end))
    numbers = [int(match[1]) for match in marks]
    if len(marks) < 2 or numbers != list(range(1, len(marks) + 1)):
        return ()
    starts = [span.start, *(match.end() for match in marks[1:])]
    ends = [*(match.start() for match in marks[1:]), span.end]
    return tuple(
        (f"({number})", _trimmed(text, start, end))
        for number, start, end in zip(numbers, starts, ends, strict=True)
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start, start + len(words.rstrip()))
