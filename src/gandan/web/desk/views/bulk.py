"""One verb on the tasks that were ticked: what would be done is shown first, then it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.tasks import access, actions, queries
from gandan.domain.tasks.actions.bulk import MOST
from gandan.web.desk.asking import done_or_shown, done_or_told, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import rows_of
from gandan.web.desk.task_forms import DayField
from gandan.web.desk.unit_field import UnitField


class AssignAll(forms.Form):
    lead = UnitField(label=gettext_lazy("Đơn vị chủ trì"))


class ExtendAll(forms.Form):
    to = DayField(label=gettext_lazy("Hạn mới"))
    reason = forms.CharField(label=gettext_lazy("Lý do gia hạn"), max_length=1000)


class RemindAll(forms.Form):
    text = forms.CharField(label=gettext_lazy("Lời nhắc"), max_length=1000)


_FORMS: dict[str, type[forms.Form]] = {
    "assign": AssignAll, "extend": ExtendAll, "remind": RemindAll,
}  # fmt: skip
_VERBS = {
    "assign": gettext_lazy("Giao cho đơn vị"),
    "extend": gettext_lazy("Gia hạn"),
    "remind": gettext_lazy("Nhắc việc"),
}


@require_POST
def bulk(request: SignedRequest) -> HttpResponse:
    """The first POST shows the form and the tasks; the second, with `sure`, does it."""
    verb = request.POST.get("verb", "")
    keys = [int(key) for key in request.POST.getlist("task") if key.isdigit()][: MOST + 1]
    tasks = list(access.visible_tasks(request.user, today()).filter(pk__in=keys).order_by("id"))
    if verb not in _FORMS or not tasks:
        messages.error(request, _("Chưa chọn nhiệm vụ nào. Chưa có gì thay đổi."))
        return redirect("task-list")
    form = _FORMS[verb](request.POST if request.POST.get("sure") else None)
    if form.is_valid():
        change = done_or_shown(form, lambda: _act(request, verb)(tasks, **form.cleaned_data))
        if change is not None:
            messages.success(request, _("Đã làm với %(n)s nhiệm vụ.") % {"n": len(change.before)})
            return redirect("task-list")
    shown = queries.listed(queries.Task.objects.filter(pk__in=[task.pk for task in tasks]))
    return render(
        request,
        "desk/bulk.html",
        {
            "form": form,
            "verb": verb,
            "heading": _VERBS[verb],
            "rows": rows_of(shown, today()),
            "back": reverse("task-list"),
        },
    )


@require_POST
def bulk_undo(request: SignedRequest, pk: int) -> HttpResponse:
    change = get_object_or_404(queries.BulkChange, pk=pk, by=request.user)
    back = done_or_told(
        request, lambda: actions.undo_bulk(change, actor=request.user, at=timezone.now())
    )
    if back is not None:
        messages.success(
            request,
            _("Đã hoàn lại %(n)s/%(all)s nhiệm vụ; phần còn lại đã có người sửa sau đó.")
            % {"n": back, "all": len(change.before)}
            if back < len(change.before)
            else _("Đã hoàn lại cả %(n)s nhiệm vụ.") % {"n": back},
        )
    return redirect("task-list")


def _act(request: SignedRequest, verb: str) -> Callable[..., queries.BulkChange]:
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}

    def act(tasks: list[queries.Task], **said: Any) -> queries.BulkChange:
        if verb == "assign":
            return actions.assign_all(tasks, said["lead"], **by)
        if verb == "extend":
            return actions.extend_all(tasks, said["to"], said["reason"], **by)
        return actions.remind_all(tasks, said["text"], **by)

    return act
