"""A page laid out by hand for tests: each line is one block, indented under what governs it."""

from vanban.layout.page import Layout
from vanban.model import Block, Span

MARKERS = ("- ", "+ ")


def page_of(written: str, *, zone="body") -> Layout:
    """Two blanks of indent make a child. "# " opens a heading, "- " a bullet, "1. " an item."""
    text, blocks, open_at = "", [], []
    for line in written.strip("\n").splitlines():
        if not line.strip():
            continue
        depth = (len(line) - len(line.lstrip())) // 2
        words = line.strip()
        kind = "paragraph"
        if words.startswith("# "):
            kind, words = "heading", words[2:]
        label, _, rest = words.partition(" ")
        label_span = None
        start = len(text)
        if words.startswith(MARKERS) or (label.rstrip(".)").isalnum() and label[-1] in ".)"):
            kind = (
                "bullet" if words.startswith(MARKERS) else "item" if kind == "paragraph" else kind
            )
            label_span = Span(start, start + len(label))
            start += len(label) + 1
        else:
            label, rest = "", words
        text += words + "\n"
        open_at = open_at[:depth]
        blocks.append(
            Block(
                kind,
                zone,
                Span(start, start + len(rest)),
                label,
                label_span,
                depth,
                parent=open_at[-1] if open_at else None,
            )
        )
        open_at.append(len(blocks) - 1)
    return Layout(text, Span(0, len(text)), tuple(blocks))
