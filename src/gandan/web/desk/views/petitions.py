"""What people ask for: a list with search, the page of one petition, its simple steps, joining."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.directory import access as directory
from gandan.domain.petitions import access, actions, finding, queries, remembering
from gandan.web.desk.asking import done_or_told, today
from gandan.web.desk.request import SignedRequest

PER_PAGE = 25


class Filters(forms.Form):
    q = forms.CharField(label=gettext_lazy("Nội dung, mã, nơi"), required=False)
    field = forms.ChoiceField(label=gettext_lazy("Lĩnh vực"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("Trạng thái"), required=False)


def petitions(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    form = Filters(request.GET)
    any_ = ("", _("tất cả"))
    fields = [(one.code, one.name) for one in queries.fields().values()]
    form.fields["field"].choices = [any_, *fields]  # type: ignore[attr-defined]
    form.fields["state"].choices = [any_, *queries.State.choices]  # type: ignore[attr-defined]
    said = form.cleaned_data if form.is_valid() else {}
    chosen = {name: said[name] for name in ("field", "state") if said.get(name)}
    seen = access.visible_petitions(who, who.on)
    rows = queries.listed(seen.filter(**chosen))
    if said.get("q"):
        best = finding.search(said["q"], who, kind="petition", filters=chosen, limit=PER_PAGE * 8)
        rows = rows.filter(pk__in=[row.thing.pk for row in best.rows])
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "form": form, "filtered": any(said.values())}
    return render(request, "desk/petitions.html", context)


def petition(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    seen = access.visible_petitions(who, who.on)
    this = _one(seen, pk)
    near = remembering.similar(this.text, seen, this.place_code, most=6)
    simple = [
        step for step in access.steps_open_to(who, this, who.on) if step.verb in actions.SIMPLE
    ]
    return render(
        request,
        "desk/petition.html",
        {
            "this": this,
            "field": queries.name_of(this.field) if this.field else "",
            "before": queries.asked_before(seen, this),
            "similar": [one for one in near if one.petition.pk != this.pk],
            "may_join": access.can(who, "join", this, on=who.on),
            "steps": simple,
            "events": queries.history_of(this),
        },
    )


@require_POST
def petition_step(request: SignedRequest, pk: int, verb: str) -> HttpResponse:
    who = directory.standing(request.user, today())
    this = _one(access.visible_petitions(who, who.on), pk)
    reason = request.POST.get("reason", "")
    done_or_told(
        request,
        lambda: actions.take_step(this, verb, actor=request.user, at=timezone.now(), reason=reason),
    )
    return redirect("petition", pk=pk)


@require_POST
def petition_join(request: SignedRequest, pk: int, other: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    seen = access.visible_petitions(who, who.on)
    this, same = _one(seen, pk), _one(seen, other)
    now = timezone.now()
    if done_or_told(request, lambda: actions.join(this, same, actor=request.user, at=now)):
        messages.success(request, _("Đã gộp hai kiến nghị."))
    return redirect("petition", pk=pk)


@require_POST
def petition_part(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    this = _one(access.visible_petitions(who, who.on), pk)
    done_or_told(request, lambda: actions.part(this, actor=request.user, at=timezone.now()))
    return redirect("petition", pk=pk)


def _one(seen: QuerySet[queries.Petition], pk: int) -> queries.Petition:
    this = queries.petition_page(seen, pk)
    if this is None:
        raise Http404
    return this
