"""The units that somebody may mean who is typing one: lines for the list under the field."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gandan.domain.directory import access, queries
from gandan.web.desk.asking import today
from gandan.web.desk.offered_units import asked_in
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.unit_widget import written


def unit_suggest(request: SignedRequest) -> HttpResponse:
    day = today()
    access.must(request.user, "read", None, on=day)
    words = request.GET.get("q", "")[:200]
    found = queries.suggest_units(words, asked_in(request.GET).units(day), day)
    rows = [
        {"unit": each.unit, "called": each.called, "value": written(each.unit)} for each in found
    ]
    return render(
        request, "desk/unit_options.html", {"found": rows, "list": request.GET.get("list", "")}
    )
