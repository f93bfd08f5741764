"""Tập huấn: the list, one course with who should come and who came, its table; nobody is named."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, actions
from gandan.domain.meetings import inspections as queries
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import queries as registry
from gandan.web.desk.asking import sent, today
from gandan.web.desk.from_plan import Words, entered, plan_named
from gandan.web.desk.inspection_forms import CourseForm, InviteForm, MaterialForm, SessionForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import sheet_download, wants_sheet
from gandan.web.desk.sheets import courses_sheet

PER_PAGE = 25


def courses(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    found = queries.courses(access.visible_courses(who, who.on))
    if wants_sheet(request):
        return courses_sheet(found, who.on)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    may_plan = access.can(who, "enter", None, on=who.on)
    return render(request, "desk/courses.html", {"page": page, "may_plan": may_plan})


def course_new(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    access.must(who, "enter", None, on=who.on)
    plan = plan_named(request, who)
    form = CourseForm(sent(request), who=request.user)

    def act() -> queries.Course:
        said = form.cleaned_data
        return actions.plan_course(
            said["name"], said["unit"], said["subject"], document=plan,
            actor=request.user, at=timezone.now(),
        )  # fmt: skip

    return entered(
        request, form, plan, act,
        Words(_("Lập lớp tập huấn"), _("Lập lớp"), _("Đã lập lớp tập huấn."), "course", "courses"),
    )  # fmt: skip


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


def course_file(request: SignedRequest, pk: int, file: int) -> HttpResponse:
    this = course_asked(directory.standing(request.user, today()), pk)
    found = get_object_or_404(this.materials, pk=file)
    answer = HttpResponse(registry.bytes_of(found), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    return answer


def course_export(request: SignedRequest, pk: int) -> HttpResponse:
    this = course_asked(directory.standing(request.user, today()), pk)
    heads = [_("Đơn vị"), _("Chức danh"), _("Số người dự kiến"), _("Số người dự")]
    rows = ([row.unit, row.post, str(row.planned), str(row.came)] for row in queries.reach_of(this))
    return sheet_download(_("Tập huấn"), heads, rows, f"tap-huan-{this.pk}")


def course_asked(who: directory.Standing, pk: int) -> queries.Course:
    seen = access.visible_courses(who, who.on).select_related("unit", "document")
    return get_object_or_404(seen, pk=pk)
