"""A duty put together from its lead, its words and its time."""

from __future__ import annotations

from vanban.facts.context import Context
from vanban.facts.duties.labels import Labels
from vanban.facts.duties.lead import Lead
from vanban.facts.duties.partners import cooperating_of, executors_of, responsible_of
from vanban.facts.duties.passages import Passage
from vanban.facts.duties.reporting import names_reporting, regimes_of
from vanban.facts.duties.tables import Row
from vanban.facts.duties.timing import joined, time_of, year_for
from vanban.facts.time import Time
from vanban.facts.unit import Unit
from vanban.layout.page import Layout
from vanban.model import Block, Duty, Fired, Recurrence, Span


def prose_duty(
    page: Layout, context: Context, block: Block, passage: Passage, labels: Labels | None = None
) -> Duty:
    """The duty of a passage of running text, completed by the labels that follow it."""
    lead, span = passage.lead, passage.span
    year = year_for(page, block, context)
    time = time_of(page, span, context, year, "prose")
    cooperating = cooperating_of(page.text, span)
    if labels is not None:
        if labels.time is not None:
            time = joined(time, time_of(page, labels.time, context, year, "cell"))
        cooperating = (*cooperating, *labels.cooperating)
    directed = executors_of(page.text, span) or lead.executors
    responsible = responsible_of(page.text, span) if lead.source == "heading" else None
    return _duty(
        page,
        context,
        span,
        lead,
        cooperating,
        time,
        time.recurrence,
        block.section + passage.part,
        directed,
        responsible,
    )


def row_duty(page: Layout, context: Context, row: Row, lead: Lead) -> Duty:
    """The duty of a row. The content says how often only where the time cell does not."""
    year = year_for(page, row.block, context)
    spoken = time_of(page, row.content, context, year, "prose")
    time = time_of(page, row.time, context, year, "cell") if row.time else spoken
    recurrence = time.recurrence
    if recurrence == "none" and any(p.rule == "recurrence.half_year" for p in spoken.pieces):
        recurrence = "half-yearly"
    cooperating = row.cooperating or cooperating_of(page.text, row.content)
    return _duty(
        page,
        context,
        row.block.span,
        lead,
        cooperating,
        time,
        recurrence,
        row.block.section,
        executors_of(page.text, row.content),
        None,
        # The whole row states the duty; what is to be done stands in one of its cells.
        said=row.content,
    )


def _duty(
    page: Layout,
    context: Context,
    span: Span,
    lead: Lead,
    cooperating: tuple[Unit, ...],
    time: Time,
    recurrence: Recurrence,
    section: str,
    executors: tuple[str, ...],
    responsible: str | None,
    said: Span | None = None,
) -> Duty:
    helping = _others(cooperating, lead)
    if time.uncertain:
        lead = lead.doubted("uncertain_time")
    fired = [*lead.fired, *(Fired(p.rule, p.span, p.words) for p in time.shown)]
    return Duty(
        span=span,
        text=page.as_written(said or span),
        lead=_names(page, lead.units),
        cooperating=_names(page, helping),
        executors=tuple(name for name in executors if name not in lead.names),
        responsible_person=responsible,
        time_text=time.text,
        due=time.due,
        recurrence=recurrence,
        section=section,
        lead_source=lead.source,
        rule=lead.rule,
        is_report=(said is None or names_reporting(said.of(page.text)))
        and any(
            True for _ in regimes_of(page.text, span, context.times, whole=lead.source == "table")
        ),
        confidence=lead.trust,
        lead_spans=lead.spans,
        cooperating_spans=tuple(unit.span for unit in helping),
        time_spans=tuple(piece.span for piece in time.shown),
        fired=tuple(fired),
    )


def _others(units: tuple[Unit, ...], lead: Lead) -> tuple[Unit, ...]:
    """Co-operating bodies, each once, without the lead itself."""
    kept: dict[str, Unit] = {}
    for unit in units:
        kept.setdefault(unit.name.lower(), unit)
    return tuple(unit for name, unit in kept.items() if name not in {n.lower() for n in lead.names})


def _names(page: Layout, units: tuple[Unit, ...]) -> tuple[str, ...]:
    """Names in the spelling of the file."""
    names = (page.as_written(unit.span).strip(" .,;:|-–/") or unit.name for unit in units)
    return tuple(dict.fromkeys(" ".join(name.replace("|", " ").split()) for name in names))
