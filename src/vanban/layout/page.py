"""The laid-out document that every fact finder receives."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.model import Block, Span, Table
from vanban.rules.pattern import compiled

_TAG = compiled(r"</?[a-zA-Z][^<>]{0,400}>")

_FIGURE = compiled(r"(?<=\S)\d+")


def _without_calls(written: str, read: str) -> str:
    """The words without figures that hang on a word and are left out in reading (`text.calls`)."""
    out: list[str] = []
    done = 0
    for figure in _FIGURE.finditer(written):
        call = read.find(" ", *figure.span())
        # Behind other figures the blank may be that of a day put right («0 3/8/2021»): they moved too.
        is_year = written[call - 1].isdigit() and written[call - 4 : call] == read[call - 4 : call]
        if call > 0 and read[call - 1] != " " and (is_year or not written[call - 1].isdigit()):
            out.append(written[done:call])
            done = figure.end()
    return "".join((*out, written[done:]))


@dataclass(frozen=True, slots=True)
class Layout:
    """One document of the file, in coordinates of the cleaned text.

    `text` has the length of the whole cleaned file: within a statement, line breaks, page breaks,
    emphasis marks (`*`, `**`) and footnote bodies are blanked to spaces, so `block.span.of(text)`
    reads as one running sentence and `block.span.start + match.start()` is a true offset. Patterns
    must allow several blanks between words (`\\s+`). All documents of a file share one `text`: look
    only inside `span`. `written` is the same text as the file spells it, nothing blanked; `notes`
    holds the bodies of footnotes at their places and is empty when there are none.

    A line of the head or foot has as `label` the component it is: kind, subject, number, date,
    issuer, motto, about, addressed; recipient, filing, authority, title, name; attached; outside (printed about the document by others).
    """

    text: str
    span: Span
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    written: str = ""
    notes: str = ""

    def said(self, block: Block) -> str:
        """The words of a block, same length as its span."""
        text = self.notes if block.kind == "footnote" else self.text
        return text[block.span.start : block.span.end]

    def speaks(self, block: Block) -> bool:
        """Whether a block holds a letter at all: «1.» alone says nothing of anybody."""
        text = self.notes if block.kind == "footnote" else self.text
        return any(map(str.isalpha, text[block.span.start : block.span.end]))

    def as_written(self, span: Span) -> str:
        """The words of a range on one line, in the spelling of the file, without emphasis, tags and the
        numbers of footnotes."""
        words = (self.written or self.text)[span.start : span.end]
        read = self.text[span.start : span.end]
        if words != read:
            words = _without_calls(words, read)
        words = words.replace("*", " ")
        return " ".join((_TAG.sub(" ", words) if "<" in words else words).split())

    def ancestors(self, block: Block) -> list[Block]:
        """The blocks that govern this one, nearest first."""
        out = []
        at = block.parent
        while at is not None:
            out.append(self.blocks[at])
            at = self.blocks[at].parent
        return out
