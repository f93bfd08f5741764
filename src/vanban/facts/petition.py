"""Petitions: what people ask for, one per bullet, item or paragraph of the part that lists them.

The part is opened by a heading ("Ý kiến, kiến nghị của cử tri") or is the whole body when the
document says so in its subject. The headings inside it give the level that is asked and the field.
What the reporting body itself proposes, and the answers to petitions, are not petitions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vanban.facts.asked import asked_first, asked_in, asking_rule
from vanban.facts.context import Context
from vanban.facts.petition_answers import answers_of, statements_as_headings
from vanban.facts.petition_bearing import (
    field_of,
    level_of,
    level_of_document,
    lists_by_level,
    place_above,
    place_in,
)
from vanban.facts.petition_register import listed_in_tables
from vanban.facts.petition_sentences import spoken
from vanban.facts.petition_voiced import voiced
from vanban.facts.petition_words import says
from vanban.layout.page import Layout
from vanban.model import Block, Petition
from vanban.rules import table

_LONGEST_TITLE, _LONGEST_SUBJECT, _TITLE_WITHIN = 250, 600, 3
_SURE, _LIKELY, _GUESS = 1.0, 0.8, 0.5


def find(page: Layout, context: Context) -> tuple[Petition, ...]:
    """Every petition, in the order of the text."""
    try:
        return _petitions(page, context)
    finally:
        says.cache_clear()


@dataclass(frozen=True, slots=True)
class _Page:
    """What the finding of petitions knows of a document as a whole."""

    page: Layout
    whole: bool
    lists: bool
    bare: bool
    orders: bool
    parents: frozenset[int | None]
    level: str | None


def _petitions(page: Layout, context: Context) -> tuple[Petition, ...]:
    kind = (context.header.kind or "").casefold()
    if kind.startswith(tuple(table("petition")["kinds"]["never"])):
        return ()
    about = (context.header.subject or _title(page))[:_LONGEST_SUBJECT]
    listing = context.header.kind is None and says("list_title", about)
    whole = listing or says("section", about)
    known = _Page(
        page,
        whole=whole,
        lists=whole and not says("handling", about),
        bare=context.header.kind is None,
        orders=kind.startswith(tuple(table("petition")["kinds"]["orders"])),
        parents=frozenset(block.parent for block in page.blocks),
        level=level_of_document(about, context),
    )
    answers = answers_of(page)
    found = [*_in_prose(known, voiced(page, answers), answers), *_in_tables(known)]
    return tuple(sorted(found, key=lambda petition: petition.span))


def _title(page: Layout) -> str:
    """What stands over a text without a letterhead: «Ý kiến, kiến nghị của cử tri xã A»."""
    first = [page.said(block).strip() for block in page.blocks[:_TITLE_WITHIN]]
    titles = [one for one in first if len(one) <= _LONGEST_TITLE and one[-1:] not in ".:;"]
    return next((one for one in titles if says("section", one)), titles[0] if titles else "")


def _in_prose(known: _Page, told: dict[int, Block], answers: dict[int, int]) -> Iterator[Petition]:
    page = known.page
    headings = statements_as_headings(page)
    questions = {*answers.values()}
    for index, block in enumerate(page.blocks):
        if block.zone not in {"preamble", "body", "appendix"} or block.kind in {"row", "footnote"}:
            continue
        if index in answers or (block.kind == "heading" and index not in headings):
            continue
        above = page.ancestors(block)
        is_leaf = index not in known.parents or index in headings
        if index in told:
            lead = [told[index], *above]
            yield from _petition(known, block, lead, is_leaf=True, is_voiced=True)
        elif (block.zone != "preamble" or (known.bare and index in questions)) and _is_listed(
            known, block, above, index in questions
        ):
            for part in _divided(known, block):
                is_asked = index in questions and page.said(part).rstrip().endswith("?")
                yield from _petition(
                    known, part, above, is_leaf=is_leaf or index in questions, is_voiced=is_asked
                )
        elif not _is_own(page, above):
            yield from _told_in_passing(known, block, above, index in questions)


def _told_in_passing(
    known: _Page, block: Block, above: list[Block], is_answered: bool
) -> Iterator[Petition]:
    """What people ask in a paper that does not list it: in a bullet, and in a paragraph that is
    answered, it is the whole of it with what it says of the matter."""
    spans = spoken(known.page, block, of_people=known.whole)
    if spans and block.kind != "paragraph":
        spans = [] if known.orders else [block.span]
    elif len(spans) == 1 and is_answered and known.whole and "“" not in known.page.said(block):
        spans = [block.span]
    for span in spans:
        is_question = span.of(known.page.text).rstrip(" ”").endswith("?")
        told = replace(block, span=span)
        yield from _petition(known, told, above, is_leaf=True, is_voiced=is_question)


def _divided(known: _Page, block: Block) -> list[Block]:
    """A paragraph in which several speak holds as many petitions; a bullet is always one."""
    is_paragraph = block.kind == "paragraph"
    spans = spoken(known.page, block, of_people=known.whole) if is_paragraph else []
    return [replace(block, span=span) for span in spans] if len(spans) > 1 else [block]


def _in_tables(known: _Page) -> Iterator[Petition]:
    for row, above, cell, is_register in listed_in_tables(known.page):
        if is_register or _is_listed(known, row, above):
            told = replace(row, span=cell, kind="item")
            yield from _petition(known, told, above, is_leaf=True, is_voiced=True)


def _is_listed(known: _Page, block: Block, above: list[Block], is_answered: bool = False) -> bool:
    """Whether the block stands where petitions are listed, and is one in a document of orders."""
    said = known.page.said(block)
    labelled = says("labelled", said)
    by_itself = labelled or says("voiced", said) or (is_answered and _asks_by_mark(said))
    if known.orders and not by_itself and not (known.lists and block.kind != "paragraph"):
        return False
    if labelled and not _is_own(known.page, above):
        return True
    return _in_petition_part(known, above, by_itself, block.kind != "paragraph")


def _asks_by_mark(said: str) -> bool:
    """A label («Câu 5.»), its first word or a question mark tells that an answered statement asks."""
    is_asked = says("question", said) or says("asks_first", said)
    return is_asked or said.rstrip().endswith("?")


def _in_petition_part(known: _Page, above: list[Block], by_itself: bool, is_item: bool) -> bool:
    """The nearest heading that decides: people's petitions, or the reporter's own proposals."""
    for heading in above:
        said = known.page.said(heading)
        if says("section", said):
            return not says("handling", said) or by_itself
        if says("own", said):
            return False
        if known.lists and says("part", said):
            return True
    listed = any(lists_by_level(known.page.said(heading)) for heading in above)
    listed = listed or (known.bare and known.lists and not above and is_item)
    return known.whole and (listed or by_itself)


def _is_own(page: Layout, above: list[Block]) -> bool:
    return any(says("own", page.said(heading)) for heading in above)


def _asks(page: Layout, said: str, lead: list[Block]) -> bool:
    """Whether anything is asked of anybody: what is only told («phản ánh») is sent to no level."""
    words = (said, *map(page.said, lead))
    return any(map(asking_rule().pattern.search, words)) or not says("tells", said)


def _petition(
    known: _Page, block: Block, above: list[Block], *, is_leaf: bool, is_voiced: bool = False
) -> Iterator[Petition]:
    page = known.page
    said = page.said(block).strip()
    if said.endswith(":") or says("closing", said) or says("answer", said):
        return
    if block.kind == "paragraph" and says("passed_on", said):
        return
    wish = says("general_wish", said)
    request = says("request", said)
    is_told = is_voiced or block.kind != "paragraph"
    if not request and (not is_leaf or not is_told or says("approval", said)):
        return
    asked = asked_in(page.text, block.span)
    if not asked:
        asked = asked_first(page.text, block.span, by_label=not is_voiced)
    level = None if wish else level_of(page, above, asked)
    if level is None and not wish and (block.cells or _asks(page, said, above[: int(is_voiced)])):
        level = known.level
    yield Petition(
        span=block.span,
        text=said,
        addressee_level=level,
        field=None if wish else field_of(page, block, above),
        asked_of=asked,
        place=place_in(said) or place_above(page, above),
        general_wish=bool(wish),
        rule="petition.general_wish" if wish else "petition.request",
        confidence=_SURE if request and level else _LIKELY if request else _GUESS,
    )
