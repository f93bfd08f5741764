"""What templates may ask of the interface: shapes, dates in words, numbers, pages of a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template
from django.core.paginator import Page
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from gandan.web.ui.fragments import due_fragment, six_fragment, state_fragment
from gandan.web.ui.marks import shape
from gandan.web.ui.wording import Due, grouped, recurrence_words, say_dates

register = template.Library()


@register.simple_tag
def mark(name: str) -> SafeString:
    return shape(name)


@register.filter
def number(value: int) -> str:
    """1330 → "1.330" in Vietnamese, "1,330" in English."""
    return grouped(value, get_language())


@register.filter
def dates(value: Sequence[date]) -> str:
    return say_dates(value)


@register.filter
def recurrence(value: str) -> str:
    return recurrence_words(value)


@register.simple_tag
def due(said: Due) -> SafeString:
    return due_fragment(said)


@register.simple_tag
def state(word: object, shape_name: str, tone: str) -> SafeString:
    """A state: a word, its shape, and a tone among good, wait, work, care, bad."""
    return state_fragment(str(word), shape_name, tone)


@register.simple_tag
def six(clearness: Sequence[Any]) -> SafeString:
    """Six small marks: each item has `word`, `clear` and `missing` (what to say when it is not)."""
    marks = tuple((one.word if one.clear else one.missing, one.clear) for one in clearness)
    return six_fragment(gettext("6 rõ"), marks)


@register.inclusion_tag("ui/pager.html", takes_context=True)
def pager(context: template.RequestContext, page: Page[Any]) -> dict[str, Any]:
    return {"page": page, "request": context["request"]}
