"""A line of the register: written, settled, made a petition; who came, with a reason."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.meetings import access
from gandan.domain.petitions import actions, queries
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.petition_forms import ReasonForm
from gandan.web.desk.reception_forms import SettleForm, VisitForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.reception import reception_of


def visit_new(request: SignedRequest, pk: int) -> HttpResponse:
    this = reception_of(request, pk)
    access.must(request.user, "record", this, on=today())
    form = VisitForm(sent(request))
    if form.is_valid():
        made = done_or_shown(
            form,
            lambda: actions.enter_visit(
                this, form.line(), key=f"visit:{request.user.pk}:{form.cleaned_data['key']}"[:64],
                visitor=form.visitor(), no_denunciation=form.cleaned_data["no_denunciation"],
                **_by(request),
            ),
        )  # fmt: skip
        if made is not None:
            messages.success(request, _("Đã ghi sổ, số %(n)s.") % {"n": made.number})
            return redirect("reception", pk=pk)
    shown = {
        "form": form, "heading": _("Ghi sổ tiếp công dân"), "verb": _("Ghi sổ"), "lead": str(this),
        "back": reverse("reception", args=[pk]),
    }  # fmt: skip
    return render(request, "desk/form.html", shown)


@require_POST
def visit_petition(request: SignedRequest, pk: int, visit: int) -> HttpResponse:
    one = _visit(request, pk, visit)
    made = done_or_told(request, lambda: actions.petition_of_visit(one, **_by(request)))
    if made is None:
        return redirect("reception", pk=pk)
    messages.success(request, _("Đã ghi kiến nghị %(code)s.") % {"code": made.code})
    return redirect("petition", pk=made.pk)


def visit_settle(request: SignedRequest, pk: int, visit: int) -> HttpResponse:
    one = _visit(request, pk, visit)
    form = SettleForm(sent(request), initial={"taken_by": one.taken_by, "result": one.result})
    done = None
    if form.is_valid():
        said = form.cleaned_data
        done = done_or_shown(form, lambda: actions.settle_visit(one, **said, **_by(request)))
    if done is not None:
        messages.success(request, _("Đã lưu."))
        return redirect("reception", pk=pk)
    shown = {
        "form": form, "heading": _("Ghi kết quả"), "verb": _("Lưu"), "quote": one.content,
        "back": reverse("reception", args=[pk]),
    }  # fmt: skip
    return render(request, "desk/form.html", shown)


def visit_who(request: SignedRequest, pk: int, visit: int) -> HttpResponse:
    """Who came, this once, with a reason that leaves an event."""
    one = _visit(request, pk, visit)
    form, opened, asked = ReasonForm(sent(request)), None, False
    if form.is_valid():
        asked = True
        reason = form.cleaned_data["reason"]
        opened = done_or_told(request, lambda: actions.open_visitor(one, reason, **_by(request)))
    answer = render(
        request,
        "desk/visit_who.html",
        {"visit": one, "form": form, "opened": opened, "asked": asked, "reception": one.reception},
    )
    answer["Cache-Control"] = "no-store"
    return answer


def _visit(request: SignedRequest, pk: int, visit: int) -> queries.Visit:
    this = reception_of(request, pk)
    access.must(request.user, "record", this, on=today())
    return get_object_or_404(queries.visits_of(this).select_related("reception"), pk=visit)


def _by(request: SignedRequest) -> dict[str, Any]:
    return {"actor": request.user, "at": timezone.now()}
