"""The days of a task: one more, one put in another's place, one asked for and answered, one met."""

from __future__ import annotations

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
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.task_forms import DayField
from gandan.web.desk.views.parts import task_asked


class DueForm(forms.Form):
    on = DayField(label=gettext_lazy("Hạn"))
    reason = forms.CharField(
        label=gettext_lazy("Căn cứ, lý do"), max_length=1000,
        help_text=gettext_lazy("Ví dụ: ý kiến của Chủ tịch tại cuộc họp ngày 12/5/2026"),
    )  # fmt: skip


class ExtendForm(forms.Form):
    to = DayField(label=gettext_lazy("Hạn mới"))
    reason = forms.CharField(label=gettext_lazy("Lý do gia hạn"), max_length=1000)


class AskForm(forms.Form):
    to = DayField(label=gettext_lazy("Xin đến ngày"))
    reason = forms.CharField(label=gettext_lazy("Lý do xin gia hạn"), max_length=1000)


def due_new(request: SignedRequest, pk: int) -> HttpResponse:
    """One more day: what a document left open, or a part that is due apart."""
    task = task_asked(request, pk)
    access.must(request.user, "edit", task, on=today())
    form = DueForm(sent(request))
    if (
        form.is_valid()
        and done_or_shown(
            form,
            lambda: actions.add_due_date(
                task, form.cleaned_data["on"], form.cleaned_data["reason"], **_by(request)
            ),
        )
        is not None
    ):
        messages.success(request, _("Đã ghi hạn."))
        return redirect("task", pk=pk)
    return _form(request, task, form, _("Thêm một hạn"), _("Ghi hạn"))


def extend(request: SignedRequest, pk: int, due: int) -> HttpResponse:
    task = task_asked(request, pk)
    access.must(request.user, "extend", task, on=today())
    old = get_object_or_404(task.due_dates, pk=due)
    form = ExtendForm(sent(request))
    if (
        form.is_valid()
        and done_or_shown(
            form,
            lambda: actions.extend(
                old, form.cleaned_data["to"], form.cleaned_data["reason"], **_by(request)
            ),
        )
        is not None
    ):
        messages.success(request, _("Đã gia hạn."))
        return redirect("task", pk=pk)
    heading = _("Gia hạn %(day)s") % {"day": f"{old.on:%d/%m/%Y}"}
    return _form(request, task, form, heading, _("Gia hạn"))


def ask(request: SignedRequest, pk: int, due: int) -> HttpResponse:
    task = task_asked(request, pk)
    access.must(request.user, "progress", task, on=today())
    old = get_object_or_404(task.due_dates, pk=due)
    form = AskForm(sent(request))
    if (
        form.is_valid()
        and done_or_shown(
            form,
            lambda: actions.ask_extension(
                old, form.cleaned_data["to"], form.cleaned_data["reason"], **_by(request)
            ),
        )
        is not None
    ):
        messages.success(request, _("Đã gửi đề nghị gia hạn."))
        return redirect("task", pk=pk)
    heading = _("Xin gia hạn %(day)s") % {"day": f"{old.on:%d/%m/%Y}"}
    return _form(request, task, form, heading, _("Gửi đề nghị"))


@require_POST
def answer(request: SignedRequest, pk: int, asked: int) -> HttpResponse:
    task = task_asked(request, pk)
    this = get_object_or_404(queries.ExtensionRequest, pk=asked, due__task=task)
    said: dict[str, Any] = {
        "granted": request.POST.get("granted") == "yes",
        "answer": request.POST.get("answer", ""),
    }
    if done_or_told(request, lambda: actions.answer_extension(this, **said, **_by(request))):
        messages.success(request, _("Đã trả lời đề nghị gia hạn."))
    return redirect("task", pk=pk)


@require_POST
def met(request: SignedRequest, pk: int, due: int) -> HttpResponse:
    task = task_asked(request, pk)
    this = get_object_or_404(task.due_dates, pk=due)
    if done_or_told(request, lambda: actions.meet_due_date(this, **_by(request))):
        messages.success(request, _("Đã lưu."))
    return redirect("task", pk=pk)


def _by(request: SignedRequest) -> dict[str, Any]:
    return {"actor": request.user, "at": timezone.now()}


def _form(
    request: SignedRequest, task: queries.Task, form: forms.Form, heading: str, verb: str
) -> HttpResponse:
    back = reverse("task", args=[task.pk])
    words = {"heading": heading, "verb": verb, "quote": task.quote, "back": back}
    return render(request, "desk/form.html", {"form": form, **words})
