"""What is done to a petition with a form of its own: sort, send, answer, rate, look a second time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.domain.petitions import access, actions, queries
from gandan.domain.petitions.emptiness import is_empty
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import queries as registry
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.petition_forms import (
    AnswerForm,
    AssessmentForm,
    RatingForm,
    SortingForm,
    TransferForm,
)
from gandan.web.desk.petition_proposal import sorted_by_machine
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.petition_page import visible_petition


def petition_classify(request: SignedRequest, pk: int) -> HttpResponse:
    this = visible_petition(request, pk)
    access.must(request.user, "classify", this, on=today())
    said = sorted_by_machine(this.text)
    asked = "\n".join(unit.name for unit in this.asked.all())
    initial = {
        "field": this.field or said.field, "level": this.level or said.level, "asked": asked,
    }  # fmt: skip
    form = SortingForm(sent(request), initial=initial)
    lead = "; ".join(said.reasons)

    def act() -> object:
        filled = form.cleaned_data
        return actions.classify(
            this, filled["field"], filled["level"], asked=filled["asked"], **_by(request)
        )

    return _form(request, this, form, act, _("Phân loại"), _("Đã phân loại."), lead)


def petition_transfer(request: SignedRequest, pk: int) -> HttpResponse:
    this = visible_petition(request, pk)
    access.must(request.user, "transfer", this, on=today())
    first = this.asked.first()
    form = TransferForm(sent(request), initial={"to": first.name if first else ""})

    def act() -> object:
        said = form.cleaned_data
        return actions.transfer(
            this, said["to"], reason=said["reason"], not_ours=said["not_ours"], **_by(request)
        )

    lead = this.term_basis
    return _form(request, this, form, act, _("Chuyển"), _("Đã chuyển."), lead)


def petition_answer(request: SignedRequest, pk: int) -> HttpResponse:
    """An answer that says neither who nor when is shown once more before it is kept as it is."""
    this = visible_petition(request, pk)
    access.must(request.user, "answer", this, on=today())
    given = sent(request)
    form = AnswerForm(given, request.FILES or None, initial={"seen": this.sequence})
    is_warned = False
    if form.is_valid():
        said = form.cleaned_data
        proof = said["evidence"] or said["number"] or (said["file"].name if said["file"] else "")
        is_warned = is_empty(said["text"], said["kind"], said["promised_on"], proof)
        if not is_warned or "as_it_is" in request.POST:
            made = done_or_shown(form, lambda: _answered(request, this, said))
            if made is not None:
                messages.success(request, _("Đã ghi trả lời."))
                return redirect("petition", pk=pk)
    return render(
        request,
        "desk/petition_answer.html",
        {"this": this, "form": form, "is_warned": is_warned},
    )


@transaction.atomic
def _answered(
    request: SignedRequest, this: queries.Petition, said: dict[str, Any]
) -> queries.Answer:
    """A number that the registry holds is the document itself; else it is kept as it was written."""
    document, evidence = None, said["evidence"].strip()
    if said["number"]:
        visible = registry_access.visible_documents(request.user, today())
        found = registry.documents_numbered(visible, said["number"])[:2]
        document = found[0] if len(found) == 1 else None
        if document is None:
            evidence = "; ".join(part for part in (said["number"], evidence) if part)
    if said["file"]:
        evidence = "; ".join(part for part in (evidence, said["file"].name) if part)
    made = actions.answer(
        this, said["kind"], said["text"], promised_on=said["promised_on"], evidence=evidence,
        document=document, seen=said["seen"], **_by(request),
    )  # fmt: skip
    if said["file"]:
        data, name = said["file"].read(), said["file"].name
        actions.attach(this, data, name, is_personal=False, **_by(request))
    return made


def petition_rate(request: SignedRequest, pk: int, answer: int) -> HttpResponse:
    this = visible_petition(request, pk)
    access.must(request.user, "rate", this, on=today())
    given = _answer_of(this, answer)
    form = RatingForm(sent(request), who=request.user, petition=this)
    return _form(
        request, this, form,
        lambda: actions.note_rating(given, **form.cleaned_data, **_by(request)),
        _("Cử tri đánh giá"), _("Đã ghi đánh giá."),
        _("Chỉ ghi số người; không ghi ai đánh giá thế nào."),
    )  # fmt: skip


def petition_assess(request: SignedRequest, pk: int, answer: int) -> HttpResponse:
    this = visible_petition(request, pk)
    access.must(request.user, "assess", this, on=today())
    given = _answer_of(this, answer)
    form = AssessmentForm(sent(request))

    def act() -> object:
        said = form.cleaned_data
        return actions.assess(
            given, said["verdict"], said["reason"], sends_back=said["sends_back"], **_by(request)
        )

    return _form(
        request, this, form, act, _("Đánh giá việc trả lời"), _("Đã đánh giá."), given.text
    )


def _answer_of(this: queries.Petition, key: int) -> queries.Answer:
    found = this.answers.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _by(request: SignedRequest) -> dict[str, Any]:
    return {"actor": request.user, "at": timezone.now()}


def _form(
    request: SignedRequest, this: queries.Petition, form: forms.Form, act: Callable[[], object],
    heading: str, done: str, lead: str = "",
) -> HttpResponse:  # fmt: skip
    if form.is_valid() and done_or_shown(form, act) is not None:
        messages.success(request, done)
        return redirect("petition", pk=this.pk)
    return render(
        request,
        "desk/form.html",
        {
            "form": form, "heading": heading, "verb": heading, "quote": this.text, "lead": lead,
            "back": reverse("petition", args=[this.pk]),
        },
    )  # fmt: skip
