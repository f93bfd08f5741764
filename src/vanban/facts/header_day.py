"""Place and day of issue: in the letterhead, in the text, or over the signature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import regex

from vanban.facts.date import parse_date
from vanban.layout.component import rule
from vanban.layout.page import Layout
from vanban.model import Block, Reference, Span
from vanban.rules.pattern import compiled

_ADOPTED = compiled(r"thông\s+qua\s+(?:vào\s+)?ngày\s+", regex.IGNORECASE)
# Place and day alone on a line over the signature.
_SIGNED_ON = compiled(
    r"(?:(?P<place>\p{Lu}[\p{L}\s.\-–]{1,40}?)\s*,\s*)?[Nn]gày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\.?"
)
# The day on which a web page or a newspaper showed the text.
_SHOWN_ON = compiled(
    r"\W{0,3}(?:(?:ngày\s+(?:đăng|cập\s+nhật|tạo|xuất\s+bản)|cập\s+nhật|đăng\s+ngày|ngày)\s*:?\s*)?"
    r"(?:(?:thứ\s+\p{L}{2,4}|chủ\s+nhật|sáng|chiều)\s*,?\s*)?(?:ngày\s+)?"
    r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?P<year>20\d\d)(?:[\s|,–-]+\d{1,2}[:hg]\d{2}(?::\d{2})?)?(?:\s*\(?GMT\s*[+-]?\d{1,2})?\W{0,12}",
    regex.IGNORECASE,
)
_TOP = 5
# The day stands so many lines above the signature at most.
_NEAR = 4


def labelled(head: Sequence[Block], *labels: str) -> list[Block]:
    """The lines of the head that are one of these components."""
    return [block for block in head if block.label in labels]


def issued_on(
    page: Layout, head: Sequence[Block], mention: Reference | None, spans: dict[str, Span]
) -> date | None:
    """The day in the letterhead; where it is lost, that of the line that ties an appendix to the
    document, or the day on which a council adopted its resolution."""
    stated = _dated(head)
    day = parse_date(stated.of(page.text)) if stated else None
    if stated and day:
        spans["issued_on"] = stated
        return day
    if mention and mention.date:
        spans["issued_on"] = mention.span
        return mention.date
    for block in reversed([block for block in page.blocks if block.zone == "body"][-12:]):
        adopted = _ADOPTED.search(page.said(block))
        if adopted:
            day = parse_date(page.said(block)[adopted.end() : adopted.end() + 30])
            if day:
                start = block.span.start + adopted.start()
                spans["issued_on"] = Span(start, min(block.span.end, start + 40))
                return day
    signed = _signed_on(page)
    if signed:
        spans["issued_on"] = signed
    return parse_date(signed.of(page.text)) if signed else None


def year_of_issue(page: Layout) -> int | None:
    """The year of a letterhead whose day is still blank («ngày … tháng 8 năm 2026»); of a text
    without a letterhead, that of the day on which the page it was taken from showed it."""
    head = [block for block in page.blocks if block.zone == "header"]
    stated = _dated(head)
    if stated is None:
        return None if head else _shown_in(page)
    found = rule("date").pattern.match(stated.of(page.text).replace("\n", " "))
    return int(found["year"]) if found and found["year"] else None


def _shown_in(page: Layout) -> int | None:
    """The year of a line at the top that is nothing but a day: «Thứ Ba, 23/02/2027 | 17:01»."""
    for block in page.blocks[:_TOP]:
        if shown := _SHOWN_ON.fullmatch(page.said(block).strip()):
            return int(shown["year"])
    return None


def place_of_issue(page: Layout, head: Sequence[Block], spans: dict[str, Span]) -> str | None:
    stated = _dated(head)
    found = rule("date").pattern.match(stated.of(page.text).replace("\n", " ")) if stated else None
    if stated is None:
        stated = _signed_on(page)
        found = _SIGNED_ON.match(stated.of(page.text)) if stated else None
    if stated is None or found is None or not found["place"]:
        return None
    start, end = found.span("place")
    spans["place"] = Span(stated.start + start, stated.start + end)
    return page.as_written(spans["place"]).strip(" \t.;:,*-–+•")


def _signed_on(page: Layout) -> Span | None:
    """The day over the signature, where a document has no letterhead."""
    signature = [at for at, block in enumerate(page.blocks) if block.zone == "signature"]
    if not signature:
        return None
    for block in reversed(page.blocks[max(0, signature[0] - _NEAR) : signature[-1]]):
        if _SIGNED_ON.fullmatch(page.said(block).strip()):
            return block.span
    return None


def _dated(head: Sequence[Block]) -> Span | None:
    """The words of place and day, which may run over two lines."""
    blocks = labelled(head, "date")
    return Span(blocks[0].span.start, blocks[-1].span.end) if blocks else None
