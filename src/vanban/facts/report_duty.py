"""Regimes of reporting: who reports to whom, how often, by which named day."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.facts import duty
from vanban.facts.context import Context
from vanban.facts.duties.reporting import regimes_of
from vanban.layout.page import Layout
from vanban.model import Duty, ReportDuty, Span


def find(page: Layout, context: Context) -> tuple[ReportDuty, ...]:
    """One entry per period of each duty to report, in the order of the text."""
    return tuple(of_duties(page, context, duty.find(page, context)))


def of_duties(page: Layout, context: Context, duties: tuple[Duty, ...]) -> Iterator[ReportDuty]:
    """The regimes laid by duties that were already found."""
    for task in duties:
        if not task.is_report:
            continue
        for regime in regimes_of(
            page.text,
            task.span,
            context.times,
            whole=task.lead_source == "table",
        ):
            yield ReportDuty(
                span=regime.span,
                text=page.as_written(regime.span),
                who=_who(page, task),
                to=regime.to,
                period=regime.period,
                due=regime.due,
                rule=regime.rule,
                confidence=task.confidence,
            )


def _who(page: Layout, task: Duty) -> str:
    """The lead as one string, as written where its names stand together."""
    spans = task.lead_spans
    together = Span(spans[0].start, spans[-1].end)
    if len(together) > 2 * sum(len(span) + 4 for span in spans):
        return ", ".join(task.lead)
    return page.as_written(together).strip(" .,;:")
