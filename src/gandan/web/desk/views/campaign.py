"""One campaign: its figures, who met how many, what the letters require."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, actions, queries
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today, whole_or_told
from gandan.web.desk.meeting_forms import CampaignForm, DelegateForm, RequirementForm
from gandan.web.desk.request import SignedRequest

MOST_ROWS = 500


def campaign_of(request: SignedRequest, pk: int) -> queries.Campaign:
    """The campaign if this person may see it; else 404."""
    found = access.visible_campaigns(request.user, today()).select_related("unit")
    return get_object_or_404(found, pk=pk)


def campaign(request: SignedRequest, pk: int) -> HttpResponse:
    this = campaign_of(request, pk)
    who = directory.standing(request.user, today())
    held = queries.narrowed(access.visible_meetings(who, who.on), {"campaign": str(pk)})
    figures = queries.figures_by_tier(held)
    plans = queries.plan_by_delegate(this)
    return render(
        request,
        "desk/campaign.html",
        {
            "campaign": this,
            "figures": figures,
            "total": sum(one.sessions for one in figures),
            "attendees": sum(one.attendees for one in figures),
            "opinions": sum(one.opinions for one in figures),
            "modes": queries.Mode.choices,
            "plans": plans[:MOST_ROWS],
            "met_nobody": sum(one.met_nobody for one in plans),
            "localities": queries.by_locality(held)[:MOST_ROWS],
            "unmet": queries.communes_without(held, who.on)[:MOST_ROWS],
            "requirements": this.requirements.all(),
            "may_run": access.can(who, "run", this, on=who.on),
            "may_enter": access.can(who, "enter", None, on=who.on),
            "requirement_form": RequirementForm(),
            "delegate_form": DelegateForm(),
        },
    )


def campaign_new(request: SignedRequest) -> HttpResponse:
    access.must(request.user, "enter", None, on=today())
    form = CampaignForm(sent(request), who=request.user)
    if form.is_valid():
        made = done_or_shown(
            form,
            lambda: actions.open_campaign(
                **form.cleaned_data, actor=request.user, at=timezone.now()
            ),
        )
        if made:
            messages.success(request, _("Đã mở đợt %(name)s.") % {"name": made.name})
            return redirect("campaign", pk=made.pk)
    back = reverse("campaigns")
    shown = {"form": form, "heading": _("Mở đợt"), "verb": _("Mở đợt"), "back": back}
    return render(request, "desk/form.html", shown)


@require_POST
def campaign_require(request: SignedRequest, pk: int) -> HttpResponse:
    this = campaign_of(request, pk)
    access.must(request.user, "run", this, on=today())
    form = RequirementForm(request.POST)
    if whole_or_told(request, form):
        done_or_told(
            request,
            lambda: actions.require(
                this, **form.cleaned_data, actor=request.user, at=timezone.now()
            ),
        )
    return redirect("campaign", pk=pk)


@require_POST
def campaign_delegate(request: SignedRequest, pk: int) -> HttpResponse:
    this = campaign_of(request, pk)
    access.must(request.user, "run", this, on=today())
    form = DelegateForm(request.POST)
    if whole_or_told(request, form):
        done_or_told(
            request,
            lambda: actions.add_delegate(
                this, **form.cleaned_data, actor=request.user, at=timezone.now()
            ),
        )
    return redirect("campaign", pk=pk)
