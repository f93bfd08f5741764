"""What is done with an inspection as a whole: units to be looked at are added, it is closed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, actions
from gandan.domain.meetings import inspections as queries
from gandan.web.desk.asking import done_or_told, today, whole_or_told
from gandan.web.desk.inspection_forms import VisitsForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.inspections import inspection_asked


@require_POST
def inspection_visits(request: SignedRequest, pk: int) -> HttpResponse:
    this = _run_by(request, pk)
    form = VisitsForm(request.POST)
    if not whole_or_told(request, form):
        return redirect("inspection", pk=pk)
    said = form.cleaned_data
    made = done_or_told(
        request,
        lambda: actions.plan_visits(
            this, said["units"], said["planned_on"], actor=request.user, at=timezone.now()
        ),
    )
    if made is not None:
        messages.success(request, _("Đã thêm %(n)s đơn vị.") % {"n": len(made)})
    return redirect("inspection", pk=pk)


@require_POST
def inspection_close(request: SignedRequest, pk: int) -> HttpResponse:
    this = _run_by(request, pk)
    if done_or_told(
        request,
        lambda: actions.close_inspection(this, actor=request.user, at=timezone.now()),
    ):
        messages.success(request, _("Đã khép lại cuộc kiểm tra."))
    return redirect("inspection", pk=pk)


def _run_by(request: SignedRequest, pk: int) -> queries.Inspection:
    who = directory.standing(request.user, today())
    this = inspection_asked(who, pk)
    access.must(who, "run", this, on=who.on)
    return this
