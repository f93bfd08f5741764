"""Where a character of the cleaned text stood in the text of the file, and the other way round."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.model import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """`length` characters of the cleaned text stand for the characters `original` of the file."""

    clean: int
    length: int
    original: Span


class Offsets:
    """A monotone map between the two texts, known by the edits made; looked up by bisection."""

    def __init__(self, edits: Sequence[Edit] = ()) -> None:
        self._edits = tuple(edits)
        self._clean = [edit.clean for edit in edits]
        self._original = [edit.original.start for edit in edits]

    @property
    def identical(self) -> bool:
        """Whether nothing moved, so that every span may stay as it is."""
        return not self._edits

    def to_original(self, span: Span) -> Span:
        """The characters of the file that the cleaned characters stand for."""
        if not self._edits:
            return span
        start = self._original_of(span.start)[0]
        return Span(start, max(start, self._original_of(span.end - 1)[1]) if span else start)

    def to_clean(self, span: Span) -> Span:
        """The cleaned characters that stand for these characters of the file."""
        if not self._edits:
            return span
        start = self._clean_of(span.start)[0]
        return Span(start, max(start, self._clean_of(span.end - 1)[1]) if span else start)

    def _original_of(self, at: int) -> tuple[int, int]:
        """The range of the file that one cleaned character stands for."""
        found = bisect_right(self._clean, at) - 1
        if found < 0:
            return at, at + 1
        edit = self._edits[found]
        if at < edit.clean + edit.length:
            return edit.original.start, edit.original.end
        moved = edit.original.end + at - edit.clean - edit.length
        return moved, moved + 1

    def _clean_of(self, at: int) -> tuple[int, int]:
        """The range of the cleaned text that stands for one character of the file."""
        found = bisect_right(self._original, at) - 1
        if found < 0:
            return at, at + 1
        edit = self._edits[found]
        if at < edit.original.end:
            return edit.clean, edit.clean + edit.length
        moved = edit.clean + edit.length + at - edit.original.end
        return moved, moved + 1
