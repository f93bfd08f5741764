"""Units, their identifiers and people as Excel tables: out as text, in with the verdict of every row first."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import access, actions
from gandan.domain.directory.actions import ROWS_AT_ONCE, TABLES, DirectoryTable, Row
from gandan.domain.errands import actions as errands
from gandan.domain.errands.access import visible_errands
from gandan.domain.errands.queries import JUDGED
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import sheet_download

PER_PAGE = 100
QUICK = 100_000  # bytes: a longer workbook takes seconds to open
SALT = "gandan.directory.table"
SEEN_FOR = 3600  # seconds between the look and the writing
# What is refused first: whoever looks through thousands looks for it. What stays as it is comes last.
_FIRST = {"refused": 0, "new": 1, "changed": 1, "unchanged": 2}


class TableForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Tệp Excel (.xlsx)"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )


@dataclass(frozen=True, slots=True)
class Table:
    """One of the tables: what goes out, and by its name what judges and enters what comes in."""

    title: str | Promise
    name: str
    rows: Callable[[Sequence[str]], Iterable[Sequence[str]]]

    @property
    def inward(self) -> DirectoryTable:
        return TABLES[self.name]


UNITS = Table(gettext_lazy("Đơn vị"), "don-vi", lambda _paths: actions.unit_rows(today()))
IDENTIFIERS = Table(
    gettext_lazy("Mã định danh điện tử"), "ma-dinh-danh",
    lambda _paths: actions.identifier_rows(today()),
)  # fmt: skip
PEOPLE = Table(
    gettext_lazy("Người và chức vụ"), "nguoi", lambda paths: actions.people_rows(today(), paths)
)


def units_import(request: SignedRequest) -> HttpResponse:
    return _import(request, UNITS)


def units_export(request: SignedRequest) -> HttpResponse:
    return _export(request, UNITS)


def identifiers_import(request: SignedRequest) -> HttpResponse:
    return _import(request, IDENTIFIERS)


def identifiers_export(request: SignedRequest) -> HttpResponse:
    return _export(request, IDENTIFIERS)


def people_import(request: SignedRequest) -> HttpResponse:
    return _import(request, PEOPLE)


def people_export(request: SignedRequest) -> HttpResponse:
    return _export(request, PEOPLE)


def _import(request: SignedRequest, table: Table) -> HttpResponse:
    """A file gives the verdicts and a sealed copy of its rows; the copy is what is written."""
    _administrator(request)
    if "rows" in request.POST:
        return _write(request, table)
    form = TableForm(sent(request), request.FILES or None)
    if form.is_valid():
        data = form.cleaned_data["file"].read()
        if len(data) > QUICK:
            return _judged_later(request, table, data)
        rows = done_or_shown(form, lambda: actions.rows_of_workbook(data, table.inward.heads))
        if rows is not None and len(rows) > ROWS_AT_ONCE:
            return _judged_later(request, table, data)
        if rows is not None:
            return _previewed(request, table, rows)
    words = {
        "heading": _("Nhập: %(table)s") % {"table": table.title},
        "lead": _("Xuất bảng ra để lấy đúng các cột. Xem trước từng dòng rồi mới ghi."),
        "verb": _("Xem trước"),
        "back": "/units/",
    }
    return render(request, "desk/form.html", {"form": form, **words})


def _previewed(request: SignedRequest, table: Table, rows: Sequence[Row]) -> HttpResponse:
    verdicts = table.inward.judge(rows)
    return render(
        request,
        "desk/table_preview.html",
        {
            "table": table,
            "verdicts": sorted(verdicts, key=lambda each: _FIRST[each.fate]),
            "counts": Counter(str(each.fate) for each in verdicts),
            "changes": any(each.steps for each in verdicts),
            "rows": signing.dumps([table.name, list(rows)], salt=SALT, compress=True),
        },
    )


def _judged_later(request: SignedRequest, table: Table, data: bytes) -> HttpResponse:
    made = errands.ask(
        "judge-table", key=request.POST.get("key") or secrets.token_hex(16), total=0,
        said={"table": table.name}, files=[("", [data])], actor=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect("errand", pk=made.pk)


def table_judged(request: SignedRequest, pk: int) -> HttpResponse:
    """Every row of a long table with its verdict, page by page; then all good rows are entered."""
    _administrator(request)
    this = get_object_or_404(visible_errands(request.user), pk=pk, kind="judge-table")
    try:
        judged = json.loads((this.folder / JUDGED).read_bytes())
    except OSError:
        raise Http404 from None
    if request.method == "POST":
        order = errands.ordered({"table": this.said["table"], "rows": judged["rows"]})
        made = errands.ask(
            "enter-table", key=f"table-{this.pk}", said={}, total=len(judged["rows"]),
            files=order, actor=request.user, at=timezone.now(),
        )  # fmt: skip
        return redirect("errand", pk=made.pk)
    verdicts = judged["verdicts"]
    page = Paginator(sorted(verdicts, key=lambda each: _FIRST[each["fate"]]), PER_PAGE)
    shown = page.get_page(request.GET.get("page"))
    return render(
        request,
        "desk/table_preview.html",
        {
            "table": next(each for each in (UNITS, IDENTIFIERS, PEOPLE)
                          if each.name == this.said["table"]),
            "verdicts": shown.object_list, "page": shown,
            "counts": Counter(each["fate"] for each in verdicts),
            "changes": any(each["writes"] for each in verdicts),
        },
    )  # fmt: skip


def _write(request: SignedRequest, table: Table) -> HttpResponse:
    here = request.resolver_match.view_name if request.resolver_match else "units"
    try:
        name, rows = signing.loads(request.POST["rows"], salt=SALT, max_age=SEEN_FOR)
        if name != table.name:
            raise signing.BadSignature
        verdicts = table.inward.enter(rows, actor=request.user, at=timezone.now())
    except signing.BadSignature:
        messages.error(request, _("Bảng xem trước đã cũ. Chưa lưu gì. Hãy gửi lại tệp."))
        return redirect(here)
    except (Refused, access.Denied) as refusal:
        messages.error(request, str(refusal))
        return redirect(here)
    done = sum(bool(each.steps) for each in verdicts)
    messages.success(request, _("Đã ghi %(count)s dòng.") % {"count": done})
    return redirect("units")


def _export(request: SignedRequest, table: Table) -> HttpResponse:
    who = _administrator(request)
    rows = table.rows(who.paths(access.Role.ADMINISTRATOR))
    name = f"{table.name}-{today():%Y-%m-%d}"
    return sheet_download(str(table.title), table.inward.heads, rows, name)


def _administrator(request: SignedRequest) -> access.Standing:
    who = access.standing(request.user, today())
    access.must_administer(who)
    return who
