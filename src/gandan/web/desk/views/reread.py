"""Read a held file again: what would change is shown first, and done only when a person says so."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import access as directory
from gandan.domain.registry import access, actions, queries
from gandan.domain.registry.rereading import Again, Difference, compared, read_today, tally
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from vanban import Rejected

MOST = 200
"""Of each kind of difference so many are shown; the numbers count all."""

_FATES: tuple[tuple[str, str | Promise], ...] = (
    ("changed", gettext_lazy("Đọc khác trước")),
    ("gained", gettext_lazy("Mới đọc ra")),
    ("lost", gettext_lazy("Không còn đọc ra")),
)


@dataclass(frozen=True, slots=True)
class Shown:
    title: str | Promise
    total: int
    rows: list[Difference]


def reread(request: SignedRequest, pk: int) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    this = queries.document_page(access.visible_documents(who, day), pk)
    if this is None or this.file is None:
        raise Http404
    for document in queries.documents_of(this.file):
        access.must(who, "review", document, on=day)
    if not queries.read_by_older(queries.documents_of(this.file)).exists():
        messages.info(request, _("Văn bản này đã đọc bằng bản mới nhất. Không có gì thay đổi."))
        return redirect("document", pk)
    try:
        reading = read_today(this.file)
    except (Rejected, OSError, ValueError) as error:
        refusal = {"document": this, "refusal": _why(error)}
        return render(request, "desk/reread.html", refusal, status=422)
    # What was shown is what is done: a program renewed in between shows it once more.
    if request.method == "POST" and request.POST.get("reader") == queries.READER:
        actions.reread_read(this.file, reading, actor=request.user, at=timezone.now())
        messages.success(request, _("Đã đọc lại bằng bản mới. Điều mới đọc ra đang chờ duyệt."))
        return redirect("document", pk)
    again = compared(this.file, reading)
    return render(
        request,
        "desk/reread.html",
        {
            "document": this,
            "counts": tally(again),
            "shown": _shown(again),
            "last": queries.latest_reading(this),
            "reader": queries.READER,
        },
    )


def _why(error: Exception) -> str:
    kept = _("Những gì đã đọc trước đây vẫn giữ nguyên.")
    if isinstance(error, Rejected):
        return f"{error} {kept}"
    lost = _("Không lấy lại được tệp gốc từ kho tệp. Hãy báo người quản trị khôi phục kho tệp.")
    return f"{lost} {kept}"


def _shown(again: list[Again]) -> list[Shown]:
    differences = [one for each in again for one in each.differences if one.fate != "same"]
    groups = []
    for fate, title in _FATES:
        rows = [one for one in differences if one.fate == fate]
        if rows:
            groups.append(Shown(title, len(rows), rows[:MOST]))
    return groups
