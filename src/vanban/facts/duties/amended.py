"""The new wording of an amended norm: what it orders is laid by that norm, not by this document.

A document that amends says where («Bổ sung Điều 7a như sau:», «Khoản 2 Điều 5 được sửa đổi như
sau:») and then quotes, mostly between quotation marks (NĐ 78/2025, Phụ lục I: the amended words
stand between them). Where a scan lost the marks, the quotation ends with the next place that is
amended or with the document's own next article.
"""

from __future__ import annotations

import regex

from vanban.layout.page import Layout
from vanban.model import Block
from vanban.rules.pattern import compiled, placed

_PLACE = r"(?:điều|khoản|điểm|mục|chương|phụ\s+lục|đoạn|tiểu\s+mục)"
# A scan loses the hook of «ổ» more often than not.
_CHANGE = r"(?:s[ửừứư]a\s+đ[ổồôố]i|b[ổồôố]\s+sung|thay\s+th[ếêề]|điều\s+ch[ỉi]nh)"
_AMENDS = placed(
    rf"[\s*]*(?:{_CHANGE}\b[^:“\"]{{0,300}}?\b{_PLACE}\b|{_PLACE}\s[^:“\"]{{1,200}}?\sđược\s+{_CHANGE}\b)"
    r"[^:“\"]{0,300}:\s*(?:$|[“\"])",
    regex.IGNORECASE,
)
_ARTICLE = compiled(r"(?:^|\.)Điều\s+(\d+)$")
_NAMED = compiled(r"\bĐiều\s+(\d+)\b", regex.IGNORECASE)
_QUOTES = compiled(r"[“”\"]")
_CLOSED = compiled(r"[”\"]\s*[.;,]?[\s*]*$")
_BEGINS_QUOTED = compiled(r"[\s#*>-]*[“\"]")


def quoted_norms(page: Layout) -> frozenset[int]:
    """The numbers of the blocks that say where a norm is amended and what it says from then on."""
    if not any(_AMENDS.match(page.said(block).rstrip()) for block in page.blocks):
        return frozenset()
    walk = _Walk(page)
    for number, block in enumerate(page.blocks):
        if block.zone in ("body", "appendix"):
            walk.take(number, block)
    return frozenset(walk.quoted)


class _Walk:
    """What is open while the blocks pass: the document's own article, and a quotation."""

    def __init__(self, page: Layout) -> None:
        self._page = page
        self.quoted: set[int] = set()
        self._own = 0
        self._awaited: set[int] = set()  # numbers of amended articles not yet quoted
        self._is_open = False
        self._marks: int | None = None  # quotation marks seen; `None` where none opened it
        self._ended = 0

    def take(self, number: int, block: Block) -> None:
        words = self._page.said(block).rstrip()
        article = self._article(block)
        if self._is_open and (article and article == self._own + 1):
            if article in self._awaited:
                self._awaited.discard(article)
            else:
                self._is_open = False
        amends = _AMENDS.match(words) is not None
        if self._is_open and (self._marks is not None or not amends):
            self._continue(number, block)
        else:
            self._own = article or self._own
            self._is_open = False
            if amends:
                self._open(number, block, words)
        self._ended = block.span.end

    def _article(self, block: Block) -> int:
        found = _ARTICLE.search(block.section)
        return int(found[1]) if found else 0

    def _open(self, number: int, block: Block, words: str) -> None:
        self.quoted.add(number)
        self._is_open = True
        self._awaited = {int(one) for one in _NAMED.findall(words)}
        after = words.partition(":")[2]
        self._marks = None
        if _QUOTES.search(after):
            self._count(after)
        elif _BEGINS_QUOTED.match(self._page.text, block.span.end):
            self._marks = 0

    def _continue(self, number: int, block: Block) -> None:
        self.quoted.add(number)
        if self._marks is not None:
            self._count(self._page.text[self._ended : block.span.end])

    def _count(self, words: str) -> None:
        """An even number of marks, the last of them at the end, closes the quotation."""
        self._marks = (self._marks or 0) + len(_QUOTES.findall(words))
        if self._marks % 2 == 0 and _CLOSED.search(words):
            self._is_open = False
