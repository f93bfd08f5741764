"""Minutes of a meeting: files, and the opinions that a person confirms out of them; promises; conclusion."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.meetings import access, actions, queries
from gandan.domain.registry import queries as registry
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.task_forms import DayField
from gandan.web.desk.unit_field import UnitField


class PromiseForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Đã hứa việc gì"), widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )  # fmt: skip
    lead = UnitField(label=gettext_lazy("Đơn vị thực hiện"))
    due = DayField(label=gettext_lazy("Ngày hứa xong"))


def meeting_of(request: SignedRequest, pk: int) -> queries.Meeting:
    found = access.visible_meetings(request.user, today()).select_related("unit", "campaign")
    return get_object_or_404(found, pk=pk)


@require_POST
def meeting_minutes(request: SignedRequest, pk: int) -> HttpResponse:
    """Keep the files; then what the reader cut out of them is shown to be confirmed."""
    this = meeting_of(request, pk)
    access.must(request.user, "record", this, on=today())
    kept = []
    for file in request.FILES.getlist("minutes"):
        made = done_or_told(
            request,
            lambda file=file: actions.attach_minutes(  # type: ignore[misc]
                this, file.read(), file.name or "tệp", **_by(request)
            ),
        )
        if made is not None:
            kept.append(made)
    if not kept:
        messages.error(request, _("Chưa chọn tệp biên bản nào. Chưa lưu gì."))
        return redirect("meeting", pk=pk)
    return redirect("meeting-cut", pk=pk, minutes=kept[0].pk)


def meeting_cut(request: SignedRequest, pk: int, minutes: int) -> HttpResponse:
    """The opinions cut out of one file, each to be ticked and altered; nothing is kept before."""
    this = meeting_of(request, pk)
    access.must(request.user, "record", this, on=today())
    file = get_object_or_404(this.minutes_files.select_related("file"), pk=minutes)
    if request.method == "POST":
        chosen = [
            request.POST.get(f"text-{key}", "") for key in request.POST.getlist("opinion")[:500]
        ]
        added = done_or_told(request, lambda: actions.add_opinions(this, chosen, **_by(request)))
        if added is not None:
            messages.success(request, _("Đã ghi %(n)s ý kiến.") % {"n": len(added)})
            return redirect("meeting", pk=pk)
    cuts: list[queries.Cut] = []
    try:
        cuts = queries.opinions_in(registry.bytes_of(file.file), file.file.name)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    there = {" ".join(text.split()) for text in this.said.values_list("text", flat=True)}
    shown = {
        "meeting": this,
        "minutes": file,
        "cuts": [(one, one.text in there) for one in cuts],
    }
    return render(request, "desk/meeting_cut.html", shown)


def meeting_minutes_file(request: SignedRequest, pk: int, minutes: int) -> HttpResponse:
    """The file as it came, always as a download, for who keeps the records of the meeting."""
    this = meeting_of(request, pk)
    access.must(request.user, "record", this, on=today())
    found = this.minutes_files.filter(pk=minutes).select_related("file").first()
    if found is None:
        raise Http404
    answer = HttpResponse(registry.bytes_of(found.file), content_type="application/octet-stream")
    answer["Cache-Control"] = "no-store"
    answer["Content-Disposition"] = (
        content_disposition_header(True, found.file.name) or "attachment"
    )
    return answer


def meeting_promise(request: SignedRequest, pk: int) -> HttpResponse:
    this = meeting_of(request, pk)
    access.must(request.user, "promise", this, on=today())
    form = PromiseForm(sent(request))
    if form.is_valid():
        said = form.cleaned_data
        if done_or_shown(
            form,
            lambda: actions.promise(this, said["text"], said["lead"], said["due"], **_by(request)),
        ):
            messages.success(request, _("Lời hứa đã thành nhiệm vụ."))
            return redirect("meeting", pk=pk)
    return _form(request, this, form, _("Ghi lời hứa"))


def _by(request: SignedRequest) -> dict[str, Any]:
    return {"actor": request.user, "at": timezone.now()}


def _form(
    request: SignedRequest, this: queries.Meeting, form: forms.Form, heading: str
) -> HttpResponse:
    shown = {
        "form": form, "heading": heading, "verb": heading, "lead": str(this),
        "back": reverse("meeting", args=[this.pk]),
    }  # fmt: skip
    return render(request, "desk/form.html", shown)
