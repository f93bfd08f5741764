"""When something is to be done: the words of a statement read as days, recurrences and terms.

`parse(words)` reads, `say(time)` (in `time_words`) writes; `parse(say(x))` means the same as `x`.
Nothing here knows "today": a phrase without a year takes the year of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import regex

from vanban.facts.time_clock import Clock
from vanban.facts.time_resolve import resolve
from vanban.facts.time_sieve import Place, Tried, sieve
from vanban.facts.time_value import EVERY, When
from vanban.model import Recurrence, Span
from vanban.rules import Rule
from vanban.rules.pattern import compiled

_GIVEN_EACH_YEAR = compiled(
    r"\b(?:được|đã)\s[^.;,]{0,80}?(?:phê\s+duyệt|giao|cấp|bố\s+trí|phân\s+bổ|duyệt)\s+$",
    regex.IGNORECASE,
)
_INTO_A_PROGRAMME = compiled(
    r"\b(?:vào\s+(?:(?:các|nội\s+dung)\s+)?(?:chương\s+trình|kế\s+hoạch|nghị\s+quyết)\b[^.;]{0,50}"
    r"|theo\s+(?:kế\s+hoạch|chương\s+trình)\s+(?:công\s+tác\s+)?)$",
    regex.IGNORECASE,
)
_RESULTS_OF = compiled(
    r"\b(?:kết\s+quả|tình\s+hình|số\s+liệu)\s+(?:thực\s+hiện|công\s+tác|triển\s+khai|hoạt\s+động)\s(?:(?!(?:về|gửi|cho)\s)[^.;:])*$",
    regex.IGNORECASE,
)
_IS_OVER = compiled(
    r"(?:\b(?:đã|được)\s+(?:\p{L}+\s+){0,5}|\b(?:tính|chốt|số\s+liệu|có\s+mặt|cư\s+trú|hoạt\s+động|phát\s+sinh|tồn\s+đọng)\s+)$",
    regex.IGNORECASE,
)
_LASTS = compiled(
    r"\b(?:miễn|giảm|gia\s+hạn|tạm\s+(?:dừng|ngừng|hoãn)|lùi|kéo\s+dài|áp\s+dụng)\s(?:(?!hoàn\s+thành|báo\s+cáo|gửi)[^.;])*$",
    regex.IGNORECASE,
)
_PURPOSE = compiled(
    r"\b(?:để|nhằm)\s(?:(?!hoàn\s+thành|hoàn\s+tất|xong)[^.;,])*$", regex.IGNORECASE
)
_EXPECTED = compiled(r"dự\s+kiến\s+(?:(?:tổ\s+chức|diễn\s+ra)\s+)?$", regex.IGNORECASE)


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
            if _is_another_time(text, span.start):
                continue
            if _is_told_of(text, span.start):
                taken.append(span)
                continue
            when = resolve(rule, match, clock)
            if when is not None and _was_before(text, span, when, clock):
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


def _is_another_time(text: str, at: int) -> bool:
    """«dự kiến tổ chức vào tháng 12», «dự toán được giao hằng năm»: no time of the duty itself."""
    return (
        _EXPECTED.search(text[max(0, at - 30) : at]) is not None
        or is_of_a_grant(text, at)
        or _is_of_a_programme(text, at)
    )


def _is_of_a_programme(text: str, at: int) -> bool:
    """«đưa vào chương trình công tác hằng năm», «theo kế hoạch hằng năm»: how often the programme is
    made, not the duty."""
    before = text[max(0, at - 90) : at]
    return text[at : at + 4].lower() in ("hằng", "hàng") and (
        _INTO_A_PROGRAMME.search(before) is not None
    )


def _is_told_of(text: str, at: int) -> bool:
    """«báo cáo kết quả thực hiện từ ngày … đến ngày …», «để ứng phó tốt hơn trong năm 2026», «miễn phí
    đến hết tháng 6»: the days that a report tells of, the year that a purpose looks to and how long a
    measure lasts are not when the duty is done."""
    if text[at : at + 7].lower() == "đến hết":
        return _LASTS.search(text[max(0, at - 180) : at]) is not None
    if text.startswith(("từ ", "Từ "), at):
        return _RESULTS_OF.search(text[max(0, at - 180) : at]) is not None
    return text.startswith("trong năm", at) and (
        _PURPOSE.search(text[max(0, at - 150) : at]) is not None
    )


def _was_before(text: str, span: Span, when: When, clock: Clock) -> bool:
    """«các dự án đã hoàn thành trước ngày …», «số hộ nghèo tính đến ngày …»: a day that was over when the
    document was issued tells which things are meant, if the words before it say so."""
    if when.grain != "day" or clock.issued_on is None or not when.due:
        return False
    return (
        when.due[-1] <= clock.issued_on
        and _IS_OVER.search(text[max(0, span.start - 60) : span.start]) is not None
    )


def is_of_a_grant(text: str, at: int) -> bool:
    """«dự toán được giao hằng năm»: the words at `at` say how often something was granted."""
    return _GIVEN_EACH_YEAR.search(text[max(0, at - 110) : at]) is not None


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(
        span.start + len(words) - len(words.lstrip(" \t\n,;.:")),
        span.start + len(words.rstrip(" \t\n,;.:(")),
    )
