"""What templates may ask of the interface: shapes, dates in words, numbers, pages of a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.paginator import Page
from django.utils.safestring import SafeString

from gandan.web.ui.marks import shape
from gandan.web.ui.wording import Due, recurrence_words, say_dates

register = template.Library()


@register.simple_tag
def mark(name: str) -> SafeString:
    return shape(name)


@register.filter
def number(value: int) -> str:
    """1330 → "1.330" in Vietnamese, "1,330" in English."""
    return str(intcomma(value))


@register.filter
def dates(value: Sequence[date]) -> str:
    return say_dates(value)


@register.filter
def recurrence(value: str) -> str:
    return recurrence_words(value)


@register.inclusion_tag("ui/due.html")
def due(said: Due) -> dict[str, Any]:
    return {"due": said}


@register.inclusion_tag("ui/state.html")
def state(word: str, shape_name: str, tone: str) -> dict[str, Any]:
    """A state: a word, its shape, and a tone among good, wait, work, care, bad."""
    return {"word": word, "shape": shape_name, "tone": tone}


@register.inclusion_tag("ui/six.html")
def six(clearness: Sequence[Any]) -> dict[str, Any]:
    """Six small marks: each item has `word`, `clear` and `missing` (what to say when it is not)."""
    return {"clearness": clearness}


@register.inclusion_tag("ui/pager.html", takes_context=True)
def pager(context: template.RequestContext, page: Page[Any]) -> dict[str, Any]:
    return {"page": page, "request": context["request"]}
