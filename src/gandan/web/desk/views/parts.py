"""A task and its parts: split by hand, made anew for a period; and what people say about it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.tasks import access, actions, queries
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.offered_units import under
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.task_forms import DayField
from gandan.web.desk.unit_field import UnitField
from gandan.web.desk.views.task import task_shown


class SplitForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Phần việc"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )
    lead = UnitField(label=gettext_lazy("Đơn vị làm phần này"))
    due = DayField(label=gettext_lazy("Hạn của phần việc"), required=False)


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
    return task_form(request, task, form, _("Chia phần việc"), _("Giao phần việc"))


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


@require_POST
def comment(request: SignedRequest, pk: int) -> HttpResponse:
    task = task_asked(request, pk)
    text = request.POST.get("text", "")
    kept = done_or_told(
        request, lambda: actions.comment(task, text, actor=request.user, at=timezone.now())
    )
    if kept is None:
        return task_shown(request, pk, comment_kept=text)
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


def task_form(
    request: SignedRequest, task: queries.Task, form: forms.Form, heading: str, verb: str
) -> HttpResponse:
    back = reverse("task", args=[task.pk])
    words = {"heading": heading, "verb": verb, "quote": task.quote, "back": back}
    return render(request, "desk/form.html", {"form": form, **words})
