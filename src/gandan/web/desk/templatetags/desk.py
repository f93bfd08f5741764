"""What the templates of the desk ask: the rail of rooms and the words of states."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext

from gandan.domain.registry.queries import Document, FactKind
from gandan.domain.registry.rereading import Difference
from gandan.web.desk.newer import Change, changes_of, words_of
from gandan.web.desk.rooms import ROOMS
from gandan.web.desk.terms import REFERENCE_ROLES

register = template.Library()


@register.inclusion_tag("desk/rail.html", takes_context=True)
def rail(context: template.RequestContext) -> dict[str, Any]:
    request = context["request"]
    match = request.resolver_match
    here = match.url_name or "" if match else ""
    rooms = [(room, room.holds(here)) for room in ROOMS]
    return {"rooms": rooms, "here": here, "request": request, "account": request.user}


@register.filter
def said(label: str) -> str:
    """A label of the domain in the language of the reader; `terms` lists them all."""
    return gettext(label) if label else ""


@register.filter
def role_word(role: str) -> str:
    """ "basis" → "Căn cứ" """
    return gettext(REFERENCE_ROLES.get(role, ""))


@register.filter
def fact_kind(kind: str) -> str:
    """ "duty" → "Nhiệm vụ" """
    words = gettext(str(FactKind(kind).label))
    return f"{words[:1].upper()}{words[1:]}"


@register.filter
def reread_changes(difference: Difference) -> list[Change]:
    return changes_of(difference)


@register.filter
def reread_words(difference: Difference) -> str:
    return words_of(difference)


@register.filter
def titled(document: Document) -> str:
    """What to call a document: kind and number, else its subject, else the name of its file."""
    said = str(document)
    if not said and document.file:
        said = document.file.name
    return f"{said[:1].upper()}{said[1:]}" if said else gettext("Văn bản chưa rõ số")
