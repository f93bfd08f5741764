"""The pages of a scan as they look, beside the facts: the words of each fact boxed in place."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gandan.domain.directory import access as directory
from gandan.domain.registry import access, queries
from gandan.domain.registry.pictures import picture_of
from gandan.web.desk.asking import today
from gandan.web.desk.boxes import shown_pages
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.document import beside
from vanban import Rejected


def document_pages(request: SignedRequest, pk: int) -> HttpResponse:
    this, file = _pictured(request, pk)
    facts = list(queries.facts_of(this))
    pages = shown_pages(file.text, queries.pages_of(this, file), queries.pictures_of(file), facts)
    return render(
        request,
        "desk/document_pages.html",
        {**beside(request, this, facts), "pages": pages, "view": "pages"},
    )


def page_picture(request: SignedRequest, pk: int, number: int) -> HttpResponse:
    """The picture of one page of the file, for those who may read the document."""
    this, file = _pictured(request, pk)
    if number not in queries.pages_of(this, file):
        raise Http404
    try:
        drawn = picture_of(file, number)
    except Rejected as refusal:
        raise Http404(str(refusal)) from refusal
    answer = HttpResponse(drawn, content_type="image/png")
    # The bytes of a file never change; only this person's browser may keep its picture.
    answer["Cache-Control"] = "private, max-age=86400"
    return answer


def _pictured(request: SignedRequest, pk: int) -> tuple[queries.Document, queries.File]:
    day = today()
    visible = access.visible_documents(directory.standing(request.user, day), day)
    this = queries.document_page(visible, pk)
    if this is None or this.file is None or not this.file.has_pictures:
        raise Http404
    return this, this.file
