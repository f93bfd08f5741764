"""The units that help with a task: who is added, who leaves, and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.tasks import access, actions, queries
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.unit_field import UnitsField
from gandan.web.desk.views.parts import task_asked


class CooperationForm(forms.Form):
    add = UnitsField(label=gettext_lazy("Thêm đơn vị phối hợp"), required=False)
    leave = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Thôi phối hợp"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(label=gettext_lazy("Lý do thay đổi"), max_length=1000)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, given: Any, *, task: queries.Task) -> None:
        super().__init__(given, initial={"seen": task.sequence})
        parts = task.cooperations.select_related("unit")
        choices = [(part.pk, f"{part} · {_(part.get_state_display())}") for part in parts]
        if choices:
            self.fields["leave"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["leave"]


def cooperation(request: SignedRequest, pk: int) -> HttpResponse:
    task = task_asked(request, pk)
    access.must(request.user, "edit", task, on=today())
    form = CooperationForm(sent(request), task=task)
    if form.is_valid():
        done = done_or_shown(
            form,
            lambda: actions.change_cooperation(
                task,
                add=form.cleaned_data["add"],
                leave=form.cleaned_data.get("leave", ()),
                reason=form.cleaned_data["reason"],
                seen=form.cleaned_data["seen"],
                actor=request.user,
                at=timezone.now(),
            ),
        )
        if done is not None:
            messages.success(request, _("Đã lưu."))
            return redirect("task", pk=pk)
    words = {
        "heading": _("Đơn vị phối hợp"),
        "lead": str(task),
        "verb": _("Lưu"),
        "back": reverse("task", args=[pk]),
    }
    return render(request, "desk/form.html", {"form": form, **words})
