"""The heart: the text set as a document with its facts underlined, and the facts beside it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from gandan.domain.directory import access as directory
from gandan.domain.petitions import queries as petitions
from gandan.domain.petitions.access import visible_petitions
from gandan.domain.registry import access, queries
from gandan.domain.tasks import access as task_access
from gandan.domain.tasks import queries as tasks
from gandan.web.desk.asking import today
from gandan.web.desk.cards import cards_of, grouped
from gandan.web.desk.deed_things import told
from gandan.web.desk.marked import marks
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet import set_out


def document(request: SignedRequest, pk: int) -> HttpResponse:
    this = _visible(directory.standing(request.user, today()), pk)
    facts = list(queries.facts_of(this))
    reading = queries.latest_reading(this)
    sheet = set_out(
        this.file.text if this.file else "",
        (this.start, this.end),
        reading.layout if reading else (),
        list(marks(fact for fact in facts if fact.kind != queries.FactKind.FINDING)),
    )
    context = {**beside(request, this, facts), "sheet": sheet, "view": "facts"}
    return render(request, "desk/document.html", context)


def beside(
    request: SignedRequest, this: queries.Document, facts: list[queries.Fact]
) -> dict[str, Any]:
    """What stands above and beside a document, whether it is shown as text or as pictures."""
    day = today()
    who = directory.standing(request.user, day)
    read = [fact for fact in facts if fact.kind != queries.FactKind.FINDING]
    made = tasks.tasks_of_facts(task_access.visible_tasks(who, day), read)
    asked = [fact.pk for fact in read if fact.kind == queries.FactKind.PETITION]
    kept = petitions.made_of_facts(visible_petitions(who, day), asked) if asked else {}
    header = next((fact.value for fact in facts if fact.kind == queries.FactKind.HEADER), {})
    return {
        "document": this,
        "header": header,
        "groups": grouped(cards_of(this, read, made, day, kept)),
        "points": _points(facts),
        "progress": queries.review_progress(this),
        "is_older": queries.is_read_by_older(this),
        "siblings": queries.documents_of(this.file).defer("search") if this.file else (),
        "may_review": access.can(who, "review", this, on=day),
        "cited_by": queries.cited_by(this, access.visible_documents(who, day)).count(),
    }


def _points(facts: list[queries.Fact]) -> int:
    """The findings that nobody dismissed."""
    findings = (fact for fact in facts if fact.kind == queries.FactKind.FINDING)
    return sum(fact.status != queries.FactStatus.REJECTED for fact in findings)


def original(request: SignedRequest, pk: int) -> HttpResponse:
    """The file as it came in, always as a download: a browser must not run what others sent."""
    this = _visible(directory.standing(request.user, today()), pk)
    if this.file is None:
        raise Http404
    answer = HttpResponse(queries.bytes_of(this.file), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, this.file.name) or "attachment"
    return answer


def history(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    this = _visible(who, pk)
    own = {"registry.document": [this.pk], "registry.fact": this.facts.values_list("pk", flat=True)}
    return render(
        request,
        "desk/history.html",
        {"document": this, "events": told(queries.history_of(this), who, own)},
    )


def _visible(who: directory.Standing, pk: int) -> queries.Document:
    found = queries.document_page(access.visible_documents(who, who.on), pk)
    if found is None:
        raise Http404
    return found
