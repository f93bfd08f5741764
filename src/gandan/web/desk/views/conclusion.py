"""A conclusion typed, pasted or sent as a file: read into duties, then corrected and given out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, actions
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import actions as registry
from gandan.domain.registry import queries
from gandan.domain.registry.queries import Document
from gandan.kernel.events import deed
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.inspection_forms import ConclusionForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.inspections import inspection_asked
from vanban import Rejected


def meeting_conclude(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    seen = access.visible_meetings(who, who.on).select_related("unit")
    this = get_object_or_404(seen, pk=pk)
    access.must(who, "promise", this, on=who.on)
    return _concluded(
        request, "meeting.conclude", str(this), reverse("meeting", args=[pk]),
        lambda document: actions.conclude(this, document, actor=request.user, at=timezone.now()),
    )  # fmt: skip


def inspection_conclude(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    this = inspection_asked(who, pk)
    access.must(who, "run", this, on=who.on)
    return _concluded(
        request, "inspection.conclude", str(this), reverse("inspection", args=[pk]),
        lambda document: actions.conclude_inspection(
            this, document, actor=request.user, at=timezone.now()
        ),
    )  # fmt: skip


def _concluded(
    request: SignedRequest, verb: str, of: str, back: str, conclude: Callable[[Document], Any]
) -> HttpResponse:
    """The document is read first: it is what the duties stand in. It is kept if it concludes, and
    what is sent twice is one."""
    form = ConclusionForm(sent(request), request.FILES or None)
    if form.is_valid():
        given = _given(request, form)
        document = given and done_or_shown(form, lambda: _put_in(verb, given, conclude))
        if document:
            messages.success(request, _("Đã đưa kết luận vào. Hãy soát và giao các nhiệm vụ."))
            return redirect("plan-assign", pk=document.pk)
    words = {
        "heading": _("Đưa kết luận vào"),
        "lead": of,
        "verb": _("Đọc kết luận"),
        "back": back,
    }
    return render(request, "desk/form.html", {"form": form, **words})


def _put_in(
    verb: str, given: Callable[[], Document], conclude: Callable[[Document], Any]
) -> Document:
    """The document kept and its conclusion entered: one deed."""
    with deed(verb):
        document = given()
        conclude(document)
    return document


def _given(request: SignedRequest, form: ConclusionForm) -> Callable[[], Document] | None:
    """How the document comes: out of the registry, or by keeping what was sent, which is read here
    so that nobody waits for it."""
    said = form.cleaned_data
    if said["number"] and not said["file"] and not said["words"].strip():
        held = _held(request, form)
        return (lambda: held) if held else None
    if said["file"]:
        data, name = said["file"].read(), said["file"].name
    else:
        data, name = said["words"].strip().encode(), "ket-luan.txt"
    try:
        read = registry.read_sent(data, name)
    except Rejected as refusal:
        form.add_error(None, str(refusal))
        return None
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    return lambda: registry.receive_read(data, read, **by).documents[0]


def _held(request: SignedRequest, form: ConclusionForm) -> Document | None:
    """The one document with this number that the registry holds and this person may read."""
    number = form.cleaned_data["number"]
    visible = registry_access.visible_documents(request.user, today())
    found = queries.documents_numbered(visible, number)[:2]
    if len(found) == 1:
        return found[0]
    form.add_error(
        "number",
        _("Không tìm thấy đúng một văn bản số %(number)s. Chưa lưu gì. Hãy gửi văn bản vào trước.")
        % {"number": number},
    )
    return None
