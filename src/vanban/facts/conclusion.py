"""Conclusions told by who concluded and at which meeting, without a number."""

from __future__ import annotations

from vanban.model import Span
from vanban.rules.pattern import compiled

# What was concluded is one document by the meeting at which it was said, if the meeting has its day.
_MEETING = compiled(
    r"\s+tại\s+(?:[Hh]ội\s+nghị|(?:cuộc|buổi|phiên)\s+(?:họp|làm\s+việc|giao\s+ban|đối\s+thoại|tiếp\s+\p{L}+|kiểm\s+tra))"
    r"[^.;:()“”\n]{0,90}?(?<!\p{L})(?:ngày\s+\d{1,2}\s*(?:[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|tháng\s+\d{1,2}\s+năm\s+\d{4}))"
)
# "Thông báo số … về kết luận của …": the notice itself, which has its number.
_ANNOUNCED = compiled(r"(?<!\p{L})(?i:về|thông\s+báo)\s+(?:[Ýý]\s+kiến\s+)?$")
_OPINION = compiled(r"[Ýý]\s+kiến\s+$")


def meeting_after(text: str, at: int, end: int) -> int | None:
    """Where the words end that name the meeting after the one who concluded."""
    found = _MEETING.match(text, at, end)
    return found.end() if found else None


def is_announced(text: str, floor: int, at: int) -> bool:
    """Whether a notice with a number announces the conclusion that is named here."""
    return _ANNOUNCED.search(text, floor, at) is not None


def with_opinion(text: str, floor: int, span: Span) -> Span:
    """The mention with "ý kiến" before it."""
    opinion = _OPINION.search(text, floor, span.start)
    return Span(opinion.start(), span.end) if opinion else span
