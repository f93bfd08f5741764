"""What the pages of work ask: bars of shares, and words for what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop

from gandan.domain.tasks.queries import Shares
from gandan.domain.tasks.versions import Change
from gandan.web.desk import petition_html, plan_html, row_html
from gandan.web.desk.standings import STANDING_WORDS, share_bar_html

register = template.Library()

_CHANGES = {
    "added": gettext_noop("thêm mới"),
    "removed": gettext_noop("không còn"),
    "changed": gettext_noop("thay đổi"),
    "same": gettext_noop("giữ nguyên"),
    "lead": gettext_noop("đổi đơn vị chủ trì"),
    "cooperating": gettext_noop("đổi đơn vị phối hợp"),
    "due": gettext_noop("đổi hạn"),
    "recurrence": gettext_noop("đổi chu kỳ"),
    "text": gettext_noop("đổi câu chữ"),
}


for written in (
    row_html.duty_rows,
    row_html.task_lines,
    row_html.unit_loads,
    plan_html.duty_lines,
    plan_html.plan_rows,
    plan_html.unit_rows,
    plan_html.section_rows,
    plan_html.lane_rows,
    plan_html.days_of_month,
    petition_html.petition_rows,
    petition_html.told_lines,
):
    register.simple_tag(written)


@register.simple_tag
def share_bar(shares: Shares) -> SafeString:
    return share_bar_html(shares, get_language())


@register.inclusion_tag("desk/shares.html")
def share_figures(shares: Shares, plan: int) -> dict[str, Any]:
    """The bar with its four numbers, each a link to the rows it counts."""
    page = reverse("plan", args=[plan])
    figures = [
        (key, look, shares.of(key), f"{page}?standing={key}")
        for key, look in STANDING_WORDS.items()
    ]
    return {"bar": share_bar(shares), "figures": figures}


@register.filter
def of(shares: Shares, name: str) -> int:
    return shares.of(name)


@register.filter
def early(years: int) -> int:
    """-2 → 2: years before the one expected."""
    return -years


@register.filter
def change_word(name: str) -> str:
    return gettext(_CHANGES[name])


@register.filter
def sides(change: Change) -> tuple[Any, Any]:
    return change.old, change.new


@register.filter
def iso_dates(days: Sequence[str]) -> str:
    return "; ".join(f"{date.fromisoformat(day):%d/%m/%Y}" for day in days)
