"""The rows of plans as HTML, for the same reason as in `row_html`; everything said is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gandan.domain.directory.queries import Unit
from gandan.domain.registry.queries import Document
from gandan.domain.tasks.plan_lines import PlanLine
from gandan.domain.tasks.plans import DueInMonth
from gandan.domain.tasks.queries import CLOSED, Shares
from gandan.web.desk.charts import Lane
from gandan.web.desk.standings import STANDING_WORDS, share_bar_html, standing_html
from gandan.web.desk.states import state_word
from gandan.web.ui.fragments import due_fragment
from gandan.web.ui.quick import addresses
from gandan.web.ui.wording import cut, due_said, grouped, say_dates

SHORT = 80  # letters of a task in the calendar
_SUBJECT = 140


def duty_lines(rows: Iterable[PlanLine], day: date) -> SafeString:
    """The duties of a plan as lines of its table."""
    language, parts_said = get_language(), _("%(done)s/%(all)s phần việc xong")
    task_at, unit_at = addresses("task"), addresses("unit")
    written = []
    for row in rows:
        address, parts, time = task_at(row.key), "", ""
        lead = escape(row.lead_text)
        if row.lead is not None:
            lead = f'<a href="{unit_at(row.lead)}">{escape(row.lead_name or "")}</a>'
        done, every = row.parts
        if every:
            said = escape(parts_said % {"done": done, "all": every})
            parts = f'<a class="aside" href="{address}#parts">{said}</a>'
        if row.time_text:
            time = f'<br><span class="aside">“{escape(row.time_text)}”</span>'
        due = due_said(row.next_due, day, row.recurrence, row.state in CLOSED, language)
        written.append(
            f'<tr><th scope="row" class="brief">{escape(row.section)}</th><td class="cell-main">'
            f'<a class="row__words" href="{address}">{escape(row.text)}</a>{parts}</td>'
            f"<td>{lead}</td><td>{escape('; '.join(row.cooperating))}</td>"
            f"<td>{due_fragment(due)}{time}</td><td>{standing_html(row.standing, language)}"
            f'<br><span class="aside">{escape(state_word(row.state, language))}</span></td></tr>'
        )
    return mark_safe("\n".join(written))  # noqa: S308


def plan_rows(rows: Iterable[tuple[Document, Shares, int]]) -> SafeString:
    """The plans of the list of plans, each figure a link to the duties it counts."""
    language = get_language()
    plan_at, document_at = addresses("plan"), addresses("document")
    written = []
    for one, shares, waiting in rows:
        address, day, laid = plan_at(one.pk), "", ""
        if one.issued_on:
            day = f'<time datetime="{one.issued_on:%Y-%m-%d}">{one.issued_on:%d/%m/%Y}</time>'
        subject = f": {cut(one.subject, _SUBJECT)}" if one.subject else ""
        if waiting:
            laid = f'<a href="{document_at(one.pk)}">{grouped(waiting, language)}</a>'
        called = f"{one.kind[:1].upper()}{one.kind[1:]}{subject}"
        written.append(
            f'<tr><th scope="row"><a href="{address}">{escape(one.number or one.kind)}</a></th>'
            f'<td>{day}</td><td class="cell-main"><a class="row__words" href="{address}">'
            f"{escape(called)}</a></td><td>{share_bar_html(shares, language)}</td>"
            f"{_figures(shares, f'{address}?standing=', '', language)}"
            f'<td class="number">{laid}</td></tr>'
        )
    return mark_safe("\n".join(written))  # noqa: S308


def unit_rows(rows: Iterable[tuple[Unit | None, Shares]], plan: int) -> SafeString:
    """The shares of each unit; the duties of nobody under what is said of them."""
    language, address, nobody = get_language(), addresses("plan")(plan), _("chưa rõ chủ trì")
    written = []
    for unit, shares in rows:
        more, place = "", f"{address}?standing=no-owner"
        if unit:
            more, place = f"&amp;unit={unit.pk}", f"{address}?unit={unit.pk}"
        name = unit.name if unit else nobody
        written.append(
            _share_row(escape(name), place, shares, f"{address}?standing=", more, language)
        )
    return mark_safe("\n".join(written))  # noqa: S308


def section_rows(rows: Iterable[tuple[str, Shares]], plan: int) -> SafeString:
    """The shares of each part of the document."""
    language, address = get_language(), addresses("plan")(plan)
    written = []
    for section, shares in rows:
        asked = f"section={quote(section)}"
        place, begin = f"{address}?{asked}", f"{address}?standing="
        written.append(
            _share_row(escape(section) or "–", place, shares, begin, f"&amp;{asked}", language)
        )
    return mark_safe("\n".join(written))  # noqa: S308


def days_of_month(due: Iterable[DueInMonth]) -> SafeString:
    """The duties of a month in the calendar, in short."""
    address = addresses("task")
    return mark_safe(  # noqa: S308
        "".join(
            f'<li><a href="{address(one.task)}">{escape(_short(one))}</a> '
            f'<span class="aside">{escape(one.lead or "")}</span></li>'
            for one in due
        )
    )


def lane_rows(lanes: Sequence[Lane]) -> SafeString:
    """The table beside the Gantt."""
    return mark_safe(  # noqa: S308
        "".join(
            f'<tr><th scope="row">{escape(lane.label)}</th><td class="cell-main"><a class="row__words" '
            f'href="{lane.address}">{escape(lane.words)}</a></td><td>{say_dates(lane.days)}</td></tr>'
            for lane in lanes
        )
    )


def _share_row(name: str, place: str, shares: Shares, begin: str, more: str, language: str) -> str:
    return (
        f'<tr><th scope="row"><a href="{place}">{name}</a></th>'
        f"<td>{share_bar_html(shares, language)}</td>{_figures(shares, begin, more, language)}</tr>"
    )


def _figures(shares: Shares, begin: str, more: str, language: str) -> str:
    """A cell for each standing; what counts nothing is left empty."""
    cells = []
    for key in STANDING_WORDS:
        n = shares.of(key)
        link = f'<a href="{begin}{key}{more}">{grouped(n, language)}</a>' if n else ""
        cells.append(f'<td class="number">{link}</td>')
    return "".join(cells)


def _short(due: DueInMonth) -> str:
    """ "II.3. Tổ chức kiểm tra…" """
    text = due.text if len(due.text) <= SHORT else f"{due.text[: SHORT - 1].rstrip()}…"
    return f"{due.section}. {text}" if due.section else text
