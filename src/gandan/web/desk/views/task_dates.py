"""The days of a task: one more, one put in another's place, one asked for and answered, one met."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.tasks import access, actions, queries
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.task_forms import DayField
from gandan.web.desk.views.parts import task_asked, task_form


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
    return _asked(
        request, task, form,
        lambda said: actions.add_due_date(task, said["on"], said["reason"], **_by(request)),
        told=_("Đã ghi hạn."), heading=_("Thêm hạn"), verb=_("Ghi hạn"),
    )  # fmt: skip


def extend(request: SignedRequest, pk: int, due: int) -> HttpResponse:
    task = task_asked(request, pk)
    access.must(request.user, "extend", task, on=today())
    old = get_object_or_404(task.due_dates, pk=due)
    form = ExtendForm(sent(request))
    return _asked(
        request, task, form,
        lambda said: actions.extend(old, said["to"], said["reason"], **_by(request)),
        told=_("Đã gia hạn."), heading=_("Gia hạn %(day)s") % {"day": f"{old.on:%d/%m/%Y}"},
        verb=_("Gia hạn"),
    )  # fmt: skip


def ask(request: SignedRequest, pk: int, due: int) -> HttpResponse:
    task = task_asked(request, pk)
    access.must(request.user, "progress", task, on=today())
    old = get_object_or_404(task.due_dates, pk=due)
    form = AskForm(sent(request))
    return _asked(
        request, task, form,
        lambda said: actions.ask_extension(old, said["to"], said["reason"], **_by(request)),
        told=_("Đã gửi đề nghị gia hạn."),
        heading=_("Xin gia hạn %(day)s") % {"day": f"{old.on:%d/%m/%Y}"}, verb=_("Gửi đề nghị"),
    )  # fmt: skip


def _asked(
    request: SignedRequest,
    task: queries.Task,
    form: forms.Form,
    act: Callable[[dict[str, Any]], object],
    *,
    told: str,
    heading: str,
    verb: str,
) -> HttpResponse:
    """The form until it can be done, then the task."""
    if form.is_valid() and done_or_shown(form, lambda: act(form.cleaned_data)) is not None:
        messages.success(request, told)
        return redirect("task", pk=task.pk)
    return task_form(request, task, form, heading, verb)


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
