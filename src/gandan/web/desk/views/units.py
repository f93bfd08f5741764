"""The units as a tree, or those that a search finds."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gandan.domain.directory import access, queries
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.tree import grow


def units(request: SignedRequest) -> HttpResponse:
    day = today()
    who = access.standing(request.user, day)
    access.must(who, "read", None, on=day)
    words = request.GET.get("q", "").strip()
    found = queries.units_called(words, day) if words else None
    return render(
        request,
        "desk/units.html",
        {
            "words": words,
            "found": found,
            "tree": None if words else grow(queries.units(day)),
            "may_create": access.can(who, "create_unit", None, on=day),
        },
    )
