"""One search field for everything: documents, duties, units."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from gandan.domain.directory import access
from gandan.domain.directory import queries as directory
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import queries as registry
from gandan.domain.tasks import access as task_access
from gandan.domain.tasks import queries as tasks
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import rows_of

MOST = 20


def find(request: SignedRequest) -> HttpResponse:
    day = today()
    who = access.standing(request.user, day)
    access.must(who, "read", None, on=day)
    words = request.GET.get("q", "").strip()
    units: Any = []
    documents: Any = []
    duties: Any = []
    if words:
        units = directory.units_called(words, day)[:MOST]
        visible = registry_access.visible_documents(who, day)
        documents = registry.find_documents(visible, words=words, held=None)[:MOST]
        duties = tasks.find_tasks(task_access.visible_tasks(who, day), words=words)[:MOST]
    return render(
        request,
        "desk/find.html",
        {
            "words": words,
            "units": units,
            "documents": documents,
            "duties": rows_of(duties, day),
            "most": MOST,
        },
    )
