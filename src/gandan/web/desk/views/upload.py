"""Send files in: each gets its own verdict, one bad file does not stop the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.registry import access, actions, queries
from gandan.web.desk.asking import sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.ui.wording import megabytes
from vanban import Rejected


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
    if request.method == "POST":
        outcomes = [_receive(request, file) for file in files]
        if outcomes:
            form = UploadForm()
    return render(request, "desk/upload.html", {"form": form, "outcomes": outcomes})


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
