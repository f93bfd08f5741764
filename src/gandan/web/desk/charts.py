"""Figures drawn by the server as small SVG: one bar of shares, a Gantt of a plan.

Shapes carry classes, never colours: the tokens of the interface colour them by day and by night.
Beside each figure stands a table with the same data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from gandan.domain.tasks.queries import STANDINGS, Shares

BAR, HIGH = 160, 12
WIDE, LABEL, LINE = 960, 90, 22


def share_bar(shares: Shares, said: str) -> SafeString:
    """The four shares as one bar; `said` is what a screen reader says of it."""
    pieces, x = [], 0.0
    for name in STANDINGS:
        width = BAR * shares.of(name) / shares.total if shares.total else 0.0
        if width:
            pieces.append((f"{x:.1f}", f"{width:.1f}", HIGH, name))
        x += width
    drawn = format_html_join(
        "", '<rect x="{}" y="0" width="{}" height="{}" class="share share--{}"/>', pieces
    )
    return format_html(
        '<svg class="shares" viewBox="0 0 {} {}" width="{}" height="{}" role="img" '
        'aria-label="{}">{}</svg>',
        BAR, HIGH, BAR, HIGH, said, drawn,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of a Gantt: from a day to its dates, and how it stands."""

    label: str
    words: str
    address: str
    begins: date
    days: tuple[date, ...]
    standing: str


def gantt(lanes: Sequence[Lane], today: date, said: str) -> SafeString:
    """A lane per dated task, a line per month, and where today is."""
    dated = [lane for lane in lanes if lane.days]
    if not dated:
        return SafeString("")
    first = min(lane.begins for lane in dated).replace(day=1)
    last = max(lane.days[-1] for lane in dated) + timedelta(days=15)
    span = max((last - first).days, 1)

    def x(day: date) -> float:
        return round(LABEL + (WIDE - LABEL) * max((day - first).days, 0) / span, 1)

    tall = 20 + LINE * len(dated)
    months = format_html_join(
        "",
        '<line class="gantt__month" x1="{0}" y1="16" x2="{0}" y2="{1}"/>'
        '<text class="gantt__text" x="{2}" y="11">{3}</text>',
        ((x(day), tall, x(day) + 2, f"{day:%m/%Y}") for day in _month_starts(first, last)),
    )
    rows = format_html_join(
        "",
        '<a href="{}"><title>{}</title><text class="gantt__text" x="0" y="{}">{}</text>'
        '<rect class="share share--{}" x="{}" y="{}" width="{}" height="10" rx="2"/></a>',
        (
            (
                lane.address, lane.words, 20 + LINE * n + 14, lane.label[:14], lane.standing,
                x(lane.begins), 20 + LINE * n + 5, max(x(lane.days[-1]) - x(lane.begins), 3),
            )
            for n, lane in enumerate(dated)
        ),
    )  # fmt: skip
    now = (
        format_html('<line class="gantt__now" x1="{0}" y1="16" x2="{0}" y2="{1}"/>', x(today), tall)
        if first <= today <= last
        else SafeString("")
    )
    return format_html(
        '<svg class="gantt" viewBox="0 0 {} {}" role="group" aria-label="{}">{}{}{}</svg>',
        WIDE, tall, said, months, rows, now,
    )  # fmt: skip


def _month_starts(first: date, last: date) -> list[date]:
    """The first days of months; of a long plan only every third, sixth or twelfth."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((each for each in (1, 3, 6, 12) if count / each <= 14), 24)
    days = []
    for n in range(0, count, step):
        year, month = divmod(first.year * 12 + first.month - 1 + n, 12)
        days.append(date(year, month + 1, 1))
    return days
