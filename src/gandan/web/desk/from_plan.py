"""What a plan brings besides tasks, an inspection or a training course: entered by a form of its own, with the
plan in its address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gandan.domain.directory.access import Standing
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import queries as registry
from gandan.domain.registry.queries import Document
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import done_or_shown
from gandan.web.desk.request import SignedRequest


@dataclass(frozen=True, slots=True)
class Words:
    """What the page of the form says; `page` and `rows` name the addresses of the thing and of all."""

    heading: str
    verb: str
    done: str
    page: str
    rows: str


def plan_named(request: SignedRequest, who: Standing) -> Document | None:
    """The plan in the address, if this person may read it."""
    asked = request.GET.get("plan", "")
    if not asked:
        return None
    visible = registry_access.visible_documents(who, who.on)
    key = key_said(asked)
    found = registry.document_page(visible, key) if key else None
    if found is None:
        raise Http404
    return found


def entered(
    request: SignedRequest, form: forms.Form, plan: Document | None, act: Callable[[], Model],
    words: Words,
) -> HttpResponse:  # fmt: skip
    """The form, or, where it was whole and `act` did it, the page of what was made."""
    made = done_or_shown(form, act) if form.is_valid() else None
    if made is not None:
        messages.success(request, words.done)
        return redirect(words.page, pk=made.pk)
    shown = {
        "form": form, "heading": words.heading, "verb": words.verb,
        "lead": str(plan) if plan else "",
        "back": reverse("plan", args=[plan.pk]) if plan else reverse(words.rows),
    }  # fmt: skip
    return render(request, "desk/form.html", shown)
