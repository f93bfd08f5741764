"""An inspection on paper: the checklist to fill in by hand, and all that was found as an Excel table."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gandan.domain.directory import access as directory
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import sheet_download
from gandan.web.desk.states import JUDGED
from gandan.web.desk.views.inspections import inspection_asked, looked_at


def inspection_sheet(request: SignedRequest, pk: int) -> HttpResponse:
    """The checklist to print and fill in by hand, a sheet for each unit."""
    who = directory.standing(request.user, today())
    this = inspection_asked(who, pk)
    items, rows = looked_at(who, this)
    return render(
        request, "desk/inspection_sheet.html", {"this": this, "items": items, "rows": rows}
    )


def inspection_export(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    this = inspection_asked(who, pk)
    items, rows = looked_at(who, this)
    heads = [
        _("Đơn vị"), _("Ngày"), _("Số"), _("Nội dung kiểm tra"), _("Nhận định"), _("Ghi nhận"),
        _("Việc phải khắc phục"), _("Hạn khắc phục"),
    ]  # fmt: skip
    lines = (
        [
            row.visit.unit.name,
            f"{row.visit.meeting.held_on:%d/%m/%Y}" if row.visit.meeting else "",
            str(item.number),
            item.text,
            str(JUDGED[verdict.word].word) if verdict else "",
            verdict.note if verdict else "",
            "; ".join(each.task.text for each in found),
            "; ".join(f"{each.task.next_due:%d/%m/%Y}" for each in found if each.task.next_due),
        ]
        for row in rows
        for item, verdict in zip(items, row.verdicts, strict=True)
        for found in [[each for each in row.shortcomings if each.item_id == item.pk]]
    )
    return sheet_download(_("Kiểm tra"), heads, lines, f"kiem-tra-{this.pk}")
