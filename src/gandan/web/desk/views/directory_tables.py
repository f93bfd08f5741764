"""Units, their identifiers and people as Excel tables: out as text, in with the verdict of every row first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import access, actions
from gandan.domain.directory.actions import Row, Verdict
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import sheet_download

SHOWN = 500
SALT = "gandan.directory.table"
SEEN_FOR = 3600  # seconds between the look and the writing


class TableForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Tệp Excel (.xlsx)"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )


@dataclass(frozen=True, slots=True)
class Table:
    """One of the tables, with what goes out and what judges and enters what comes in."""

    title: str | Promise
    name: str
    heads: Sequence[str]
    rows: Callable[[Sequence[str]], Iterable[Sequence[str]]]
    judge: Callable[[Sequence[Row]], list[Verdict]]
    enter: Callable[..., list[Verdict]]


UNITS = Table(
    gettext_lazy("Đơn vị"), "don-vi", actions.UNIT_HEADS,
    lambda _paths: actions.unit_rows(today()), actions.judge_units, actions.import_units,
)  # fmt: skip
IDENTIFIERS = Table(
    gettext_lazy("Mã định danh điện tử"), "ma-dinh-danh", actions.IDENTIFIER_HEADS,
    lambda _paths: actions.identifier_rows(today()), actions.judge_identifiers,
    actions.import_identifiers,
)  # fmt: skip
PEOPLE = Table(
    gettext_lazy("Người và chức vụ"), "nguoi", actions.PEOPLE_HEADS,
    lambda paths: actions.people_rows(today(), paths), actions.judge_people, actions.import_people,
)  # fmt: skip


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
        rows = done_or_shown(form, lambda: actions.rows_of_workbook(data, table.heads))
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
    verdicts = table.judge(rows)
    told = [each for each in verdicts if each.fate != "unchanged"]
    return render(
        request,
        "desk/table_preview.html",
        {
            "table": table,
            "verdicts": sorted(told, key=lambda each: each.fate != "refused")[:SHOWN],
            "hidden": max(0, len(told) - SHOWN),
            "counts": Counter(str(each.fate) for each in verdicts),
            "changes": any(each.steps for each in verdicts),
            "rows": signing.dumps([table.name, list(rows)], salt=SALT, compress=True),
        },
    )


def _write(request: SignedRequest, table: Table) -> HttpResponse:
    here = request.resolver_match.view_name if request.resolver_match else "units"
    try:
        name, rows = signing.loads(request.POST["rows"], salt=SALT, max_age=SEEN_FOR)
        if name != table.name:
            raise signing.BadSignature
        verdicts = table.enter(rows, actor=request.user, at=timezone.now())
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
    return sheet_download(str(table.title), table.heads, rows, name)


def _administrator(request: SignedRequest) -> access.Standing:
    who = access.standing(request.user, today())
    if not who.holds(access.Role.ADMINISTRATOR):
        raise access.Denied(_("Chỉ người quản trị nhập, xuất danh bạ. Chưa có gì thay đổi."))
    return who
