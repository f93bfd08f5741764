"""The formal components of a document, from the lines that layout has told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from vanban.facts.header_day import issued_on, labelled, place_of_issue
from vanban.facts.header_foot import filing, recipients, signers
from vanban.facts.header_issuer import issuers
from vanban.facts.symbol import kind_of_symbol, normal, repaired, symbols
from vanban.layout.component import kind_named, rule, titles
from vanban.layout.page import Layout
from vanban.model import Block, Header, Reference, Span
from vanban.rules.pattern import compiled

_EDGES = " \t.;:,*-–+•"
_QUOTES = '“”"'
# "BÁO CÁO (LẦN 2)": what stands in brackets beside the kind is no subject.
_REMARK = compiled(r"\([^()]*\)")
_MARKED = compiled(r"^\s*(?:[-–+•*·]|\d{1,2}[.)])\s*")


def find(page: Layout, mention: Reference | None) -> Header:
    """The header as the document states it. `mention` names the document in the line that ties an
    appendix to it, and speaks where the letterhead is lost."""
    lines = [block for block in page.blocks if block.kind == "line"]
    head = _head(page)
    spans: dict[str, Span] = {}
    number, written = _number(page, head, mention, spans)
    signed = signers(page, lines)
    found = Header(
        kind=_kind(page, head, spans),
        number=number,
        number_as_written=written,
        issued_on=issued_on(page, head, mention, spans),
        place=place_of_issue(page, head, spans),
        subject=_subject(page, head, spans),
        signers=signed,
        addressed_to=_addressed(page, head, spans),
        recipients=recipients(page, lines),
        filing=filing(page, lines),
        spans=spans,
    )
    if found.kind is None and (inferred := _inferred_kind(found)):
        found = replace(found, kind=inferred, kind_is_inferred=True)
    names, parent = issuers(page, head, mention, signed, spans)
    return replace(found, issuers=names, parent_body=parent, spans=spans)


def _head(page: Layout) -> list[Block]:
    """The lines of the head; a letterhead that stands behind the text comes first."""
    head = [at for at, block in enumerate(page.blocks) if block.zone == "header"]
    behind = [at for at in head if any(b.zone == "body" for b in page.blocks[:at])]
    return [page.blocks[at] for at in (*behind, *(at for at in head if at not in behind))]


def corrected(header: Header, references: Iterable[Reference]) -> Header:
    """The number repaired where other numbers of the same document prove the slip; the literal
    form is kept beside it."""
    if not header.number:
        return header
    better = repaired(header.number, [mention.number for mention in references if mention.number])
    if better == header.number:
        return header
    return replace(header, number=better, number_literal=header.number)


def _kind(page: Layout, head: Sequence[Block], spans: dict[str, Span]) -> str | None:
    for block in labelled(head, "kind"):
        said = page.said(block)
        found = titles().match(said)
        end = found.end("kind") if found else len(said)
        spans["kind"] = Span(block.span.start, block.span.start + end)
        return kind_named(said)
    return None


def _inferred_kind(header: Header) -> str | None:
    """A letter goes to somebody; where a copy has lost the line of the kind, its symbol names it."""
    if header.addressed_to:
        return "công văn"
    return kind_of_symbol(header.number) if header.number else None


def _number(
    page: Layout, head: Sequence[Block], mention: Reference | None, spans: dict[str, Span]
) -> tuple[str | None, str | None]:
    """The normal form and the raw one; a number left blank for the clerk is none."""
    for span in _numbers(page, head):
        found = rule("number").pattern.match(" ".join(span.of(page.text).split()))
        if found and found["number"].strip()[0].isdigit():
            spans["number"] = span
            return normal(found["number"]), page.as_written(span)
    if mention and mention.number:
        spans["number"] = _number_in(page, mention)
        return mention.number, page.as_written(spans["number"])
    return None, None


def _numbers(page: Layout, head: Sequence[Block]) -> Iterator[Span]:
    """The lines that state a number; "Số:" alone goes on over the next."""
    blocks = labelled(head, "number")
    for block, following in zip_longest(blocks, blocks[1:]):
        alone = following and not any(letter.isdigit() for letter in page.said(block))
        yield Span(block.span.start, following.span.end) if alone else block.span


def _number_in(page: Layout, mention: Reference) -> Span:
    for symbol in symbols(page.text, mention.span):
        word = page.text.rfind("số", mention.span.start, symbol.span.start)
        return Span(word if word >= 0 else symbol.span.start, symbol.span.end)
    return mention.span


def _subject(page: Layout, head: Sequence[Block], spans: dict[str, Span]) -> str | None:
    blocks = labelled(head, "subject")
    after_kind = _rest_of_kind(page, head)
    if after_kind or blocks:
        start = after_kind.start if after_kind else blocks[0].span.start
        end = blocks[-1].span.end if blocks else after_kind.end if after_kind else start
        spans["subject"] = Span(start, end)
        said = page.as_written(spans["subject"])
        found = rule("about").pattern.match(said)
        return ((found["subject"] if found else None) or said).strip(_EDGES) or None
    about = labelled(head, "about")
    if about:
        spans["subject"] = Span(about[0].span.start, about[-1].span.end)
        said = page.as_written(spans["subject"])
        found = rule("about").pattern.match(said)
        subject = ((found["subject"] if found else None) or said).strip(_EDGES)
        return subject.strip(_QUOTES) if said[0] in _QUOTES else subject
    return None


def _rest_of_kind(page: Layout, head: Sequence[Block]) -> Span | None:
    """A subject that begins on the line of the kind ("KẾ HOẠCH triển khai …")."""
    for block in labelled(head, "kind"):
        found = titles().match(page.said(block))
        if found and found["rest"].strip(_EDGES) and not _REMARK.fullmatch(found["rest"].strip()):
            return Span(block.span.start + found.start("rest"), block.span.end)
    return None


def _addressed(page: Layout, head: Sequence[Block], spans: dict[str, Span]) -> tuple[str, ...]:
    """Those after "Kính gửi", one for each bullet or line."""
    out: list[str] = []
    blocks = labelled(head, "addressed")
    for at, block in enumerate(blocks):
        said = page.as_written(block.span)
        begins = bool(_MARKED.match(said))
        opening = rule("addressed").pattern.match(said)
        if opening and at == 0:
            said, begins = opening["rest"], True
        said = _MARKED.sub("", said).strip()
        if not said:
            continue
        if begins or not out or out[-1].endswith((";", ".")):
            out.append(said)
        else:
            out[-1] = f"{out[-1]} {said}"
    if blocks:
        spans["addressed_to"] = Span(blocks[0].span.start, blocks[-1].span.end)
    return tuple(name for name in (entry.strip(_EDGES) for entry in out) if name)
