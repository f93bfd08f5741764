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
from gandan.web.desk.sheet_download import wants_sheet
from gandan.web.desk.sheets import unlinked_sheet

PER_PAGE = 50


def unlinked(request: SignedRequest) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    loose = queries.without_lead(access.visible_tasks(who, day))
    if wants_sheet(request):
        return unlinked_sheet(loose, day)
    page = Paginator(loose, PER_PAGE).get_page(request.GET.get("page"))
    found: Any = page.object_list
    return render(request, "desk/unlinked.html", {"page": page, "rows": rows_of(found, day)})
