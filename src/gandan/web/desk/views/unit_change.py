"""Rename, merge, split, move, dissolve: asked, foretold, then done."""

from __future__ import annotations

import secrets

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.domain.directory import access, queries
from gandan.domain.errands import actions as errands
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.unit_changes import CHANGES, chosen, is_long, order_of_change, work_form


def unit_change(request: SignedRequest, pk: int, verb: str) -> HttpResponse:
    """The first answer shows what would happen; nothing is done before `confirm` comes with it."""
    this = get_object_or_404(queries.Unit, pk=pk)
    if verb not in CHANGES:
        raise Http404
    access.must(request.user, "restructure", this, on=today())
    change = CHANGES[verb]
    form = change.form(sent(request))
    words = {
        "form": form,
        "heading": f"{change.words}: {this}",
        "verb": _("Xem trước"),
        "back": reverse("unit", args=[pk]),
    }
    if not form.is_valid():
        return render(request, "desk/form.html", words)
    said = form.cleaned_data
    asked = None
    if verb == "split":
        asked = work_form(this, said, request.POST if "confirm" in request.POST else None)
    if "confirm" in request.POST and (asked is None or asked.is_valid()):
        choices = chosen(asked, said, this) if asked is not None else {}
        if many := is_long(verb, this, said):
            order = errands.ordered(order_of_change(verb, this, said, choices))
            made = errands.ask(
                "reorganise", key=request.POST.get("key") or secrets.token_hex(16), said={},
                total=many, files=order, actor=request.user, at=timezone.now(),
            )  # fmt: skip
            return redirect("errand", pk=made.pk)
        by = {"actor": request.user, "at": timezone.now()}
        if done_or_shown(form, lambda: change.do(this, said, by, choices)) is not None:
            messages.success(request, _("Đã ghi: %(words)s.") % {"words": change.words})
            return redirect("unit", pk=pk)
    told = change.foretell(this, said)
    return render(
        request,
        "desk/unit_change.html",
        {**words, "told": told, "asked": asked, "key": secrets.token_hex(16)},
    )
