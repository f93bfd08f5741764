"""What a person says of a fact: accept, correct, reject, take back. One card, one key each.

With htmx the changed card comes back; without it the person returns to the card on the page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.directory import queries as directory
from gandan.domain.petitions import actions as petitions
from gandan.domain.petitions.access import visible_petitions
from gandan.domain.petitions.queries import made_of_facts
from gandan.domain.registry import access, queries
from gandan.domain.registry import actions as registry
from gandan.domain.tasks import access as task_access
from gandan.domain.tasks import actions
from gandan.domain.tasks import queries as tasks
from gandan.kernel.ids import key_said
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import sent, today
from gandan.web.desk.cards import Card, cards_of
from gandan.web.desk.correction import CorrectionForm, RejectionForm
from gandan.web.desk.request import SignedRequest


@require_POST
def accept(request: SignedRequest, pk: int) -> HttpResponse:
    fact = _fact(request, pk)
    chosen = request.POST.get("lead", "")
    key = key_said(chosen)
    lead = get_object_or_404(directory.Unit, pk=key) if key else None

    def act() -> None:
        by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
        if fact.kind == queries.FactKind.DUTY:
            actions.accept_duty(fact, lead=lead, **by)
        elif fact.kind == queries.FactKind.PETITION:
            petitions.accept_petition(fact, **by)
        else:
            registry.accept(fact, **by)

    return _answered(request, fact, act, _("Đã duyệt."))


@require_POST
def undo(request: SignedRequest, pk: int) -> HttpResponse:
    fact = _fact(request, pk)
    take_back = (
        petitions.undo_petition
        if fact.kind == queries.FactKind.PETITION
        else actions.undo_acceptance
    )
    return _answered(
        request,
        fact,
        lambda: take_back(fact, actor=request.user, at=timezone.now()),
        _("Đã hoàn lại."),
    )


def correct(request: SignedRequest, pk: int) -> HttpResponse:
    fact = _fact(request, pk)
    if fact.kind != queries.FactKind.DUTY:
        raise Http404
    card = _card(request, fact)
    form = CorrectionForm(sent(request), card=card)
    if form.is_valid():
        return _answered(
            request,
            fact,
            lambda: actions.correct_duty(
                fact,
                form.changes(),
                lead=form.cleaned_data["lead_unit"],
                actor=request.user,
                at=timezone.now(),
            ),
            _("Đã sửa và giao."),
        )
    return _form(request, card, form, _("Sửa nhiệm vụ"), _("Lưu và giao"), "fact-correct")


def reject(request: SignedRequest, pk: int) -> HttpResponse:
    fact = _fact(request, pk)
    form = RejectionForm(sent(request))
    if form.is_valid():
        return _answered(
            request,
            fact,
            lambda: registry.reject(
                fact, form.cleaned_data["reason"], actor=request.user, at=timezone.now()
            ),
            _("Đã bỏ."),
        )
    card = _card(request, fact)
    if fact.kind == queries.FactKind.FINDING:
        form.fields["reason"].help_text = _("Ví dụ: tên riêng, cơ quan quen viết như vậy")
        return _form(request, card, form, _("Bỏ qua điểm soát này"), _("Bỏ qua"), "fact-reject")
    return _form(request, card, form, _("Bỏ điều máy đọc được"), _("Bỏ"), "fact-reject")


def card(request: SignedRequest, pk: int) -> HttpResponse:
    """The card alone: what "Thôi" brings back in place of a form."""
    return _shown(request, _fact(request, pk), "")


def _fact(request: SignedRequest, pk: int) -> queries.Fact:
    day = today()
    fact = queries.fact_for_review(access.visible_documents(request.user, day), pk)
    if fact is None:
        raise Http404
    access.must(request.user, "review", fact.document, on=day)
    return fact


def _card(request: SignedRequest, fact: queries.Fact) -> Card:
    day = today()
    made = tasks.tasks_of_facts(task_access.visible_tasks(request.user, day), [fact])
    seen = visible_petitions(request.user, day)
    kept = made_of_facts(seen, [fact.pk]) if fact.kind == queries.FactKind.PETITION else {}
    return cards_of(fact.document, [fact], made, day, kept)[0]


def _answered(
    request: SignedRequest, fact: queries.Fact, act: Callable[[], Any], done: str
) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        if request.htmx:
            return _shown(request, fact, str(refusal), went_wrong=True)
        messages.error(request, str(refusal))
    else:
        if request.htmx:
            return _shown(request, fact, done)
        messages.success(request, done)
    return redirect(_place(fact))


def _shown(
    request: SignedRequest, fact: queries.Fact, told: str, *, went_wrong: bool = False
) -> HttpResponse:
    fresh = _fact(request, fact.pk)
    return render(
        request,
        "desk/card_alone.html",
        {
            "card": _card(request, fresh),
            "document": fresh.document,
            "may_review": True,
            "progress": queries.review_progress(fresh.document),
            "told": told,
            "went_wrong": went_wrong,
        },
    )


def _form(
    request: SignedRequest, card: Card, form: Any, heading: str, verb: str, address: str
) -> HttpResponse:
    template = "desk/card_form.html" if request.htmx else "desk/form.html"
    return render(
        request,
        template,
        {
            "card": card,
            "form": form,
            "heading": heading,
            "verb": verb,
            "quote": card.fact.quote,
            "lead": card.words if card.fact.kind == queries.FactKind.FINDING else "",
            "back": _place(card.fact),
            "address": reverse(address, args=[card.fact.pk]),
        },
    )


def _place(fact: queries.Fact) -> str:
    """Where the person was: the facts of the document, or its pencil."""
    if fact.kind == queries.FactKind.FINDING:
        return reverse("document-findings", args=[fact.document_id])
    return f"{reverse('document', args=[fact.document_id])}#card-{fact.pk}"
