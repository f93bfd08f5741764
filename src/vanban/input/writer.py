"""The text of a source as it is put together, piece by piece, with the spans of the pieces."""

from __future__ import annotations

from vanban.model import Span


class TextWriter:
    """Collects text; paragraphs stand apart by a blank line, lines of one block by a newline."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._trailing = 0

    @property
    def here(self) -> int:
        """The offset at which the next character will stand."""
        return self._length

    def put(self, text: str) -> Span:
        start = self._length
        if text:
            self._parts.append(text)
            self._length += len(text)
            bare = text.rstrip("\n")
            newlines = len(text) - len(bare)
            self._trailing = newlines if bare else self._trailing + newlines
        return Span(start, self._length)

    def gap(self, newlines: int) -> None:
        """End the text with at least so many newlines, unless nothing was written yet."""
        if self._length and self._trailing < newlines:
            self.put("\n" * (newlines - self._trailing))

    def paragraph(self, text: str) -> Span:
        """Write a paragraph of its own, a blank line before it."""
        self.gap(2)
        return self.put(text)

    def text(self) -> str:
        return "".join(self._parts)
