"""The units as a tree, or those that a search finds."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from gandan.domain.directory import access, queries
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.tree import grow

PER_PAGE = 100
TREE = 400  # more units than this are opened one at a time


def units(request: SignedRequest) -> HttpResponse:
    day = today()
    who = access.standing(request.user, day)
    access.must(who, "read", None, on=day)
    words = request.GET.get("q", "").strip()
    page = request.GET.get("page")
    found = queries.units_called(words, day) if words else None
    return render(
        request,
        "desk/units.html",
        {
            "words": words,
            "found": Paginator(found, PER_PAGE).get_page(page) if found is not None else None,
            **({} if words else _all_units(day, page)),
            "exchanges": who.holds(access.Role.ADMINISTRATOR),
            "may_create": who.holds(access.Role.ADMINISTRATOR, access.Role.CLERK),
        },
    )


def _all_units(day: date, page: str | None) -> dict[str, Any]:
    """A small directory as one tree; of a large one the tops, each opened on its own page."""
    every = queries.units(day)
    if every.count() <= TREE:
        return {"tree": grow(every)}
    return {"tops": Paginator(queries.roots(day).order_by("code"), PER_PAGE).get_page(page)}
