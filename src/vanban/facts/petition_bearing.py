"""Where a petition belongs: the level that is asked, its field and its place."""

from __future__ import annotations

import regex

from vanban.facts.context import Context
from vanban.facts.petition_words import rule, says
from vanban.facts.unit import read_units
from vanban.layout.page import Layout
from vanban.model import Block, Span
from vanban.rules.pattern import compiled

CENTRAL, LOCAL = "trung ương", "địa phương"

_INLINE_FIELD = compiled(r"(?:Về|Lĩnh vực)\s+[^:;.()]{3,80}(?=:\s)")
_LISTED = compiled(r"kiến\s+nghị|đề\s+nghị|thẩm\s+quyền|ý\s+kiến", regex.IGNORECASE)
_FIELD = compiled(r"lĩnh\s+vực|(?<!\p{L})về\s", regex.IGNORECASE)
_CENTRAL_BODY = compiled(
    r"(?:Chính phủ|Quốc hội|Thủ tướng|(?:các )?Bộ(?!\s+(?:phận|Chỉ huy|chỉ huy))(?:[\s,]|$)|Trung ương|Nhà nước|Ngân hàng Nhà nước)"
    r"|.*\bViệt Nam$"
)
_OF_THE_PEOPLE = compiled(r"Mặt\s+trận|Quốc\s+hội|Hội\s+đồng", regex.IGNORECASE)


def lists_by_level(said: str) -> bool:
    """ "Kiến nghị với Trung ương" lists petitions; "Đối với đại biểu Quốc hội" need not."""
    return says("level", said) and bool(_LISTED.search(said))


def level_of(page: Layout, above: list[Block], asked: tuple[str, ...]) -> str | None:
    """From the headings; where they are silent, from the bodies asked."""
    for block in above:
        found = rule("level").pattern.search(page.said(block))
        if found and not says("section", page.said(block)):
            return CENTRAL if found.group("central") else LOCAL
    if not asked:
        return None
    return CENTRAL if all(_CENTRAL_BODY.match(body) for body in asked) else LOCAL


def level_of_document(about: str, context: Context) -> str | None:
    """Where nothing else tells it: a report of what was asked of a council, an answer by its author."""
    if says("to_council", about):
        return LOCAL
    if says("answered", about) and _CENTRAL_BODY.match(about):
        return CENTRAL
    answering = [body for body in context.header.issuers if not _OF_THE_PEOPLE.search(body)]
    if not answering or not says("answered", about):
        return None
    return CENTRAL if all(_CENTRAL_BODY.match(body.title()) for body in answering) else LOCAL


def field_of(page: Layout, block: Block, above: list[Block]) -> str | None:
    """The nearest heading that is no level and no place: the field, with its printed label."""
    inline = _INLINE_FIELD.match(page.text, block.span.start, block.span.end)
    if inline:
        return inline.group()
    for heading in above:
        said = page.said(heading)
        if says("section", said):
            return None
        if says("person", said):
            continue
        if _LISTED.search(said) and not _FIELD.search(said):
            continue
        if not (says("level", said) or place_in(said) or _names_a_body(page, heading)):
            printed = heading.label_span if heading.label.strip(".)").isalnum() else None
            start = printed.start if printed else heading.span.start
            words = Span(start, heading.span.end).of(page.text).replace("|", " ")
            return " ".join(words.split()).strip(" *:")
    return None


def _names_a_body(page: Layout, heading: Block) -> bool:
    """Whether a heading is nothing but whom the requests under it go to ("1. Bộ Nội vụ")."""
    words = page.text[heading.span.start : heading.span.end].rstrip(" :.*")
    end = heading.span.start + len(words)
    named = read_units(page.text, heading.span.start, end, verbs_end=False)
    if named is None or named.span.end < end:
        return False
    return all(unit.named and unit.known for unit in named.units)


def place_in(said: str) -> str | None:
    found = rule("by_place").pattern.search(said)
    return " ".join(found.group("place").split()) if found else None


def place_above(page: Layout, above: list[Block]) -> str | None:
    return next((place for block in above if (place := place_in(page.said(block)))), None)
