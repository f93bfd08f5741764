"""When something is to be done: the words of a statement read as days, recurrences and terms.

`parse(words)` reads, `say(time)` (in `time_words`) writes; `parse(say(x))` means the same as `x`.
Nothing here knows "today": a phrase without a year takes the year of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vanban.facts.time_clock import Clock
from vanban.facts.time_resolve import resolve
from vanban.facts.time_sieve import Place, Tried, sieve
from vanban.facts.time_told import is_another_time, is_told_of, was_before
from vanban.facts.time_value import EVERY, When
from vanban.model import Recurrence, Span
from vanban.rules import Rule


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the text that say a time, the rule that knew them, and what they mean."""

    span: Span
    words: str
    rule: str
    when: When


@dataclass(frozen=True, slots=True)
class Time:
    """All that a text says about time. `pieces` are in the order of the text and may nest."""

    pieces: tuple[Piece, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pieces)

    @property
    def meaning(self) -> tuple[When, ...]:
        return tuple(piece.when for piece in self.pieces)

    @property
    def due(self) -> tuple[date, ...]:
        """End dates, each once, in order."""
        return tuple(sorted({day for piece in self.pieces for day in piece.when.due}))

    @property
    def start(self) -> date | None:
        return min((p.when.start for p in self.pieces if p.when.start), default=None)

    @property
    def recurrence(self) -> Recurrence:
        """The most frequent of the recurrences that are said ("hằng quý, 6 tháng, năm")."""
        said = {piece.when.recurrence for piece in self.pieces}
        if any(piece.when.term and piece.when.term.event for piece in self.pieces):
            said.add("on-event")  # «trong 03 ngày kể từ ngày nhận đơn»: each time one is received
        return next((kind for kind in EVERY if kind in said), "none")

    @property
    def uncertain(self) -> bool:
        return any(piece.when.uncertain for piece in self.pieces)

    @property
    def shown(self) -> tuple[Piece, ...]:
        """The pieces that no other piece contains: their words joined are the `time_text`."""
        return tuple(
            piece
            for at, piece in enumerate(self.pieces)
            if not any(
                other.span.contains(piece.span) and (other.span != piece.span or earlier < at)
                for earlier, other in enumerate(self.pieces)
                if other is not piece
            )
        )

    @property
    def text(self) -> str | None:
        return "; ".join(piece.words for piece in self.shown) or None


NO_TIME = Time()


def parse(
    text: str,
    issued_on: date | None = None,
    context_year: int | None = None,
    place: Place = "cell",
) -> Time:
    """The times that `text` says.

    `place` is "cell" where the words stand alone as a time and "prose" in a running sentence, where
    only phrases that set a time count. `context_year` is the year that a heading or the subject
    gives to phrases without one; else it is the year of `issued_on`.
    """
    tried = sieve(place).tried(text)
    if not tried:
        return NO_TIME
    clock = Clock(issued_on, context_year)
    found = [
        *_pieces(tried, tried.deadlines, text, clock),
        *_pieces(tried, tried.recurrences, text, clock),
    ]
    return Time(tuple(sorted(found, key=lambda piece: (piece.span.start, -piece.span.end))))


def _pieces(tried: Tried, family: list[Rule], text: str, clock: Clock) -> Iterator[Piece]:
    taken: list[Span] = []
    for rule in family:
        for match in tried.matches(rule):
            shown = match.span("shown") if "shown" in rule.pattern.groupindex else (-1, -1)
            span = _trimmed(text, Span(*(shown if shown[0] >= 0 else match.span())))
            if any(span.overlaps(other) for other in taken):
                continue
            if is_another_time(text, span.start):
                continue
            if is_told_of(text, span.start):
                taken.append(span)
                continue
            when = resolve(rule, match, clock)
            if when is not None and was_before(text, span, when, clock):
                taken.append(span)
            elif when is not None:
                taken.append(span)
                yield Piece(span, " ".join(span.of(text).split()), rule.id, when)


class Times:
    """The times of the stretches of one document, each stretch of words read once."""

    def __init__(self, issued_on: date | None, year: int | None) -> None:
        self._issued_on, self._year = issued_on, year
        self._known: dict[tuple[str, int | None, Place], Time] = {}

    def of(self, words: str, place: Place = "prose", year: int | None = None) -> Time:
        """`parse`, with the document's date and, unless another is said, the year it speaks of."""
        key = (words, year or self._year, place)
        if key not in self._known:
            self._known[key] = parse(words, self._issued_on, key[1], place)
        return self._known[key]


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(
        span.start + len(words) - len(words.lstrip(" \t\n,;.:")),
        span.start + len(words.rstrip(" \t\n,;.:(")),
    )
