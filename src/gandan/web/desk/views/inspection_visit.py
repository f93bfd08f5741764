"""One visit of an inspection: what was found of each item, what must be put right."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, actions
from gandan.domain.meetings.actions import Judged
from gandan.domain.meetings.inspections import ItemVerdict, Visit
from gandan.domain.registry import actions as registry_actions
from gandan.domain.registry import queries as registry
from gandan.kernel.events import deed
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.inspection_forms import HeldForm, ShortcomingForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.states import JUDGED
from gandan.web.desk.views.inspections import inspection_asked


def visit(request: SignedRequest, pk: int, visit: int) -> HttpResponse:
    """Judge each item; said again until the inspection is concluded."""
    who, this = _visit(request, pk, visit)
    access.must(who, "record", this.inspection, on=who.on)
    items = list(this.inspection.items.all())
    known = {verdict.item_id: verdict for verdict in this.verdicts.select_related("evidence")}
    form = HeldForm(
        sent(request),
        initial={
            "held_on": this.meeting.held_on if this.meeting else min(this.planned_on, who.on),
            "place": this.meeting.place if this.meeting else this.unit.name,
        },
    )
    if form.is_valid():

        @deed("inspection.judge")
        def done() -> Visit:
            said = form.cleaned_data
            return actions.judge(
                this, said["held_on"], _judged(request, [item.pk for item in items]),
                place=said["place"], actor=request.user, at=timezone.now(),
            )  # fmt: skip

        if done_or_shown(form, done):
            messages.success(
                request, _("Đã lưu kết quả kiểm tra ở %(unit)s.") % {"unit": this.unit}
            )
            return redirect("inspection", pk=pk)
    typed = request.POST if request.method == "POST" else {}
    lines = [
        (
            item,
            typed.get(f"word-{item.pk}") or (known[item.pk].word if item.pk in known else ""),
            typed.get(f"note-{item.pk}") or (known[item.pk].note if item.pk in known else ""),
            known.get(item.pk),
        )
        for item in items
    ]
    return render(
        request,
        "desk/inspection_visit.html",
        {"this": this, "form": form, "lines": lines, "looks": JUDGED.items()},
    )


def shortcoming(request: SignedRequest, pk: int, visit: int) -> HttpResponse:
    who, this = _visit(request, pk, visit)
    access.must(who, "run", this.inspection, on=who.on)
    form = ShortcomingForm(sent(request), items=this.inspection.items.all())
    if form.is_valid():
        said = form.cleaned_data
        made = done_or_shown(
            form,
            lambda: actions.find_shortcoming(
                this, said["text"], said["due"], item=said["item"],
                actor=request.user, at=timezone.now(),
            ),
        )  # fmt: skip
        if made:
            messages.success(
                request, _("Đã giao việc khắc phục cho %(unit)s.") % {"unit": this.unit}
            )
            return redirect("inspection", pk=pk)
    words = {
        "heading": _("Giao việc khắc phục"),
        "lead": str(this.unit),
        "verb": _("Giao việc"),
        "back": reverse("inspection", args=[pk]),
    }
    return render(request, "desk/form.html", {"form": form, **words})


def inspection_evidence(request: SignedRequest, pk: int, visit: int, verdict: int) -> HttpResponse:
    """A file of evidence, always as a download: a browser must not run what others sent."""
    _who, this = _visit(request, pk, visit)
    found = get_object_or_404(ItemVerdict, pk=verdict, visit=this, evidence__isnull=False)
    if found.evidence is None:
        raise Http404
    answer = HttpResponse(
        registry.bytes_of(found.evidence), content_type="application/octet-stream"
    )
    answer["Content-Disposition"] = (
        content_disposition_header(True, found.evidence.name) or "attachment"
    )
    return answer


def _visit(request: SignedRequest, pk: int, visit: int) -> tuple[directory.Standing, Visit]:
    who = directory.standing(request.user, today())
    this = get_object_or_404(
        Visit.objects.select_related("unit", "meeting", "inspection__unit"),
        pk=visit,
        inspection=inspection_asked(who, pk),
    )
    if not access.can(who, "see_visit", this, on=who.on):
        raise Http404
    return who, this


def _judged(request: SignedRequest, keys: list[int]) -> dict[int, Judged]:
    """What the table says, with the files that were sent kept as evidence."""
    said = {}
    for key in keys:
        word = request.POST.get(f"word-{key}", "")
        if not word:
            continue
        sent_file = request.FILES.get(f"evidence-{key}")
        file = (
            registry_actions.keep(
                sent_file.read(), sent_file.name or "", actor=request.user, at=timezone.now()
            )
            if sent_file
            else None
        )
        said[key] = Judged(word, request.POST.get(f"note-{key}", ""), file)
    return said
