"""Ghi kiến nghị: one form, with what the machine proposes while the person types."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access as meetings
from gandan.domain.petitions import access, actions, queries
from gandan.domain.petitions.actions import Origin
from gandan.kernel.events import deed
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.petition_forms import EntryForm
from gandan.web.desk.petition_proposal import Proposed, proposed
from gandan.web.desk.place_field import place_list, place_meant
from gandan.web.desk.request import SignedRequest


def petition_new(request: SignedRequest) -> HttpResponse:
    """The form. With the button "Gợi ý" (a browser without scripts) it comes back with proposals."""
    meetings.must(request.user, "enter", None, on=today())
    asks_only = request.method == "POST" and "propose" in request.POST
    form = EntryForm(sent(request), request.FILES or None, who=request.user)
    if request.method == "POST" and not asks_only and form.is_valid():
        made = done_or_shown(form, lambda: _entered(request, form))
        if made is not None:
            return redirect("petition", pk=made.pk)
    seen = access.visible_petitions(request.user, today())
    shown: Proposed | None = None
    if request.method == "POST":
        shown = proposed(request.POST.get("text", ""), _place_code(request.POST), seen)
        if asks_only:
            form = EntryForm(initial=_filled(request.POST, shown), who=request.user)
    return render(
        request,
        "desk/petition_new.html",
        {
            "form": form,
            "proposed": shown,
            "places": place_list(today()),
            "sessions": queries.sessions(seen)[:50],
        },
    )


@require_POST
def petition_propose(request: SignedRequest) -> HttpResponse:
    """The part of the form that the machine fills in while somebody types. Nothing is kept."""
    meetings.must(request.user, "enter", None, on=today())
    seen = access.visible_petitions(request.user, today())
    shown = proposed(request.POST.get("text", ""), _place_code(request.POST), seen)
    form = EntryForm(initial=_filled(request.POST, shown), who=request.user)
    return render(request, "desk/petition_sorting.html", {"form": form, "proposed": shown})


def _filled(sent_: QueryDict, shown: Proposed) -> dict[str, Any]:
    """What was typed stays; only what was left open is filled in with what is proposed."""
    filled: dict[str, Any] = dict(sent_.items())
    if shown.said is not None:
        filled["field"] = filled.get("field") or shown.said.field
        filled["level"] = filled.get("level") or shown.said.level
        filled["asked"] = filled.get("asked") or (shown.unit.name if shown.unit else "")
    return filled


def _place_code(sent_: QueryDict) -> str:
    try:
        return place_meant(sent_.get("place", ""), today()).code
    except ValidationError:
        return ""


@deed("petition.receive")
def _entered(request: SignedRequest, form: EntryForm) -> queries.Petition:
    """Petition, files and joining in one go: all of it, or nothing."""
    said, now = form.cleaned_data, timezone.now()
    by: dict[str, Any] = {"actor": request.user, "at": now}
    made = actions.receive(
        said["text"],
        Origin(said["source"], said["source_reference"], said["session"]),
        said_on=said["said_on"],
        unit=said["unit"],
        place_code=said["place"].code,
        place_text=said["place"].words,
        field=said["field"],
        level=said["level"],
        asked=said["asked"],
        petitioner=form.petitioner(),
        no_denunciation=said["no_denunciation"],
        key=f"entry:{request.user.pk}:{said['key']}",
        **by,
    )
    if made.received_at != now:
        messages.warning(request, _("Phiếu này đã được ghi từ trước, không lưu thêm."))
        return made
    for file in said["attachments"]:
        actions.attach(made, file.read(), file.name or _("tệp không tên"), **by)
    messages.success(request, _("Đã ghi kiến nghị %(code)s.") % {"code": made.code})
    same = key_said(request.POST.get("same", ""))
    if same:
        who = directory.standing(request.user, today())
        other = access.visible_petitions(who, who.on).filter(pk=same).first()
        if other is not None:
            actions.join(made, other, **by)
            messages.success(request, _("Đã gộp với kiến nghị %(code)s.") % {"code": other.code})
    return made
