"""A statement cut where its clauses end, never inside brackets or quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.model import Span
from vanban.rules.pattern import compiled

# "TP. Hòa Mẫu" is one name: no sentence ends in it.
_MARK = compiled(r"[()“”;,]|(?<!(?<!\p{L})(?:TP|Tp|TX|Tx|TT))\.(?=\s+\p{Lu}|\s*$)")
_BRACKETS = {"(": 1, ")": -1, "“": 1, "”": -1}


def clauses(text: str, span: Span, ends: str = ";.") -> Iterator[Span]:
    """The clauses of a statement, without their closing mark and outer blanks.

    `ends` names the marks that close a clause; a point closes one only before a capital letter.
    """
    start, depth = span.start, 0
    for found in _MARK.finditer(text, span.start, span.end):
        mark = found.group()
        if mark in _BRACKETS:
            depth = max(0, depth + _BRACKETS[mark])
        elif mark in ends and (depth == 0 or mark == "."):
            depth = 0
            yield from _trimmed(text, start, found.start())
            start = found.end()
    yield from _trimmed(text, start, span.end)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a statement."""
    return clauses(text, span, ends=".")


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
