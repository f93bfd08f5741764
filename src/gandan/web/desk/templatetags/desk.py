"""What the templates of the desk ask: the rail of rooms and the words of states."""

from __future__ import annotations

from typing import Any

from django import template

from gandan.web.desk.rooms import ROOMS

register = template.Library()


@register.inclusion_tag("desk/rail.html", takes_context=True)
def rail(context: template.RequestContext) -> dict[str, Any]:
    request = context["request"]
    match = request.resolver_match
    here = match.url_name or "" if match else ""
    rooms = [(room, room.holds(here)) for room in ROOMS]
    return {"rooms": rooms, "here": here, "request": request, "account": request.user}
