"""What is done with a training course: who should come, its sessions, its materials, how many came."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, actions
from gandan.domain.meetings import inspections as queries
from gandan.domain.registry import actions as registry_actions
from gandan.kernel.events import deed
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today, whole_or_told
from gandan.web.desk.inspection_forms import InviteForm, MaterialForm, SessionForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.unit_forms import DayField
from gandan.web.desk.views.courses import course_asked


@require_POST
def course_invite(request: SignedRequest, pk: int) -> HttpResponse:
    this, form = _asked(request, pk, "run"), InviteForm(request.POST)
    if whole_or_told(request, form):
        said = form.cleaned_data
        planned = dict.fromkeys(said["units"], said["number"])
        done_or_told(
            request,
            lambda: actions.invite(
                this, planned, said["post"], actor=request.user, at=timezone.now()
            ),
        )
    return redirect("course", pk=pk)


@require_POST
def course_session(request: SignedRequest, pk: int) -> HttpResponse:
    this, form = _asked(request, pk, "run"), SessionForm(request.POST)
    if whole_or_told(request, form):
        said = form.cleaned_data
        done_or_told(
            request,
            lambda: actions.plan_session(
                this, said["planned_on"], said["place"], actor=request.user, at=timezone.now()
            ),
        )
    return redirect("course", pk=pk)


@require_POST
def course_material(request: SignedRequest, pk: int) -> HttpResponse:
    this, form = _asked(request, pk, "record"), MaterialForm(request.POST, request.FILES)
    if whole_or_told(request, form):
        given = form.cleaned_data["file"]
        by: Any = {"actor": request.user, "at": timezone.now()}

        @deed("course.material")
        def added() -> bool:
            kept = registry_actions.keep(given.read(), given.name, **by)
            actions.add_material(this, kept, **by)
            return True

        done_or_told(request, added)
    return redirect("course", pk=pk)


def course_attend(request: SignedRequest, pk: int, session: int) -> HttpResponse:
    """How many of each unit and post came to a session."""
    this = _asked(request, pk, "record")
    held = get_object_or_404(this.sessions.select_related("meeting"), pk=session)
    form = _AttendanceForm(
        sent(request), audiences=this.audiences.select_related("unit"), held=held
    )
    if form.is_valid():
        done = done_or_shown(
            form,
            lambda: actions.count_attendance(
                held, form.cleaned_data["held_on"], form.came(),
                actor=request.user, at=timezone.now(),
            ),
        )  # fmt: skip
        if done:
            messages.success(request, _("Đã lưu số người dự."))
            return redirect("course", pk=pk)
    words = {
        "heading": _("Số người dự buổi tập huấn"),
        "lead": str(held),
        "verb": _("Lưu"),
        "back": reverse("course", args=[pk]),
    }
    return render(request, "desk/form.html", {"form": form, **words})


class _AttendanceForm(forms.Form):
    held_on = DayField(label=_("Ngày đã tổ chức"))

    def __init__(self, given: Any, *, audiences: Any, held: queries.Session) -> None:
        known = dict(held.attendances.values_list("audience", "number"))
        start = held.meeting.held_on if held.meeting else min(held.planned_on, today())
        super().__init__(given, initial={"held_on": start})
        for each in audiences:
            self.fields[f"came-{each.pk}"] = forms.IntegerField(
                label=f"{each.unit} · {each.post} ({each.planned})",
                min_value=0,
                initial=known.get(each.pk, 0),
            )

    def came(self) -> dict[int, int]:
        return {
            int(name.removeprefix("came-")): number
            for name, number in self.cleaned_data.items()
            if name.startswith("came-")
        }


def _asked(request: SignedRequest, pk: int, verb: str) -> queries.Course:
    who = directory.standing(request.user, today())
    this = course_asked(who, pk)
    access.must(who, verb, this, on=who.on)
    return this
