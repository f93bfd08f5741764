"""Tập huấn: who should come by unit and post, the sessions, who came; nobody is named."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, actions
from gandan.domain.meetings import inspections as queries
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import actions as registry_actions
from gandan.domain.registry import queries as registry
from gandan.kernel.events import deed
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.inspection_forms import CourseForm, InviteForm, MaterialForm, SessionForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import sheet_download
from gandan.web.desk.unit_forms import DayField
from gandan.web.desk.views.inspections import plan_named

PER_PAGE = 25


def courses(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    found = queries.courses(access.visible_courses(who, who.on))
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    may_plan = access.can(who, "enter", None, on=who.on)
    return render(request, "desk/courses.html", {"page": page, "may_plan": may_plan})


def course_new(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    access.must(who, "enter", None, on=who.on)
    plan = plan_named(request, who)
    form = CourseForm(sent(request), who=request.user)
    if form.is_valid():
        said = form.cleaned_data
        made = done_or_shown(
            form,
            lambda: actions.plan_course(
                said["name"], said["unit"], said["subject"], document=plan,
                actor=request.user, at=timezone.now(),
            ),
        )  # fmt: skip
        if made:
            messages.success(request, _("Đã lập lớp tập huấn."))
            return redirect("course", pk=made.pk)
    words = {
        "heading": _("Lập lớp tập huấn"),
        "lead": str(plan) if plan else "",
        "verb": _("Lập lớp"),
        "back": reverse("plan", args=[plan.pk]) if plan else reverse("courses"),
    }
    return render(request, "desk/form.html", {"form": form, **words})


def course(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    this = course_asked(who, pk)
    reach = queries.reach_of(this)
    reached, invited = queries.units_reached(reach)
    readable = registry_access.visible_documents(who, who.on)
    return render(
        request,
        "desk/course.html",
        {
            "this": this,
            "reach": reach,
            "reached": reached,
            "invited": invited,
            "planned": sum(row.planned for row in reach),
            "came": sum(row.came for row in reach),
            "sessions": queries.sessions_of(this),
            "materials": this.materials.all(),
            "plan": readable.filter(pk=this.document_id or 0).first(),
            "forms": (InviteForm(), SessionForm(), MaterialForm()),
            "may_run": access.can(who, "run", this, on=who.on),
            "may_record": access.can(who, "record", this, on=who.on),
        },
    )


@require_POST
def course_invite(request: SignedRequest, pk: int) -> HttpResponse:
    this, form = _asked(request, pk, "run", InviteForm(request.POST))
    if form.is_valid():
        said = form.cleaned_data
        planned = dict.fromkeys(said["units"], said["number"])
        done_or_told(
            request,
            lambda: actions.invite(
                this, planned, said["post"], actor=request.user, at=timezone.now()
            ),
        )
    return _back(request, this, form)


@require_POST
def course_session(request: SignedRequest, pk: int) -> HttpResponse:
    this, form = _asked(request, pk, "run", SessionForm(request.POST))
    if form.is_valid():
        said = form.cleaned_data
        done_or_told(
            request,
            lambda: actions.plan_session(
                this, said["planned_on"], said["place"], actor=request.user, at=timezone.now()
            ),
        )
    return _back(request, this, form)


@require_POST
def course_material(request: SignedRequest, pk: int) -> HttpResponse:
    this, form = _asked(request, pk, "record", MaterialForm(request.POST, request.FILES))
    if form.is_valid():
        given = form.cleaned_data["file"]
        by: Any = {"actor": request.user, "at": timezone.now()}

        @deed("course.material")
        def added() -> bool:
            kept = registry_actions.keep(given.read(), given.name, **by)
            actions.add_material(this, kept, **by)
            return True

        done_or_told(request, added)
    return _back(request, this, form)


def course_file(request: SignedRequest, pk: int, file: int) -> HttpResponse:
    this = course_asked(directory.standing(request.user, today()), pk)
    found = get_object_or_404(this.materials, pk=file)
    answer = HttpResponse(registry.bytes_of(found), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    return answer


def course_attend(request: SignedRequest, pk: int, session: int) -> HttpResponse:
    """How many of each unit and post came to a session."""
    who = directory.standing(request.user, today())
    this = course_asked(who, pk)
    access.must(who, "record", this, on=who.on)
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


def course_export(request: SignedRequest, pk: int) -> HttpResponse:
    this = course_asked(directory.standing(request.user, today()), pk)
    heads = [_("Đơn vị"), _("Chức danh"), _("Số người dự kiến"), _("Số người dự")]
    rows = ([row.unit, row.post, str(row.planned), str(row.came)] for row in queries.reach_of(this))
    return sheet_download(_("Tập huấn"), heads, rows, f"tap-huan-{this.pk}")


def course_asked(who: directory.Standing, pk: int) -> queries.Course:
    seen = access.visible_courses(who, who.on).select_related("unit", "document")
    return get_object_or_404(seen, pk=pk)


def _asked(
    request: SignedRequest, pk: int, verb: str, form: forms.Form
) -> tuple[queries.Course, forms.Form]:
    who = directory.standing(request.user, today())
    this = course_asked(who, pk)
    access.must(who, verb, this, on=who.on)
    return this, form


def _back(request: SignedRequest, this: queries.Course, form: forms.Form) -> HttpResponse:
    if form.errors:
        messages.error(request, " ".join(str(each[0]) for each in form.errors.values()))
    return redirect("course", pk=this.pk)
