""" "Soát văn bản": drop files, see what a careful colleague would mark. Nothing is kept unasked."""

from __future__ import annotations

from collections.abc import Iterator
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

import vanban
from gandan.domain.registry import access, actions, findings, queries
from gandan.domain.registry.extraction import layout_of
from gandan.domain.registry.in_force import Register
from gandan.web.desk.asking import sent, today
from gandan.web.desk.check_files import FORMS, Checked
from gandan.web.desk.pencil import Pencilled, pencilled
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.upload import ManyFiles
from gandan.web.ui.wording import megabytes
from vanban import Rejected
from vanban.checking import checked
from vanban.input import open_all
from vanban.model import Finding, Reading

MOST_FILES = 10
MOST_LETTERS = 500_000


@dataclass(frozen=True, slots=True)
class Download:
    form: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the check of one file gave; a refused file has only its `sentence`."""

    name: str
    sentence: str = ""
    documents: tuple[Pencilled, ...] = ()
    count: int = 0
    downloads: tuple[Download, ...] = ()
    kept: tuple[queries.Document, ...] = ()


class ManyFilesField(forms.FileField):
    """A list of files."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        return [super(ManyFilesField, self).clean(one, initial) for one in data or ()]


class CheckForm(forms.Form):
    documents = ManyFilesField(
        label=gettext_lazy("Tệp cần soát"),
        help_text=gettext_lazy("Chọn hoặc thả một hay nhiều tệp .docx, .doc, .pdf, .txt, ảnh quét"),
        widget=ManyFiles(attrs={"multiple": True}),
        required=False,
    )
    text = forms.CharField(
        label=gettext_lazy("Hoặc dán chữ của văn bản"),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        strip=False,
        max_length=MOST_LETTERS,
    )
    keep = forms.BooleanField(
        label=gettext_lazy("Lưu các tệp này vào kho văn bản"),
        help_text=gettext_lazy("Không chọn thì soát xong là bỏ, không lưu gì."),
        required=False,
    )

    def clean(self) -> dict[str, Any] | None:
        given = super().clean()
        nothing = (
            not self.cleaned_data.get("documents") and not self.cleaned_data.get("text", "").strip()
        )
        if nothing and not self.errors:
            self.add_error("documents", _("Hãy chọn tệp, hoặc dán chữ của văn bản vào ô bên dưới."))
        return given

    def members(self, outcomes: list[Outcome]) -> Iterator[tuple[str, bytes]]:
        """Every document given: files, those inside archives, and what was pasted."""
        for file in self.cleaned_data["documents"]:
            yield from _members(file, outcomes)
        pasted = self.cleaned_data["text"]
        if pasted.strip():
            yield _("van-ban-dan.txt"), pasted.replace("\r\n", "\n").encode()


def check(request: SignedRequest) -> HttpResponse:
    may_keep = access.can(request.user, "receive", None, on=today())
    form = CheckForm(sent(request), request.FILES if request.method == "POST" else None)
    if not may_keep:
        del form.fields["keep"]
    outcomes: list[Outcome] = []
    if form.is_valid():
        keep = bool(form.cleaned_data.get("keep"))
        for name, content in form.members(outcomes):
            first = 1 + sum(outcome.count for outcome in outcomes)
            outcomes.append(_outcome(request, name, content, keep, first))
        form = CheckForm(initial={"keep": keep, "text": form.cleaned_data["text"]})
        if not may_keep:
            del form.fields["keep"]
    return render(request, "desk/check.html", {"form": form, "outcomes": outcomes})


def _members(file: UploadedFile[Any], outcomes: list[Outcome]) -> Iterator[tuple[str, bytes]]:
    """The file, or those inside it if it is a zip; what is refused goes to the outcomes."""
    name = file.name or _("tệp không tên")
    most = settings.GANDAN_LARGEST_UPLOAD
    if (file.size or 0) > most:
        sentence = _("Tệp lớn hơn %(most)s nên chưa soát. Hãy tách thành nhiều tệp.")
        outcomes.append(Outcome(name, sentence % {"most": megabytes(most)}))
        return
    try:
        members = list(open_all(file.read(), name))
    except Rejected as refusal:
        outcomes.append(Outcome(name, str(refusal)))
        return
    for member, content in members:
        if len(outcomes) < MOST_FILES:
            yield member, content
        else:
            sentence = _("Mỗi lần soát nhiều nhất %(most)s tệp. Hãy gửi tệp này ở lần sau.")
            outcomes.append(Outcome(member, sentence % {"most": MOST_FILES}))


def _outcome(request: SignedRequest, name: str, data: bytes, keep: bool, first: int) -> Outcome:
    try:
        reading = checked(vanban.read(data, name), data)
    except Rejected as refusal:
        return Outcome(name, str(refusal))
    found = _found(request, reading)
    documents: list[Pencilled] = []
    for document, own in zip(reading.documents, found, strict=True):
        whole = (document.span.start, document.span.end)
        here = pencilled(reading.text, whole, layout_of(document), own, first)
        documents.append(here)
        first += here.count
    result = Checked(reading, [one for own in found for one in own], data)
    kept: tuple[queries.Document, ...] = ()
    if keep:
        kept = actions.receive(data, name, actor=request.user, at=timezone.now()).documents
    return Outcome(
        name,
        documents=tuple(documents),
        count=len(result.findings),
        downloads=tuple(Download(f, result.name(f), result.link(f)) for f in FORMS),
        kept=kept,
    )


def _found(request: SignedRequest, reading: Reading) -> list[list[Finding]]:
    """The findings of each document, the register and the calendar asked."""
    day = today()
    visible = access.visible_documents(request.user, day)
    return [
        findings.as_of_now(
            reading.text,
            document,
            Register(
                visible,
                document.references,
                on=document.header.issued_on or day,
                own=document.header.number,
            ),
        )
        for document in reading.documents
    ]
