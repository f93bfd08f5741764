"""What every family of checks is given: the document, its words in the file, what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import regex

from vanban.model import Block, Document, Finding, Reference, Severity, Span
from vanban.rules.pattern import compiled

Registry = Callable[[Reference], str | None]
"""Told of a reference, answers with a Vietnamese sentence if it is repealed or replaced."""

DayOff = Callable[[date], str | None]
"""Told of a day, answers with the name of the day off, None for a working day."""

_LETTERS = compiled(r"[^\W\d_]+")
_QUOTED = compiled(r"“[^“”]*\n[^“”]*”")
_PARTY = compiled(r"^(?:Số:?\s*)?\d*\s*-\p{L}{1,4}/", regex.IGNORECASE)


class Word(NamedTuple):
    """A run of letters as it stands in the text."""

    said: str
    start: int
    end: int


@dataclass(frozen=True)
class Paper:
    """One document under the pencil. Spans count characters of `text`, the text of the file."""

    text: str
    document: Document
    registry: Registry | None = None
    day_off: DayOff | None = None

    @property
    def span(self) -> Span:
        return self.document.span

    @cached_property
    def words(self) -> str:
        return self.span.of(self.text)

    @cached_property
    def is_party(self) -> bool:
        """Party documents write "13-CTr/TU"; state and Front documents write "13/CTr-UBND"."""
        header = self.document.header
        return bool(header.number and _PARTY.match(header.number)) or (
            "ĐẢNG CỘNG SẢN" in self.head.of(self.text)
        )

    @cached_property
    def head(self) -> Span:
        """From the first words to the body: letterhead, kind and subject."""
        body = [one for one in self.document.blocks if one.zone in {"preamble", "body"}]
        return Span(self.span.start, body[0].span.start if body else self.span.end)

    @cached_property
    def tokens(self) -> list[Word]:
        """Every run of letters, gathered once for all families that judge words."""
        found = self.find(_LETTERS)
        return [Word(one.group(), one.start(), one.end()) for one in found]

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """Quotations of more than one line: the new wording that an amending document gives."""
        return tuple(Span(*one.span()) for one in self.find(_QUOTED))

    def said(self, block: Block) -> str:
        return block.span.of(self.text)

    def blocks(self, *kinds: str) -> Iterator[tuple[int, Block]]:
        for index, block in enumerate(self.document.blocks):
            if not kinds or block.kind in kinds:
                yield index, block

    def find(self, pattern: regex.Pattern[str]) -> Iterator[regex.Match[str]]:
        return pattern.finditer(self.text, self.span.start, self.span.end)


def finding(
    span: Span, rule: str, severity: Severity, message: str, suggestion: str | None = None
) -> Finding:
    """A finding with its sentence on one line, however the words were broken in the file."""
    return Finding(
        span=span,
        rule=rule,
        severity=severity,
        message=" ".join(message.split()),
        suggestion=" ".join(suggestion.split()) if suggestion else None,
    )
