""" "Soát văn bản": drop files, see what a careful colleague would mark. One is checked at once and
forgotten; of several the result lies an hour, for whoever sent them."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

import vanban
from gandan.domain.errands import actions as errands
from gandan.domain.errands.access import visible_errands
from gandan.domain.errands.queries import is_kept, kept_until
from gandan.domain.registry import access, actions, queries
from gandan.domain.registry.checking import MOST_FILES, Verdict, from_plain, verdict_on
from gandan.web.desk.asking import sent, today
from gandan.web.desk.pencil import Pencilled, pencilled
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.upload import QUICK, ManyFiles
from gandan.web.ui.wording import megabytes
from vanban import Rejected
from vanban.checking import checked
from vanban.input import open_all

PER_PAGE = 5
MOST_LETTERS = 500_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on one file as the page shows it: each of its documents under the pencil."""

    verdict: Verdict
    documents: tuple[Pencilled, ...] = ()
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
        help_text=gettext_lazy("Không chọn thì soát xong là bỏ."),
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

    def given(self) -> list[tuple[str, int, Iterable[bytes]]]:
        """Every file given, and what was pasted: its name, its size and its bytes."""
        given: list[tuple[str, int, Iterable[bytes]]] = [
            (file.name or _("tệp không tên"), file.size or 0, file.chunks())
            for file in self.cleaned_data["documents"]
        ]
        pasted = self.cleaned_data["text"].replace("\r\n", "\n").encode()
        return [*given, (_("van-ban-dan.txt"), len(pasted), [pasted])] if pasted.strip() else given


def check(request: SignedRequest) -> HttpResponse:
    may_keep = access.can(request.user, "receive", None, on=today())
    form = CheckForm(sent(request), request.FILES if request.method == "POST" else None)
    if not may_keep:
        del form.fields["keep"]
    verdicts: list[Verdict] = []
    if form.is_valid():
        keep = bool(form.cleaned_data.get("keep"))
        files = form.given()
        if len(files) > 1 or sum(size for _name, size, _ in files) > QUICK:
            return _sent_away(request, files, keep)
        verdicts = [one for file in files for one in _verdicts(request, *file, keep)]
        form = CheckForm(initial={"keep": keep, "text": form.cleaned_data["text"]})
        if not may_keep:
            del form.fields["keep"]
    return render(
        request,
        "desk/check.html",
        {
            "form": form,
            "outcomes": _outcomes(request, verdicts),
            "key": secrets.token_hex(16),
        },
    )


def checked_files(request: SignedRequest, pk: int) -> HttpResponse:
    """What was found apart from the request: its sender's alone, and for an hour only."""
    this = get_object_or_404(visible_errands(request.user), pk=pk, kind="check-files")
    found = sorted(this.folder.glob("*.json"), key=lambda path: int(path.stem))
    if not found or not is_kept(this, timezone.now()):
        raise Http404
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    verdicts = [from_plain(said) for path in page for said in json.loads(path.read_bytes())]
    return render(
        request,
        "desk/checked_files.html",
        {
            "outcomes": _outcomes(request, verdicts), "page": page, "errand": this, "apart": True,
            "until": kept_until(this),
        },
    )  # fmt: skip


def _sent_away(
    request: SignedRequest, files: list[tuple[str, int, Iterable[bytes]]], keep: bool
) -> HttpResponse:
    """Taken down now, checked by the machine later. The names of the files go with the files."""
    order = errands.ordered({"names": [name for name, _size, _ in files], "keep": keep})
    sent_files = [(str(at), chunks) for at, (_name, _size, chunks) in enumerate(files, 1)]
    made = errands.ask(
        "check-files", key=request.POST.get("key") or secrets.token_hex(16), said={},
        files=[*order, *sent_files], total=len(files), actor=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect("errand", pk=made.pk)


def _verdicts(
    request: SignedRequest, name: str, size: int, chunks: Iterable[bytes], keep: bool
) -> list[Verdict]:
    """On the one file, or on those inside it if it is a zip."""
    most = settings.GANDAN_LARGEST_UPLOAD
    if size > most:
        sentence = _("Tệp lớn hơn %(most)s nên chưa soát. Hãy tách thành nhiều tệp.")
        return [Verdict(name, sentence % {"most": megabytes(most)})]
    try:
        members = list(open_all(b"".join(chunks), name))
    except Rejected as refusal:
        return [Verdict(name, str(refusal))]
    sentence = _("Mỗi lần soát nhiều nhất %(most)s tệp. Hãy gửi tệp này ở lần sau.")
    return [
        _verdict(request, member, data, keep)
        if at < MOST_FILES
        else Verdict(member, sentence % {"most": MOST_FILES})
        for at, (member, data) in enumerate(members)
    ]


def _verdict(request: SignedRequest, name: str, data: bytes, keep: bool) -> Verdict:
    try:
        reading = checked(vanban.read(data, name), data)
    except Rejected as refusal:
        return Verdict(name, str(refusal))
    kept: tuple[int, ...] = ()
    if keep:
        made = actions.receive(data, name, actor=request.user, at=timezone.now())
        kept = tuple(document.pk for document in made.documents)
    visible = access.visible_documents(request.user, today())
    return verdict_on(reading, data, visible, today(), kept)


def _outcomes(request: SignedRequest, verdicts: list[Verdict]) -> list[Outcome]:
    """Findings are numbered through the page."""
    keys = [key for verdict in verdicts for key in verdict.kept]
    held = access.visible_documents(request.user, today()).in_bulk(keys) if keys else {}
    outcomes, first = [], 1
    for verdict in verdicts:
        shown = []
        for part in verdict.parts:
            whole = (part.start, part.end)
            shown.append(pencilled(verdict.text, whole, part.layout, part.findings, first))
            first += shown[-1].count
        kept = tuple(held[key] for key in verdict.kept if key in held)
        outcomes.append(Outcome(verdict, tuple(shown), kept))
    return outcomes
