"""The stretches of a document in which mentions are looked for: a statement, a subject, a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanban.layout.page import Layout
from vanban.model import Block, Span, Zone

# Lines that go together: a subject or the heading of an appendix runs over several.
_JOINED = {"subject": "subject", "attached": "title", "title": "title"}
_SKIPPED = {
    "outside",
    "number",
    "date",
    "motto",
    "issuer",
    "kind",
    "authority",
    "name",
    "recipients",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text` is a whole text in which `span` is looked at; `is_note`: it is a footnote."""

    text: str
    span: Span
    zone: Zone
    is_note: bool = False


def stretches(page: Layout) -> Iterator[Stretch]:
    """Every stretch of the document that holds words, in order of the text."""
    blocks = sorted(page.blocks, key=lambda block: (block.span.start, block.span.end))
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if block.kind != "line" and not page.speaks(block):
            continue
        if block.kind == "footnote":
            yield Stretch(page.notes, block.span, block.zone, is_note=True)
        elif block.kind != "line":
            yield Stretch(page.text, block.span, block.zone)
        elif block.zone != "signature" and block.label not in _SKIPPED:
            last = _last_of(blocks, at - 1)
            yield Stretch(page.text, Span(block.span.start, blocks[last].span.end), block.zone)
            at = last + 1
    for table in page.tables:
        for column in table.column_spans:
            yield Stretch(page.text, column, "body")


def _last_of(blocks: Sequence[Block], at: int) -> int:
    """The last of the lines that belong together with this one."""
    group = _JOINED.get(blocks[at].label)
    last = at
    while (
        group
        and last + 1 < len(blocks)
        and blocks[last + 1].kind == "line"
        and blocks[last + 1].zone == blocks[at].zone
        and _JOINED.get(blocks[last + 1].label) == group
    ):
        last += 1
    return last
