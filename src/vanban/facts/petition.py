"""Petitions: what people ask for, one per bullet, item or paragraph of the part that lists them.

The part is opened by a heading ("Ý kiến, kiến nghị của cử tri") or is the whole body when the
document says so in its subject. The headings inside it give the level that is asked and the field.
What the reporting body itself proposes, and the answers to petitions, are not petitions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from vanban.facts.asked import asked_in
from vanban.facts.context import Context
from vanban.facts.petition_voiced import voiced
from vanban.facts.petition_words import rule, says
from vanban.facts.unit import read_units
from vanban.layout.page import Layout
from vanban.model import Block, Petition, Span
from vanban.rules import table
from vanban.rules.pattern import compiled

CENTRAL, LOCAL = "trung ương", "địa phương"

_INLINE_FIELD = compiled(r"(?:Về|Lĩnh vực)\s+[^:;.()]{3,80}(?=:\s)")
_LISTED = compiled(r"kiến\s+nghị|đề\s+nghị|thẩm\s+quyền|ý\s+kiến", regex.IGNORECASE)
_FIELD = compiled(r"lĩnh\s+vực|(?<!\p{L})về\s", regex.IGNORECASE)
_COLUMN = compiled(
    r"^\W*(?:nội\s+dung\s+)?(?:các\s+)?(?:ý\s+kiến|kiến\s+nghị|phản\s+ánh)", regex.IGNORECASE
)
_REGISTER = compiled(
    r"^\W*(?:cử\s+tri|nội\s+dung\s+trả\s+lời|kết\s+quả\s+(?:giải\s+quyết|trả\s+lời)|trả\s+lời)",
    regex.IGNORECASE,
)
_CENTRAL_BODY = compiled(
    r"(?:Chính phủ|Quốc hội|Thủ tướng|(?:các )?Bộ |Trung ương|Nhà nước|Ngân hàng Nhà nước)|.*\bViệt Nam$"
)
_SURE, _LIKELY, _GUESS = 1.0, 0.8, 0.5


def find(page: Layout, context: Context) -> tuple[Petition, ...]:
    """Every petition, in the order of the text."""
    try:
        return _petitions(page, context)
    finally:
        says.cache_clear()


def _petitions(page: Layout, context: Context) -> tuple[Petition, ...]:
    kind = (context.header.kind or "").casefold()
    if kind.startswith(tuple(table("petition")["kinds"]["never"])):
        return ()
    whole = bool(says("section", context.header.subject or ""))
    orders = kind.startswith(tuple(table("petition")["kinds"]["orders"]))
    parents = {block.parent for block in page.blocks}
    answered = _answered(page)
    told = voiced(page)
    found = []
    for index, block in enumerate(page.blocks):
        if block.zone in {"body", "appendix"} and (
            block.kind not in {"heading", "footnote", "row"} or index in answered
        ):
            above = page.ancestors(block)
            if index in told:
                found.append(
                    _petition(page, block, [told[index], *above], is_leaf=True, is_voiced=True)
                )
            elif _in_petition_part(page, block, above, whole) and (
                not orders or says("voiced", page.said(block))
            ):
                found.append(_petition(page, block, above, is_leaf=index not in parents))
    found += [
        _petition(page, replace(row, span=cell, kind="item"), page.ancestors(row), is_leaf=True)
        for row, cell, is_register in _cells(page)
        if is_register or _in_petition_part(page, row, page.ancestors(row), whole)
    ]
    kept = (petition for petition in found if petition)
    return tuple(sorted(kept, key=lambda petition: petition.span))


def _cells(page: Layout) -> Iterator[tuple[Block, Span, bool]]:
    """The rows of tables that list petitions, each with the cell that words one, and whether another
    column (who asks, what was answered) proves that it does."""
    for one in page.tables:
        column = next((at for at, head in enumerate(one.columns) if _COLUMN.search(head)), None)
        if column is None:
            continue
        others = [head for at, head in enumerate(one.columns) if at != column]
        is_register = any(map(_REGISTER.search, others))
        for row in (page.blocks[index] for index in one.rows):
            cell = row.cells[column] if column < len(row.cells) else None
            if row.kind == "row" and cell and any(map(str.isalpha, cell.of(page.text))):
                yield row, cell, is_register


def _answered(page: Layout) -> set[int]:
    """Statements under which nothing but an answer stands: a number and a point make no heading."""
    answers: dict[int, bool] = {}
    for block in page.blocks:
        if block.parent is not None:
            said = page.said(block).strip()
            answers[block.parent] = answers.get(block.parent, False) or says("answer", said)
    return {
        at
        for at, answer in answers.items()
        if answer and page.said(page.blocks[at]).rstrip().endswith((".", "?", "!"))
    }


def _in_petition_part(page: Layout, block: Block, above: list[Block], whole: bool) -> bool:
    """The nearest heading that decides: people's petitions, or the reporter's own proposals."""
    for heading in above:
        said = page.said(heading)
        if says("section", said):
            return not says("handling", said) or says("voiced", page.said(block))
        if says("own", said):
            return False
    listed = any(_lists_by_level(page.said(heading)) for heading in above)
    return whole and (listed or says("voiced", page.said(block)))


def _lists_by_level(said: str) -> bool:
    """ "Kiến nghị với Trung ương" lists petitions; "Đối với đại biểu Quốc hội" need not."""
    return says("level", said) and bool(_LISTED.search(said))


def _petition(
    page: Layout, block: Block, above: list[Block], *, is_leaf: bool, is_voiced: bool = False
) -> Petition | None:
    said = page.said(block).strip()
    if said.endswith(":") or says("closing", said) or says("answer", said):
        return None
    wish = says("general_wish", said)
    request = says("request", said)
    is_told = is_voiced or block.kind != "paragraph"
    if not request and (not is_leaf or not is_told or says("approval", said)):
        return None
    asked = asked_in(page.text, block.span)
    level = None if wish else _level(page, above, asked)
    return Petition(
        span=block.span,
        text=said,
        addressee_level=level,
        field=None if wish else _field(page, block, above),
        asked_of=asked,
        place=_place(said) or _place_above(page, above),
        general_wish=bool(wish),
        rule="petition.general_wish" if wish else "petition.request",
        confidence=_SURE if request and level else _LIKELY if request else _GUESS,
    )


def _level(page: Layout, above: list[Block], asked: tuple[str, ...]) -> str | None:
    """From the headings; where they are silent, from the bodies asked."""
    for block in above:
        found = rule("level").pattern.search(page.said(block))
        if found and not says("section", page.said(block)):
            return CENTRAL if found.group("central") else LOCAL
    if not asked:
        return None
    return CENTRAL if all(_CENTRAL_BODY.match(body) for body in asked) else LOCAL


def _field(page: Layout, block: Block, above: list[Block]) -> str | None:
    """The nearest heading that is no level and no place: the field, with its printed label."""
    inline = _INLINE_FIELD.match(page.text, block.span.start, block.span.end)
    if inline:
        return inline.group()
    for heading in above:
        said = page.said(heading)
        if says("section", said):
            return None
        if _LISTED.search(said) and not _FIELD.search(said):
            continue
        if not (says("level", said) or _place(said) or _names_a_body(page, heading)):
            printed = heading.label_span if heading.label.strip(".)").isalnum() else None
            start = printed.start if printed else heading.span.start
            return " ".join(Span(start, heading.span.end).of(page.text).split()).strip(" *:")
    return None


def _names_a_body(page: Layout, heading: Block) -> bool:
    """Whether a heading is nothing but whom the requests under it go to ("1. Bộ Nội vụ")."""
    words = page.text[heading.span.start : heading.span.end].rstrip(" :.*")
    end = heading.span.start + len(words)
    named = read_units(page.text, heading.span.start, end, verbs_end=False)
    if named is None or named.span.end < end:
        return False
    return all(unit.named and unit.known for unit in named.units)


def _place(said: str) -> str | None:
    found = rule("by_place").pattern.search(said)
    return " ".join(found.group("place").split()) if found else None


def _place_above(page: Layout, above: list[Block]) -> str | None:
    return next((place for block in above if (place := _place(page.said(block)))), None)
