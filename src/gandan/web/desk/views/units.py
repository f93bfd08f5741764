"""The units of a day as a tree, or those of them that a search finds."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from gandan.domain.directory import access, queries
from gandan.web.desk.asking import day_asked, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.tree import grow

PER_PAGE = 100
TREE = 400  # more units than this are opened one at a time


def units(request: SignedRequest) -> HttpResponse:
    day = today()
    who = access.standing(request.user, day)
    access.must(who, "read", None, on=day)
    on = day_asked(request) or day
    words = request.GET.get("q", "").strip()
    return render(
        request,
        "desk/units.html",
        {
            "words": words,
            "on": on,
            "today": day,
            "then": "" if on == day else f"?on={on:%Y-%m-%d}",
            **(_found(request, words, on, day) if words else _every(request, on, day)),
            "exchanges": who.holds(access.Role.ADMINISTRATOR),
            "may_create": who.holds(access.Role.ADMINISTRATOR, access.Role.CLERK),
        },
    )


def _found(request: SignedRequest, words: str, on: date, day: date) -> dict[str, Any]:
    page = _page(request, queries.units_called(words, on))
    return {"found": page, "rows": _called(page, on, day)}


def _every(request: SignedRequest, on: date, day: date) -> dict[str, Any]:
    """A small directory as one tree; of a large one the tops, each opened on its own page. As of another
    day each unit has the name of that day, and stands where it stood."""
    every = queries.units(on)
    if every.count() > TREE:
        page = _page(request, queries.roots(on).order_by("code"))
        return {"tops": page, "rows": _called(page, on, day)}
    if on == day:
        return {"tree": grow(every)}
    return {"tree": grow(every, queries.names_on(every, on), queries.former_parents(on))}


def _page(request: SignedRequest, found: QuerySet[queries.Unit]) -> Page[queries.Unit]:
    return Paginator(found, PER_PAGE).get_page(request.GET.get("page"))


def _called(page: Page[queries.Unit], on: date, day: date) -> list[tuple[queries.Unit, str]]:
    shown = list(page.object_list)
    names = {} if on == day else queries.names_on(shown, on)
    return [(unit, names.get(unit.pk, unit.name)) for unit in shown]
