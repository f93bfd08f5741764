"""Set the text of a document as it was laid out, with its facts marked in place.

The blocks of a reading say what each stretch of the text is; this module cuts the stretches where
facts begin and end. Nothing of the text is lost: words that no block claims (page numbers, heads of
tables, footnotes) are set where they stand, in grey.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

import regex

Style = Literal[
    "head", "title", "heading", "subheading", "paragraph", "item", "note", "recipients",
    "signature", "unread",
]  # fmt: skip
Range = tuple[int, int]

_BLANKS = regex.compile(r"\s+")
_EMPHASIS = regex.compile(r"\*{1,3}")
_STYLE_OF_ZONE: Mapping[str, Style] = {
    "header": "head",
    "recipients": "recipients",
    "signature": "signature",
}
_STYLE_OF_KIND: Mapping[str, Style] = {
    "item": "item",
    "bullet": "item",
    "footnote": "note",
}


class Marked(Protocol):
    """What is asked of a fact: its key, kind and place. Facts are given in order of place."""

    pk: int
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Running words under the same facts, the innermost first. `begins` is the fact that starts
    here: its anchor stands on this piece."""

    text: str
    facts: tuple[Any, ...] = ()
    begins: tuple[Any, ...] = ()

    @property
    def keys(self) -> str:
        return " ".join(str(fact.pk) for fact in self.facts)


@dataclass(frozen=True, slots=True)
class Paragraph:
    style: Style
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class Rows:
    """Consecutive rows of one table; each row is a list of cells, each cell a list of pieces."""

    table: int | None
    rows: list[list[tuple[Piece, ...]]] = field(default_factory=list)


def set_out(
    text: str, whole: Range, blocks: Sequence[Mapping[str, Any]], facts: Sequence[Marked]
) -> list[Paragraph | Rows]:
    """The document `whole` of `text` as paragraphs and tables in order of reading."""
    scribe = _Scribe(text, facts)
    out: list[Paragraph | Rows] = []
    at = whole[0]
    for block in sorted(blocks, key=_begins):
        begin, end = _begins(block), int(block["span"][1])
        if end <= at:
            continue
        out.extend(_unread(scribe, at, begin))
        _put(out, scribe, block, max(begin, at))
        at = end
    out.extend(_unread(scribe, at, whole[1]))
    return out


def _begins(block: Mapping[str, Any]) -> int:
    label = block.get("label_span")
    return int(min(label[0], block["span"][0]) if label else block["span"][0])


def _put(
    out: list[Paragraph | Rows], scribe: _Scribe, block: Mapping[str, Any], begin: int
) -> None:
    holes = [(int(a), int(b)) for a, b in block.get("holes") or ()]
    cells = block.get("cells") or ()
    if block["kind"] == "row" and cells:
        last = out[-1] if out else None
        if not (isinstance(last, Rows) and last.table == block.get("table")):
            last = Rows(block.get("table"))
            out.append(last)
        last.rows.append([scribe.pieces(int(a), int(b), holes) for a, b in cells])
        return
    pieces = scribe.pieces(begin, int(block["span"][1]), holes)
    if pieces:
        out.append(Paragraph(_style(block), pieces))


def _style(block: Mapping[str, Any]) -> Style:
    if block["kind"] == "heading":
        if block["zone"] == "header":
            return "title"
        return "heading" if not block.get("parent") and block.get("level", 0) <= 1 else "subheading"
    by_zone = _STYLE_OF_ZONE.get(block["zone"])
    return by_zone or _STYLE_OF_KIND.get(block["kind"], "paragraph")


def _unread(scribe: _Scribe, start: int, end: int) -> Iterator[Paragraph]:
    """Words between blocks, one paragraph per blank line."""
    if start >= end:
        return
    for part in regex.finditer(r"\S(?:.|\n(?!\s*\n))*", scribe.text, pos=start, endpos=end):
        if pieces := scribe.pieces(part.start(), part.end(), ()):
            yield Paragraph("unread", pieces)


class _Scribe:
    """Cuts stretches of one text where its facts begin and end."""

    def __init__(self, text: str, facts: Sequence[Marked]) -> None:
        self.text = text
        self._facts = sorted((f for f in facts if f.end > f.start), key=lambda f: f.start)
        self._opened: set[int] = set()

    def pieces(self, start: int, end: int, holes: Sequence[Range]) -> tuple[Piece, ...]:
        here = [f for f in self._facts if f.start < end and start < f.end]
        cuts = {start, end}
        for a, b in (*((f.start, f.end) for f in here), *holes):
            cuts.update(c for c in (a, b) if start < c < end)
        ordered = sorted(cuts)
        out: list[Piece] = []
        for a, b in zip(ordered, ordered[1:], strict=False):
            if any(h[0] <= a and b <= h[1] for h in holes):
                _space(out)
                continue
            words = _EMPHASIS.sub("", _BLANKS.sub(" ", self.text[a:b]))
            if not out or out[-1].text.endswith(" "):
                words = words.lstrip(" ")
            if not words:
                continue
            over = tuple(
                sorted((f for f in here if f.start <= a and b <= f.end), key=lambda f: f.end - f.start)
            )
            begins = tuple(f for f in over if f.pk not in self._opened)
            self._opened.update(f.pk for f in begins)
            out.append(Piece(words, over, begins))
        return tuple(out)


def _space(out: list[Piece]) -> None:
    if out and not out[-1].text.endswith(" "):
        out.append(Piece(" "))
