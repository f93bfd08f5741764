"""The pencil on a held document: its findings in the margin, and the same as files."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from gandan.domain.directory import access as directory
from gandan.domain.registry import access, queries
from gandan.domain.registry.checked_files import FORMS, Checked
from gandan.domain.registry.findings import dismissed, findings_of, kept_facts, key_of
from gandan.web.desk.asking import today
from gandan.web.desk.pencil import pencilled
from gandan.web.desk.request import SignedRequest
from vanban.model import Finding, Reading


def document_findings(request: SignedRequest, pk: int) -> HttpResponse:
    this, file, found, facts = _checked(request, pk)
    reading = queries.latest_reading(this)
    layout = reading.layout if reading else ()
    may_review = access.can(request.user, "review", this, on=today())
    kept = kept_facts(facts) if may_review else {}
    keys = [kept[key_of(one)].pk if key_of(one) in kept else None for one in found]
    return render(
        request,
        "desk/findings.html",
        {
            "document": this,
            "pencil": pencilled(file.text, (this.start, this.end), layout, found, facts=keys),
            "dismissed": dismissed(facts),
            "may_review": may_review,
            "forms": FORMS,
            "view": "findings",
        },
    )


def findings_file(request: SignedRequest, pk: int, form: str) -> HttpResponse:
    """The findings as Word with comments, JSON or SARIF; always as a download."""
    if form not in FORMS:
        raise Http404
    _this, file, found, _facts = _checked(request, pk)
    reading = Reading(file.name, file.sha256, file.media, file.text, ())
    result = Checked(reading, found, queries.bytes_of(file) if form == "docx" else b"")
    answer = HttpResponse(result.file(form), content_type=FORMS[form])
    answer["Content-Disposition"] = (
        content_disposition_header(True, result.name(form)) or "attachment"
    )
    return answer


def _checked(
    request: SignedRequest, pk: int
) -> tuple[queries.Document, queries.File, list[Finding], list[queries.Fact]]:
    day = today()
    visible = access.visible_documents(directory.standing(request.user, day), day)
    this = queries.document_page(visible, pk)
    if this is None or this.file is None:
        raise Http404
    facts = list(queries.facts_of(this))
    return this, this.file, findings_of(this, facts, visible, day), facts
