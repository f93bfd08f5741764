"""The clocks of a case: let a term run, stop it, let it go on, prolong it, end it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.petitions import access, actions, queries
from gandan.kernel.terms import TermError, term_of
from gandan.kernel.timetable import timetable
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.clock_of_case_forms import (
    ExtendForm,
    FinishForm,
    PauseForm,
    ResumeForm,
    StartForm,
)
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.petition_page import visible_petition

# verb of the address: form, action, the right that it needs, what the button says
_VERBS: dict[str, tuple[type[forms.Form], Any, str, Any]] = {
    "pause": (PauseForm, actions.pause_clock, "stop_clock", gettext_lazy("Tạm dừng thời hạn")),
    "resume": (ResumeForm, actions.resume_clock, "stop_clock", gettext_lazy("Cho chạy tiếp")),
    "extend": (ExtendForm, actions.extend_clock, "stop_clock", gettext_lazy("Gia hạn")),
    "finish": (FinishForm, actions.finish_clock, "run_clock", gettext_lazy("Ghi là đã xong")),
}


def petition_clock_new(request: SignedRequest, pk: int) -> HttpResponse:
    this = visible_petition(request, pk)
    access.must(request.user, "run_clock", this, on=today())
    form = StartForm(sent(request), on=today(), initial={"start": this.said_on})
    if form.is_valid() and _did(
        form,
        lambda: actions.start_clock(
            this, **form.cleaned_data, actor=request.user, at=timezone.now()
        ),
    ):
        messages.success(request, _("Thời hạn đang chạy."))
        return redirect("petition", pk=pk)
    return _shown(request, this, form, _("Thêm thời hạn"), this.text)


def petition_clock(request: SignedRequest, pk: int, clock: int, verb: str) -> HttpResponse:
    this = visible_petition(request, pk)
    running = queries.clocks_of(this).filter(pk=clock).first()
    if running is None or verb not in _VERBS:
        raise Http404
    form_of, act, right, said = _VERBS[verb]
    access.must(request.user, right, this, on=today())
    form = form_of(sent(request), initial={"on": today()})
    if form.is_valid() and _did(
        form, lambda: act(running, **form.cleaned_data, actor=request.user, at=timezone.now())
    ):
        messages.success(request, _("Đã lưu."))
        return redirect("petition", pk=pk)
    return _shown(request, this, form, str(said), _what_the_law_says(running, verb))


def _did(form: forms.Form, act: Callable[[], queries.Clock]) -> bool:
    return done_or_shown(form, act) is not None


def _what_the_law_says(clock: queries.Clock, verb: str) -> str:
    """The words of the row that let the term stand still or last longer, above the form."""
    try:
        row = term_of(clock.term, clock.counted_from, table=timetable().terms)
    except TermError:
        return clock.means
    if verb == "pause" and row.pause:
        return f"{clock.means}. {row.pause}"
    if verb == "extend" and row.extension:
        return f"{clock.means}. {row.extension.means}"
    return clock.means


def _shown(
    request: SignedRequest, this: queries.Petition, form: forms.Form, verb: str, lead: str
) -> HttpResponse:
    words = {
        "form": form, "heading": f"{verb}: {this.code}", "lead": lead, "verb": verb,
        "back": reverse("petition", args=[this.pk]),
    }  # fmt: skip
    return render(request, "desk/form.html", words)
