"""Tiếp công dân: the schedule with its term, a day with its register, the register as a sheet."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, actions
from gandan.domain.meetings.queries import Reception, last_day_to_post, late_notice
from gandan.domain.petitions import queries
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.reception_forms import (
    HoldForm,
    PeriodForm,
    PostForm,
    ScheduleForm,
    VisitForm,
)
from gandan.web.desk.register_sheet import heads, line_of, register_docx
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import sheet_download, wants_sheet
from gandan.web.desk.sheets import receptions_sheet

PER_PAGE = 30
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def receptions(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    found = queries.visible_receptions(who)
    if wants_sheet(request):
        return receptions_sheet(found, who.on)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/receptions.html",
        {
            "page": page,
            "rows": [(one, late_notice(one, who.on)) for one in page],
            "today": who.on,
            "may_enter": access.can(who, "enter", None, on=who.on),
            "period": PeriodForm(initial={"first": who.on.replace(month=1, day=1), "last": who.on}),
        },
    )


def reception_new(request: SignedRequest) -> HttpResponse:
    access.must(request.user, "enter", None, on=today())
    form = ScheduleForm(sent(request), who=request.user)
    if form.is_valid():
        made = done_or_shown(
            form, lambda: actions.announce_reception(form.announced(), **_by(request))
        )
        if made is not None:
            if late := late_notice(made, today()):
                messages.warning(request, late)
            messages.success(request, _("Đã lên lịch tiếp công dân."))
            return redirect("reception", pk=made.pk)
    lead = _(
        "Lịch phải niêm yết ít nhất 5 ngày làm việc trước ngày tiếp (Luật Tiếp công dân Điều 24)."
    )
    shown = {
        "form": form, "heading": _("Lên lịch tiếp công dân"), "verb": _("Lên lịch"),
        "lead": lead, "back": reverse("receptions"),
    }  # fmt: skip
    return render(request, "desk/form.html", shown)


def reception(request: SignedRequest, pk: int) -> HttpResponse:
    this = reception_of(request, pk)
    last, basis = last_day_to_post(this.on)
    open_ = not this.cancelled_reason and this.meeting_id is None
    visits = list(queries.visits_of(this))
    people = sum(one.people for one in visits)
    return render(
        request,
        "desk/reception.html",
        {
            "this": this,
            "late": late_notice(this, today()),
            "last": last,
            "basis": basis,
            "visits": visits,
            "is_open": open_,
            "has_come": this.on <= today(),
            "may_record": access.can(request.user, "record", this, on=today()),
            "visit_form": VisitForm(),
            "post_form": PostForm(initial={"posted_on": today()}),
            "hold_form": HoldForm(initial={"attendees": people, "opinions": len(visits)}),
        },
    )


@require_POST
def reception_step(request: SignedRequest, pk: int, verb: str) -> HttpResponse:
    """The schedule went up, the day is over, or it is called off."""
    this = reception_of(request, pk)
    access.must(request.user, "record", this, on=today())
    by = _by(request)
    done: object = None
    if verb == "post" and (form := PostForm(request.POST)).is_valid():
        day = form.cleaned_data["posted_on"]
        done = done_or_told(request, lambda: actions.post_schedule(this, day, **by))
    elif verb == "hold" and (held := HoldForm(request.POST)).is_valid():
        figures = held.cleaned_data
        done = done_or_told(request, lambda: actions.hold_reception(this, **figures, **by))
    elif verb == "call-off":
        reason = request.POST.get("reason", "")
        done = done_or_told(request, lambda: actions.call_off_reception(this, reason, **by))
    elif verb not in {"post", "hold"}:
        raise Http404
    else:
        messages.error(request, _("Chưa lưu gì. Hãy xem lại các ô đã điền."))
    if done is not None:
        messages.success(request, _("Đã lưu."))
    return redirect("reception", pk=pk)


def reception_register(request: SignedRequest) -> HttpResponse:
    """The register of a period, `?form=docx` to be printed; without who came."""
    who = directory.standing(request.user, today())
    form = PeriodForm(request.GET)
    if not form.is_valid():
        messages.error(request, _("Hãy ghi hai ngày như 30/06/2026."))
        return redirect("receptions")
    first, last = form.cleaned_data["first"], form.cleaned_data["last"]
    visits = queries.visits_between(who, first, last)[:20_000]
    name = f"so-tiep-cong-dan-{first:%Y%m%d}-{last:%Y%m%d}"
    if request.GET.get("form") == "docx":
        title = _("Sổ tiếp công dân từ %(first)s đến %(last)s") % {
            "first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}",
        }  # fmt: skip
        answer = HttpResponse(register_docx(title, visits[:3_000]), content_type=_WORD)
        answer["Content-Disposition"] = f'attachment; filename="{name}.docx"'
        return answer
    rows = (line_of(one) for one in visits)
    return sheet_download(_("Sổ tiếp công dân"), heads(), rows, name)


def reception_of(request: SignedRequest, pk: int) -> Reception:
    who = directory.standing(request.user, today())
    return get_object_or_404(queries.visible_receptions(who), pk=pk)


def _by(request: SignedRequest) -> dict[str, Any]:
    return {"actor": request.user, "at": timezone.now()}
