"""Duties that were accepted while nobody knew whose they are: a clerk finds the unit."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from gandan.domain.directory import access as directory
from gandan.domain.tasks import access, queries
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import rows_of

PER_PAGE = 50


def unlinked(request: SignedRequest) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    page = Paginator(queries.without_lead(access.visible_tasks(who, day)), PER_PAGE).get_page(
        request.GET.get("page")
    )
    found: Any = page.object_list
    return render(request, "desk/unlinked.html", {"page": page, "rows": rows_of(found, day)})
