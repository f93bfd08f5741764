"""One meeting, and the sheet on which it is recorded: also without a network."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.staticfiles import finders
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, actions, queries
from gandan.domain.petitions import queries as petitions
from gandan.domain.registry import access as registry_access
from gandan.kernel.access import Denied
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.meeting_forms import SheetForm, kind_asked
from gandan.web.desk.request import SignedRequest


def meeting(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    found = access.visible_meetings(who, who.on).select_related("unit", "campaign", "conclusion")
    this = get_object_or_404(found, pk=pk)
    kind = queries.kinds()[this.kind]
    own = [
        (each.label, this.details[each.name]) for each in kind.fields if each.name in this.details
    ]
    said = list(this.said.all())
    verbs = ("record", "promise", "conclude")
    may = {verb: access.can(who, verb, this, on=who.on) for verb in verbs}
    return render(
        request,
        "desk/meeting.html",
        {
            "meeting": this,
            "kind": kind,
            "own": own,
            "late_notice": queries.notice_gap(kind, this.details, this.held_on),
            "said": said,
            "made": petitions.made_of_opinions([one.pk for one in said]),
            "minutes": this.minutes_files.select_related("file") if may["record"] else (),
            "may": may,
            "conclusion_late": this.conclusion_due is not None
            and this.state == queries.State.HELD
            and this.conclusion_due < who.on,
            "conclusion": registry_access.visible_documents(who, who.on)
            .filter(pk=this.conclusion_id or 0)
            .first(),
            "delegates": this.delegates.all(),
            "promises": this.promises.select_related("task", "task__lead"),
        },
    )


def meeting_new(request: SignedRequest) -> HttpResponse:
    """The sheet. A browser that sends what waited without a network asks for JSON."""
    access.must(request.user, "enter", None, on=today())
    try:
        kind = kind_asked(request.GET.get("kind", ""))
    except Refused as refusal:
        raise Http404(str(refusal)) from None
    form = SheetForm(sent(request), kind=kind, who=request.user)
    machine = request.headers.get("Accept") == "application/json"
    if machine and request.method == "POST":
        return _answered(request, form)
    if form.is_valid():
        done = done_or_shown(
            form,
            lambda: actions.record_meeting(form.entry(), actor=request.user, at=timezone.now()),
        )
        if done:
            said = _("Đã lưu.") if done.is_new else _("Phiếu này đã có từ trước, không lưu thêm.")
            messages.success(request, said)
            return redirect("meeting", pk=done.meeting.pk)
    return render(
        request,
        "desk/meeting_new.html",
        {"form": form, "kind": kind, "kinds": queries.kinds().values()},
    )


def _answered(request: SignedRequest, form: SheetForm) -> JsonResponse:
    """What became of a sheet that waited: stored (now or before), or refused with a sentence."""
    if not form.is_valid():
        wrong = [f"{form[name].label}: {errors[0]}" for name, errors in form.errors.items()]
        return JsonResponse({"state": "refused", "sentence": " ".join(map(str, wrong))}, status=422)
    try:
        done = actions.record_meeting(form.entry(), actor=request.user, at=timezone.now())
    except (Refused, Denied) as refusal:
        return JsonResponse({"state": "refused", "sentence": str(refusal)}, status=422)
    address = reverse("meeting", args=[done.meeting.pk])
    return JsonResponse({"state": "stored" if done.is_new else "there", "address": address})


@require_GET
def meeting_worker(_request: SignedRequest) -> HttpResponse:
    """The worker that keeps the sheet for days without a network; it may serve /meetings/ only."""
    path = finders.find("desk/meeting_worker.js")
    if not isinstance(path, str):
        raise Http404
    with open(path, "rb") as script:  # noqa: PTH123  a path that the finder gave
        answer = HttpResponse(script.read(), content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer
