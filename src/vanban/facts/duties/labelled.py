"""Blocks that only hold labels, and the statements that they complete."""

from __future__ import annotations

from dataclasses import replace

from vanban.facts.duties.labels import Labels, labels_in
from vanban.layout.page import Layout
from vanban.model import Block

_STATEMENTS = ("heading", "paragraph", "item", "bullet")


def may_state(block: Block) -> bool:
    return block.kind in _STATEMENTS and block.zone in ("body", "appendix")


class Labelled:
    """Blocks that only hold labels ("- Đơn vị chủ trì: …"), and the statements they complete.

    Labels under the last of several bullets hold for those before it too, unless they stand one
    level below it or those have labels of their own.
    """

    def __init__(self, page: Layout) -> None:
        self.labels: set[int] = set()
        self.anchors: dict[int, Labels] = {}
        self.shared: dict[int, Labels] = {}
        anchor: int | None = None
        before: list[int] = []
        for number, block in enumerate(page.blocks):
            if not may_state(block):
                continue
            found = labels_in(page.text, block.span)
            if found is None:
                before = [*before, number] if block.kind == "bullet" else []
                anchor = number
            elif found.begins <= block.span.start + 2 and (
                anchor is not None and not _stand_side_by_side(page.blocks[anchor], block)
            ):
                self.labels.add(number)
                earlier = self.anchors.get(anchor)
                self.anchors[anchor] = earlier.and_then(found) if earlier else found
                siblings = [at for at in before if _are_bullets_of_one_list(page, at, anchor)]
                if block.parent != anchor and len(siblings) > 1:
                    self._share(page, siblings, self.anchors[anchor])
            else:
                anchor, before = number, []
                self.anchors[number] = replace(found, ends=block.span.end)

    def _share(self, page: Layout, siblings: list[int], labels: Labels) -> None:
        for at in siblings[:-1]:
            self.shared[at] = replace(labels, ends=page.blocks[at].span.end, is_shared=True)


def _are_bullets_of_one_list(page: Layout, one: int, other: int) -> bool:
    first, second = page.blocks[one], page.blocks[other]
    return first.parent == second.parent and first.label == second.label


def _stand_side_by_side(one: Block, other: Block) -> bool:
    """«5. Báo tỉnh đăng tải …» and «6. Thời gian: …» are two numbers of one row: the second speaks
    of the whole document, not of the duty before it."""
    return one.kind == other.kind == "item" and one.parent == other.parent
