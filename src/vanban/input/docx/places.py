"""Where the words of a reading stand in the Word file: each letter with the run that holds it.

The reader turns columns, drops page numbers and puts notes at the end, so that positions cannot be
counted along; the letters of each paragraph, blanks apart, are looked for in the text instead.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vanban.input.docx.names import child, is_on
from vanban.input.xmltree import Element, local
from vanban.model import Span

# Shorter paragraphs ("1", "-----") stand in too many places to be looked for anywhere.
_TELLING = 8
_NEAR = 400
_GONE = ("del", "moveFrom", "txbxContent", "instrText")


class Letter(NamedTuple):
    """A letter of the file: its text element, and its place in that element's text."""

    element: Element
    at: int


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of the file and the span of the text that it became."""

    paragraph: Element
    span: Span
    letters: tuple[Letter, ...]
    positions: Sequence[int]

    def letters_of(self, span: Span) -> tuple[Letter, ...]:
        """The letters of this paragraph that lie in the span."""
        first, last = self.range_of(span)
        return self.letters[first:last]

    def range_of(self, span: Span) -> tuple[int, int]:
        """The same as indices. Blanks are shown by the letters on both sides of them."""
        first = bisect_left(self.positions, span.start)
        last = bisect_left(self.positions, span.end)
        if first == last and len(span) and 0 < first < len(self.letters):
            return first - 1, first + 1
        return first, last


def places(body: Element, text: str) -> list[Place]:
    """The paragraphs of the file that the text holds, in the order of the file."""
    positions = [at for at, char in enumerate(text) if not char.isspace()]
    squeezed = "".join(text[at] for at in positions)
    taken = bytearray(len(squeezed))
    waiting = [(one, letters) for one in body.iter("{*}p") if (letters := _letters(one))]
    found: dict[int, int] = {}
    for telling in (True, False):
        cursor = 0
        for index, (_, letters) in enumerate(waiting):
            if index in found:
                cursor = found[index] + len(letters)
            elif (len(letters) >= _TELLING) is telling:
                said = "".join(one.element.text[one.at] for one in letters)
                start = _free(said, squeezed, taken, cursor, anywhere=telling)
                if start is not None:
                    found[index], cursor = start, start + len(said)
                    taken[start:cursor] = b"\1" * len(said)
    return [
        _place(*waiting[index], positions[start : start + len(waiting[index][1])])
        for index, start in sorted(found.items())
    ]


def _place(paragraph: Element, letters: tuple[Letter, ...], positions: Sequence[int]) -> Place:
    return Place(paragraph, Span(positions[0], positions[-1] + 1), letters, positions)


def _free(said: str, squeezed: str, taken: bytearray, cursor: int, *, anywhere: bool) -> int | None:
    """Where these letters stand and no paragraph has been found yet: nearby first."""
    windows = [(cursor, min(len(squeezed), cursor + len(said) + _NEAR))]
    if anywhere:
        windows.append((0, len(squeezed)))
    for start, end in windows:
        at = squeezed.find(said, start, end)
        while at >= 0:
            if not any(taken[at : at + len(said)]):
                return at
            at = squeezed.find(said, at + 1, end)
    return None


def _letters(paragraph: Element) -> tuple[Letter, ...]:
    """The letters that the paragraph itself shows: what was deleted or hidden is not said."""
    return tuple(
        Letter(element, at)
        for element in _shown(paragraph)
        for at, char in enumerate(element.text or "")
        if not char.isspace() and char != "\u00ad"
    )


def _shown(paragraph: Element) -> Iterator[Element]:
    for element in paragraph.iter("{*}t"):
        run = element.getparent()
        around = []
        for above in element.iterancestors():
            if above is paragraph:
                break
            around.append(local(above))
        hidden = is_on(child(child(run, "rPr"), "vanish"))
        if local(run) == "r" and not hidden and not any(name in _GONE for name in around):
            yield element
