"""Báo cáo: the reports that write themselves, to look at and to take away."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access
from gandan.domain.reports.catalogue import REPORTS
from gandan.domain.reports.voter_contact import Frame, voter_contact
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.campaign import campaign_of
from vanban.output.typeset import to_pdf
from vanban.output.word import to_docx

PER_PAGE = 25
_WRITERS = {
    "docx": (to_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (to_pdf, "application/pdf"),
}


def reports(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    found = access.visible_campaigns(who, who.on).select_related("unit")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/reports.html", {"page": page, "summary": REPORTS["voter-contact"]})


def campaign_report(request: SignedRequest, pk: int) -> HttpResponse:
    """The file in the form asked for (`?form=pdf`), written from what this person may see."""
    this = campaign_of(request, pk)
    form = request.GET.get("form", "docx")
    if form not in _WRITERS:
        raise Http404
    try:
        report = voter_contact(this, Frame(), actor=request.user, on=today())
    except Refused as refusal:
        return render(request, "desk/refused.html", {"campaign": this, "refusal": refusal})
    write, media = _WRITERS[form]
    answer = HttpResponse(write(report.paper), content_type=media)
    name = slugify(this.name) or f"dot-{this.pk}"
    answer["Content-Disposition"] = f'attachment; filename="bao-cao-{name}.{form}"'
    return answer
