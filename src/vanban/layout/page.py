"""The laid-out document that every fact finder receives."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.model import Block, Span, Table


@dataclass(frozen=True, slots=True)
class Layout:
    """One document of the file, in coordinates of the cleaned text.

    `text` has the length of the whole cleaned file: within a statement, line breaks, page breaks,
    emphasis marks (`*`, `**`) and footnote bodies are blanked to spaces, so `block.span.of(text)`
    reads as one running sentence and `block.span.start + match.start()` is a true offset. Patterns
    must allow several blanks between words (`\\s+`).
    """

    text: str
    span: Span
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()

    def said(self, block: Block) -> str:
        """The words of a block, same length as its span."""
        return self.text[block.span.start : block.span.end]

    def ancestors(self, block: Block) -> list[Block]:
        """The blocks that govern this one, nearest first."""
        out = []
        at = block.parent
        while at is not None:
            out.append(self.blocks[at])
            at = self.blocks[at].parent
        return out
