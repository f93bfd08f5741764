"""Set the text of a document as it was laid out, with its facts marked in place.

The blocks of a reading say what each stretch of the text is; this module cuts the stretches where
facts begin and end. Nothing of the text is lost: words that no block claims (page numbers, heads of
tables, footnotes) are set where they stand, in grey.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

import regex

from gandan.web.desk.marked import Mark

Style = Literal[
    "head", "title", "heading", "subheading", "paragraph", "item", "note", "recipients",
    "signature", "unread",
]  # fmt: skip
Range = tuple[int, int]

_BLANKS = regex.compile(r"\s+")
_WORDS = regex.compile(r"[\p{L}\p{N}]")
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


@dataclass(frozen=True, slots=True)
class Piece:
    """Running words under the same marks, the innermost first. `begins` are the keys of the facts
    that start here: their anchors stand on this piece."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[int, ...] = ()

    @property
    def keys(self) -> str:
        """The facts over these words, each once, the innermost first."""
        return " ".join(dict.fromkeys(str(mark.pk) for mark in self.marks))

    @property
    def looks(self) -> str:
        """The classes of the style sheet for these words."""
        kinds = dict.fromkeys(f"fact--{mark.kind}" for mark in self.marks)
        rejected = all(mark.status == "rejected" for mark in self.marks)
        return " ".join(["fact", *kinds, *(["fact--rejected"] if rejected else [])])


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
    text: str, whole: Range, blocks: Sequence[Mapping[str, Any]], marks: Sequence[Mark]
) -> list[Paragraph | Rows]:
    """The document `whole` of `text` as paragraphs and tables in order of reading."""
    scribe = _Scribe(text, marks)
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
        capitals = "".join(piece.text for piece in pieces).isupper()
        out.append(Paragraph(_style(block, capitals=capitals), pieces))


def _style(block: Mapping[str, Any], *, capitals: bool) -> Style:
    """NĐ 30/2020, Phụ lục I: issuer, kind and the signer's title stand in bold capitals."""
    if capitals and block["zone"] == "header":
        return "title"
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
        if not _WORDS.search(part.group()):
            continue  # rules and bars between the cells of a table
        if pieces := scribe.pieces(part.start(), part.end(), ()):
            yield Paragraph("unread", pieces)


class _Scribe:
    """Cuts stretches of one text where its facts begin and end."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self.text = text
        self._marks = sorted((m for m in marks if m.end > m.start), key=lambda m: m.start)
        self._opened: set[int] = set()

    def pieces(self, start: int, end: int, holes: Sequence[Range]) -> tuple[Piece, ...]:
        here = [m for m in self._marks if m.start < end and start < m.end]
        cuts = {start, end}
        for a, b in (*((m.start, m.end) for m in here), *holes):
            cuts.update(c for c in (a, b) if start < c < end)
        out: list[Piece] = []
        for a, b in pairwise(sorted(cuts)):
            if any(hole[0] <= a and b <= hole[1] for hole in holes):
                _space(out)
                continue
            words = _EMPHASIS.sub("", _BLANKS.sub(" ", self.text[a:b]))
            if not out or out[-1].text.endswith(" "):
                words = words.lstrip(" ")
            if words:
                out.append(self._piece(words, a, b, here))
        return tuple(out)

    def _piece(self, words: str, a: int, b: int, here: list[Mark]) -> Piece:
        over = sorted(
            (m for m in here if m.start <= a and b <= m.end), key=lambda m: m.end - m.start
        )
        begins = dict.fromkeys(m.pk for m in over if m.anchor and m.pk not in self._opened)
        self._opened.update(begins)
        return Piece(words, tuple(over), tuple(begins))


def _space(out: list[Piece]) -> None:
    if out and not out[-1].text.endswith(" "):
        out.append(Piece(" "))
