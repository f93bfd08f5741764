"""The duties that a document lays on bodies: "nhiệm vụ"."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.facts.context import Context
from vanban.facts.duties.amended import quoted_norms
from vanban.facts.duties.assembling import prose_duty, row_duty
from vanban.facts.duties.governing import HEADING_PREFIX, Governed, govern, lead_in_of
from vanban.facts.duties.labelled import Labelled, may_state
from vanban.facts.duties.labels import Labels
from vanban.facts.duties.lead import Lead
from vanban.facts.duties.order import orders
from vanban.facts.duties.passages import Passage, passages_of
from vanban.facts.duties.sections import (
    is_quota,
    is_rate,
    lays_duties,
    looks_ahead,
    looks_back,
)
from vanban.facts.duties.sentences import parts_of
from vanban.facts.duties.tables import rows_of
from vanban.facts.duties.topics import orders_with_topics
from vanban.facts.time import Times
from vanban.facts.unit import forget, read_units
from vanban.layout.page import Layout
from vanban.model import Block, Duty, Span
from vanban.rules.pattern import compiled

_COLON = compiled(r"\s*:\s*(?=\p{L}|\(\d)")


def find(page: Layout, context: Context) -> tuple[Duty, ...]:
    """The duties of one document, in the order of the text.

    A duty has an addressee: the cell of a table, the subject of its sentence, the heading above it
    or a lead-in. What only names a topic, a purpose or what was done is none.
    """
    if not lays_duties(context.header.kind):
        return ()
    try:
        found = [*_in_prose(page, context, govern(page, context))]
        if not looks_back(context.header.kind):
            found += _in_tables(page, context)
    finally:
        forget()
    return tuple(sorted(found, key=lambda duty: (duty.span.start, duty.span.end)))


def _in_tables(page: Layout, context: Context) -> Iterator[Duty]:
    for table in page.tables:
        for row in rows_of(page, table):
            lead = row.lead
            if lead is not None and any(unit.name for unit in lead.units):
                yield row_duty(page, context, row, lead)


def _in_prose(page: Layout, context: Context, governed: tuple[Governed, ...]) -> Iterator[Duty]:
    completed = Labelled(page)
    quoted = quoted_norms(page)
    lists = orders_with_topics(page)
    is_report = looks_back(context.header.kind)
    is_headless = not any(block.zone == "header" for block in page.blocks)
    for number, block in enumerate(page.blocks):
        rule = governed[number]
        if is_report and not looks_ahead(page, block, context.header.issuers):
            continue
        if number in quoted:
            continue
        if rule.bars == "all" or number in completed.labels:
            continue
        if not may_state(block):
            if not rule.is_lead_in:
                yield from _before_the_body(page, context, block, is_headless)
            continue
        labels = completed.anchors.get(number)
        if (listed := lists.get(number)) is not None and rule.lead is not None:
            yield prose_duty(page, context, block, Passage(listed, rule.lead))
            continue
        if block.parent in lists and governed[block.parent].lead is not None:
            continue
        if rule.is_lead_in and not (labels and labels.lead):
            yield from _before_a_lead_in(page, context, block, rule)
            continue
        # What follows a quoted article under a number of the document's own is no part of it.
        is_own = not (rule.bars == "inherited" or rule.closes or block.parent in quoted)
        inherited = rule.lead if is_own else None
        if labels is None and inherited is None and not rule.gives:
            labels = completed.shared.get(number)
        if inherited is None and not page.speaks(block):
            continue
        for passage in _passages(page, block, inherited, labels, context.times):
            yield prose_duty(page, context, block, passage, labels)


def _before_a_lead_in(
    page: Layout, context: Context, block: Block, rule: Governed
) -> Iterator[Duty]:
    """The sentences of an item whose last one leads in to what stands below: «1. Các chi bộ quán triệt
    … . Các đảng ủy:»."""
    ends = lead_in_of(page.text, block.span).start
    if block.kind not in ("item", "heading") or ends == block.span.start or rule.bars:
        return
    said = Span(block.span.start, ends)
    for passage in passages_of(page.text, said, None, context.times):
        yield prose_duty(page, context, block, passage)


def _before_the_body(
    page: Layout, context: Context, block: Block, is_headless: bool
) -> Iterator[Duty]:
    """A letter of one paragraph charges somebody in the sentence that says why; a text without its
    letterhead begins with its first order."""
    if block.zone != "preamble" or not page.said(block).rstrip(" *\n").endswith((".", "…")):
        return
    for passage in passages_of(page.text, block.span, None, context.times):
        if is_headless or passage.lead.rule.startswith("assignment.request"):
            yield prose_duty(page, context, block, passage)


def _passages(
    page: Layout, block: Block, inherited: Lead | None, labels: Labels | None, times: Times
) -> tuple[Passage, ...]:
    if labels is not None:
        own = passages_of(page.text, block.span, inherited, times)
        if labels.is_shared and (own or not orders(page.text, block.span.start)):
            return own
        lead = labels.lead or (own[0].lead if own else None)
        return (Passage(Span(block.span.start, labels.ends), lead),) if lead else ()
    headed = _headed(page, block)
    if headed is not None:
        predicate = page.text[headed.predicate : block.span.end]
        return () if is_quota(predicate) else (Passage(block.span, headed),)
    if block.kind == "heading" and not _is_sentence(page.said(block)):
        inherited = None
    if is_rate(page.said(block)):
        return ()
    return passages_of(page.text, block.span, _fitting(page, block, inherited), times)


def _fitting(page: Layout, block: Block, inherited: Lead | None) -> Lead | None:
    """The lead from above, if the statement can be its order. Under a lead-in what is no order is
    an item of a list ("các lĩnh vực sau:"); under a body's own heading it is only less certain."""
    if inherited is None or orders(page.text, block.span.start):
        return inherited
    if parts_of(page.text, block.span):
        return inherited
    if inherited.source == "chapeau":
        return None
    return inherited.doubted("no_order")


def _is_sentence(words: str) -> bool:
    """Whether a heading is a statement after all: it closes like one and is long enough for one."""
    return words.rstrip().endswith((".", ";")) and len(words.split()) >= 8


def _headed(page: Layout, block: Block) -> Lead | None:
    """A heading on the line of its own statement: «2. Sở Tư pháp: Theo dõi, …»."""
    prefix = HEADING_PREFIX.match(page.text, block.span.start, block.span.end)
    at = prefix.end() if prefix else block.span.start
    units = read_units(page.text, at, block.span.end)
    if units is None:
        return None
    colon = _COLON.match(page.text, units.resumes, block.span.end)
    if colon is None or not orders(page.text, colon.end()):
        return None
    return Lead(units.units, "heading", "duty.heading_inline", units.span, colon.end())
