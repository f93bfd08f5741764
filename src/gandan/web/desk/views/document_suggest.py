"""The documents that somebody may mean who is typing one: lines for the list under the field."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gandan.domain.registry import access, queries
from gandan.web.desk.asking import today
from gandan.web.desk.cited import written
from gandan.web.desk.request import SignedRequest

MOST = 10


def document_suggest(request: SignedRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:200]
    visible = access.citable_documents(request.user, today())
    found = queries.find_documents(visible, words=words)[:MOST] if words else ()
    rows = [{"document": one, "value": written(one)} for one in found]
    return render(
        request, "desk/document_options.html", {"found": rows, "list": request.GET.get("list", "")}
    )
