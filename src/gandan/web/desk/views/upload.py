"""Send files in: each gets its own verdict, one bad file does not stop the others."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.errands import actions as errands
from gandan.domain.registry import access, actions, queries
from gandan.web.desk.asking import sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.ui.wording import megabytes
from vanban import Rejected

QUICK = 2_000_000  # bytes: a text is read at once, a scan is not


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `stored`, `held` (the same bytes were here) or `refused`."""

    name: str
    verdict: str
    sentence: str = ""
    documents: tuple[queries.Document, ...] = ()


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class UploadForm(forms.Form):
    documents = forms.FileField(
        label=gettext_lazy("Tệp văn bản"),
        help_text=gettext_lazy("Chọn một hoặc nhiều tệp .docx, .doc, .pdf, .txt"),
        widget=ManyFiles(attrs={"multiple": True}),
    )


def upload(request: SignedRequest) -> HttpResponse:
    access.must(request.user, "receive", None, on=today())
    files = request.FILES.getlist("documents")
    form = UploadForm(sent(request), request.FILES if request.method == "POST" else None)
    outcomes: list[Outcome] = []
    key = secrets.token_hex(16)
    if request.method == "POST":
        if _is_long(files):
            return _sent_away(request, files)
        outcomes = [_receive(request, file) for file in files]
        if outcomes:
            form = UploadForm()
    return render(request, "desk/upload.html", {"form": form, "outcomes": outcomes, "key": key})


def _is_long(files: list[UploadedFile[Any]]) -> bool:
    """Whether reading them may take longer than a person waits for a page."""
    return len(files) > 1 or sum(file.size or 0 for file in files) > QUICK


def _sent_away(request: SignedRequest, files: list[UploadedFile[Any]]) -> HttpResponse:
    """Taken down now, read by the machine later: each file with its own verdict. What is too large
    to be read at all is refused there as well."""
    asked = errands.ask(
        "receive-files", key=request.POST.get("key") or secrets.token_hex(16), said={},
        files=[(file.name or _("tệp không tên"), file.chunks()) for file in files],
        total=len(files), actor=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect("errand", pk=asked.pk)


def _receive(request: SignedRequest, file: UploadedFile[Any]) -> Outcome:
    name = file.name or _("tệp không tên")
    most = settings.GANDAN_LARGEST_UPLOAD
    if (file.size or 0) > most:
        return Outcome(
            name,
            "refused",
            _("Tệp lớn hơn %(most)s. Chưa lưu gì. Hãy tách thành nhiều tệp hoặc quét lại nhẹ hơn.")
            % {"most": megabytes(most)},
        )
    try:
        kept = actions.receive(file.read(), name, actor=request.user, at=timezone.now())
    except Rejected as refusal:
        return Outcome(name, "refused", str(refusal))
    return Outcome(name, "stored" if kept.is_new else "held", documents=kept.documents)
