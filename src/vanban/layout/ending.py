"""The last words of a document, which belong to no numbered part of it ("Trên đây là …")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vanban.model import Block
from vanban.rules.pattern import compiled

CLOSING = "closing"
"""The path of such a paragraph."""

_FORMULA = compiled(
    r"(?:Trên\s+đây\s+là|Yêu\s+cầu|Đề\s+nghị|Trong\s+quá\s+trình|Nhận\s+được|Giao\s|"
    r"Quá\s+trình|(?:\p{Lu}\p{L}+\s+)(?:\p{L}+\s+){0,2}này(?!\p{L})|"
    r"[^.;:]{3,90}?\s(?:yêu\s+cầu|đề\s+nghị|thông\s+báo\s+(?:để|đến))(?!\p{L}))"
)
_MOST = 4


def with_ending(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The same blocks; the closing paragraphs of the body are taken out of its last part."""
    out = list(blocks)
    body = [at for at, block in enumerate(blocks) if block.zone == "body"]
    last = [at for at in body if blocks[at].kind != "footnote"][-_MOST:]
    for at in reversed(last):
        block = blocks[at]
        before = blocks[at - 1] if at else None
        if block.kind != "paragraph" or before is None:
            break
        under_heading = before.kind == "heading" and block.parent == at - 1
        said = _said(text, block)
        last_words = said.startswith("Trên đây là")
        if (under_heading and not last_words) or not (_FORMULA.match(said) or said.endswith("./.")):
            break
        out[at] = replace(block, parent=None, level=0, section=CLOSING)
        if under_heading and before.label and _said(text, before).endswith("."):
            out[at - 1] = replace(before, kind="item")
    return out


def _said(text: str, block: Block) -> str:
    return text[block.span.start : block.span.end]
