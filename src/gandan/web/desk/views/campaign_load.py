"""Load the workbook of a campaign: first the verdict on every row, then, when asked again, the rows."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.domain.meetings import access, queries
from gandan.domain.meetings.actions import Verdict, load_sheet
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.meeting_forms import LoadForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.campaign import campaign_of

SHOWN = 500


def campaign_load(request: SignedRequest, pk: int) -> HttpResponse:
    this = campaign_of(request, pk)
    access.must(request.user, "run", this, on=today())
    form = LoadForm(sent(request), request.FILES if request.method == "POST" else None)
    verdicts: list[Verdict] | None = None
    if form.is_valid():
        file: UploadedFile[bytes] = form.cleaned_data["sheet"]
        store = request.POST.get("step") == "store"
        verdicts = done_or_shown(
            form,
            lambda: load_sheet(
                queries.rows_of_sheet(file.read(), this.name), this,
                actor=request.user, now=timezone.now, store=store,
            ),
        )  # fmt: skip
        if store and verdicts:
            messages.success(request, _("Đã lưu %(n)s cuộc.") % {"n": _count(verdicts, "new")})
            if not _count(verdicts, "refused"):
                return redirect("campaign", pk=pk)
    return render(
        request,
        "desk/campaign_load.html",
        {
            "campaign": this,
            "form": form,
            "columns": queries.COLUMNS.values(),
            "verdicts": (verdicts or [])[:SHOWN],
            "counts": [
                (word, _count(verdicts, kind))
                for word, kind in (
                    (_("sẽ lưu"), "new"), (_("có sẵn"), "there"), (_("từ chối"), "refused")
                )
            ] if verdicts else [],
        },
    )  # fmt: skip


def _count(verdicts: list[Verdict], kind: str) -> int:
    return sum(one.verdict == kind for one in verdicts)
