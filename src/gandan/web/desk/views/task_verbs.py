"""What may be done to a task: steps, progress, evidence, dates, corrections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.directory import queries as units
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import actions as registry_actions
from gandan.domain.registry import queries as registry
from gandan.domain.tasks import access, actions, queries
from gandan.kernel.events import deed
from gandan.kernel.ids import key_said
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import done_or_shown, sent, today, whole_or_told
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.task_forms import EvidenceForm, ProgressForm, TaskForm


@require_POST
def step(request: SignedRequest, pk: int, verb: str) -> HttpResponse:
    task = _visible(request, pk)
    return _done(
        request,
        pk,
        lambda: actions.take_step(
            task,
            verb,
            reason=request.POST.get("reason", ""),
            seen=key_said(request.POST.get("seen", "")),
            **_by(request),
        ),
    )


@require_POST
def part_step(request: SignedRequest, pk: int, part: int, verb: str) -> HttpResponse:
    task = _visible(request, pk)
    mine = get_object_or_404(task.cooperations, pk=part)
    reason = request.POST.get("reason", "")
    return _done(request, pk, lambda: actions.step_part(mine, verb, reason=reason, **_by(request)))


@require_POST
def progress(request: SignedRequest, pk: int) -> HttpResponse:
    task = _visible(request, pk)
    form = ProgressForm(request.POST)
    return _done(
        request,
        pk,
        lambda: actions.note_progress(
            task, form.cleaned_data["text"], percent=form.cleaned_data["percent"], **_by(request)
        ),
        form,
    )


@require_POST
def evidence(request: SignedRequest, pk: int) -> HttpResponse:
    """A file, or the number of a document that is held. One of both, with a note."""
    task = _visible(request, pk)
    access.must(request.user, "prove", task, on=today())
    form = EvidenceForm(request.POST, request.FILES)
    return _done(request, pk, lambda: _prove(request, task, form.cleaned_data), form)


@deed("task.evidence")
def _prove(request: SignedRequest, task: queries.Task, said: dict[str, Any]) -> None:
    file, document = None, None
    if said["file"]:
        file = registry_actions.keep(said["file"].read(), said["file"].name, **_by(request))
    elif said["number"]:
        visible = registry_access.visible_documents(request.user, today())
        found = registry.documents_numbered(visible, said["number"])[:2]
        if len(found) != 1:
            raise Refused(
                _("Không tìm thấy đúng một văn bản số %(number)s. Chưa lưu gì. Hãy gắn tệp.")
                % {"number": said["number"]}
            )
        document = found[0]
    actions.add_evidence(task, file=file, document=document, note=said["note"], **_by(request))


def edit(request: SignedRequest, pk: int) -> HttpResponse:
    task = _visible(request, pk)
    access.must(request.user, "edit", task, on=today())
    people = units.Person.objects.none()
    if task.lead is not None:
        posts = units.people_of(task.lead, today())
        kept = [key for key in (task.leader_id, task.officer_id) if key]
        here = units.Person.objects.filter(pk__in=posts.values("person"))
        people = here | units.Person.objects.filter(pk__in=kept)
    form = TaskForm(sent(request), task=task, people=people)
    if form.is_valid():
        changes = form.changes()
        if (
            not changes
            or done_or_shown(
                form,
                lambda: actions.edit(
                    task, seen=form.cleaned_data["seen"], **_by(request), **changes
                ),
            )
            is not None
        ):
            messages.success(request, _("Đã lưu."))
            return redirect("task", pk=pk)
    return _form(request, task, form, _("Sửa nhiệm vụ"), _("Lưu"))


def _visible(request: SignedRequest, pk: int) -> queries.Task:
    found = queries.task_page(access.visible_tasks(request.user, today()), pk)
    if found is None:
        raise Http404
    return found


def _by(request: SignedRequest) -> dict[str, Any]:
    return {"actor": request.user, "at": timezone.now()}


def _done(
    request: SignedRequest, pk: int, act: Callable[[], Any], form: forms.Form | None = None
) -> HttpResponse:
    """Do it and go back to the task, with what happened or why it did not."""
    if form is not None and not whole_or_told(request, form):
        return redirect("task", pk=pk)
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã lưu."))
    return redirect("task", pk=pk)


def _form(
    request: SignedRequest, task: queries.Task, form: forms.Form, heading: str, verb: str
) -> HttpResponse:
    return render(
        request,
        "desk/form.html",
        {
            "form": form,
            "heading": heading,
            "verb": verb,
            "quote": task.quote,
            "back": reverse("task", args=[task.pk]),
        },
    )
