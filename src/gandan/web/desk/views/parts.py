"""A task and its parts: laid on a class of units, split by hand, made anew for a period; and what
people ask and say about it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.directory import queries as units
from gandan.domain.tasks import access, actions, queries
from gandan.domain.tasks.unit_classes import (
    UnitClass,
    class_named,
    class_with_id,
    classes,
    units_of_class,
)
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.offered_units import under
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.task_forms import DayField
from gandan.web.desk.unit_field import UnitField


class SplitForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Phần việc"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )
    lead = UnitField(label=gettext_lazy("Đơn vị làm phần này"))
    due = DayField(label=gettext_lazy("Hạn của phần việc"), required=False)


class AskForm(forms.Form):
    to = DayField(label=gettext_lazy("Xin đến ngày"))
    reason = forms.CharField(label=gettext_lazy("Lý do xin gia hạn"), max_length=1000)


def cascade(request: SignedRequest, pk: int) -> HttpResponse:
    """First who would get it, counted and each to be left out; then one button lays it on them."""
    task = task_asked(request, pk)
    day = today()
    access.must(request.user, "assign", task, on=day)
    row = _class_asked(request, task)
    scope = task.document.issuer if task.document and task.document.issuer else task.lead
    found = units_of_class(row, day, scope) if row else []
    have = set(task.children.exclude(state=queries.State.CANCELLED).values_list("lead", flat=True))
    watch = task.lead or scope or units.home_unit(request.user, day)
    if request.method == "POST" and row:
        chosen = set(request.POST.getlist("unit"))
        made = done_or_told(
            request,
            lambda: actions.cascade(
                task,
                [unit for unit in found if str(unit.pk) in chosen],
                watch=watch,
                actor=request.user,
                at=timezone.now(),
            ),
        )
        if made is not None:
            messages.success(request, _("Đã giao cho %(n)s đơn vị.") % {"n": len(made)})
            return redirect("task", pk=pk)
    return render(
        request,
        "desk/cascade.html",
        {
            "task": task,
            "row": row,
            "classes": classes(),
            "units": [(unit, unit.pk in have) for unit in found],
            "count": sum(unit.pk not in have for unit in found),
            "watch": watch,
        },
    )


def split(request: SignedRequest, pk: int) -> HttpResponse:
    task = task_asked(request, pk)
    day = today()
    access.must(request.user, "assign", task, on=day)
    form = SplitForm(sent(request), initial={"text": task.text})
    fields: dict[str, Any] = form.fields
    fields["lead"].offer(under(task.lead))
    if form.is_valid():
        said = form.cleaned_data
        due = [said["due"]] if said["due"] else []
        part = done_or_shown(
            form,
            lambda: actions.split(
                task, said["text"], said["lead"], due=due, actor=request.user, at=timezone.now()
            ),
        )
        if part is not None:
            messages.success(request, _("Đã giao phần việc."))
            return redirect("task", pk=pk)
    return _form(request, task, form, _("Chia phần việc"), _("Giao phần việc"))


@require_POST
def occurrences(request: SignedRequest, pk: int) -> HttpResponse:
    """Make the periods that have begun now, without waiting for the night."""
    task = task_asked(request, pk)
    made = done_or_told(
        request,
        lambda: actions.make_occurrences(task, on=today(), actor=request.user, at=timezone.now()),
    )
    if made is not None:
        messages.success(request, _("Đã tạo %(n)s kỳ.") % {"n": len(made)})
    return redirect("task", pk=pk)


def ask(request: SignedRequest, pk: int, due: int) -> HttpResponse:
    task = task_asked(request, pk)
    access.must(request.user, "progress", task, on=today())
    old = get_object_or_404(task.due_dates, pk=due)
    form = AskForm(sent(request))
    if form.is_valid():
        said = form.cleaned_data
        asked = done_or_shown(
            form,
            lambda: actions.ask_extension(
                old, said["to"], said["reason"], actor=request.user, at=timezone.now()
            ),
        )
        if asked is not None:
            messages.success(request, _("Đã gửi đề nghị gia hạn."))
            return redirect("task", pk=pk)
    heading = _("Xin gia hạn %(day)s") % {"day": f"{old.on:%d/%m/%Y}"}
    return _form(request, task, form, heading, _("Gửi đề nghị"))


@require_POST
def answer(request: SignedRequest, pk: int, asked: int) -> HttpResponse:
    task = task_asked(request, pk)
    this = get_object_or_404(queries.ExtensionRequest, pk=asked, due__task=task)
    done = done_or_told(
        request,
        lambda: actions.answer_extension(
            this,
            granted=request.POST.get("granted") == "yes",
            answer=request.POST.get("answer", ""),
            actor=request.user,
            at=timezone.now(),
        ),
    )
    if done is not None:
        messages.success(request, _("Đã trả lời đề nghị gia hạn."))
    return redirect("task", pk=pk)


@require_POST
def comment(request: SignedRequest, pk: int) -> HttpResponse:
    task = task_asked(request, pk)
    text = request.POST.get("text", "")
    if done_or_told(
        request, lambda: actions.comment(task, text, actor=request.user, at=timezone.now())
    ):
        messages.success(request, _("Đã gửi ý kiến."))
    return redirect(f"{reverse('task', args=[pk])}#comments")


@require_POST
def follow(request: SignedRequest, pk: int) -> HttpResponse:
    """Follow, or no longer: the button says which."""
    task = task_asked(request, pk)
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    if request.POST.get("follow") == "no":
        actions.unsubscribe(task, **by)
    else:
        actions.subscribe(task, **by)
    return redirect("task", pk=pk)


def task_asked(request: SignedRequest, pk: int) -> queries.Task:
    found = queries.task_page(access.visible_tasks(request.user, today()), pk)
    if found is None:
        raise Http404
    return found


def _class_asked(request: SignedRequest, task: queries.Task) -> UnitClass | None:
    """The class a person chose, else the one that the document names."""
    asked = request.POST.get("class") or request.GET.get("class", "")
    named = (class_named(name) for name in task.lead_text.split("; "))
    return class_with_id(asked) or next((row for row in named if row), None)


def _form(
    request: SignedRequest, task: queries.Task, form: forms.Form, heading: str, verb: str
) -> HttpResponse:
    back = reverse("task", args=[task.pk])
    words = {"heading": heading, "verb": verb, "quote": task.quote, "back": back}
    return render(request, "desk/form.html", {"form": form, **words})
