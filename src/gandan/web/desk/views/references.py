"""What a document cites and what cites it: the graph, both ways, one step."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from gandan.domain.registry import access, queries
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest

# A law is cited by half of an archive.
PER_PAGE = 50


def references(request: SignedRequest, pk: int) -> HttpResponse:
    visible = access.visible_documents(request.user, today())
    document = queries.document_page(visible, pk)
    if document is None:
        raise Http404
    return render(
        request,
        "desk/references.html",
        {
            "document": document,
            "cites": queries.cites(document, visible),
            "cited_by": Paginator(queries.cited_by(document, visible), PER_PAGE).get_page(
                request.GET.get("page")
            ),
        },
    )
