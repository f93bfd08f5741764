"""The working calendar of a year: twelve small months, what is confirmed, what the office changed."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gandan.domain.directory import access
from gandan.domain.timekeeping import queries
from gandan.domain.timekeeping.queries import Kind
from gandan.kernel.calendar.table import disputed_days
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import today
from gandan.web.desk.months import LEGEND, days_of_week, months_of, unusual_days
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import wants_sheet
from gandan.web.desk.sheets import days_sheet

SHOWN = 20


def clock(request: SignedRequest) -> HttpResponse:
    """Everybody reads it; the ways to change it are shown to who may."""
    day = today()
    table = queries.timetable()
    year = key_said(request.GET.get("year", "")) or day.year
    if year not in table.calendar.years:
        raise Http404(_("Bảng ngày nghỉ chưa có năm này."))
    code = territory_asked(request)
    name, path = queries.place_of(code)
    standing = table.edits
    months = months_of(
        table.calendar, year, path,
        frozenset(key for kind, key, where in standing if kind == Kind.DAY and where in {"", code}),
    )  # fmt: skip
    if wants_sheet(request):
        return days_sheet(unusual_days(months), year)
    made = queries.edits_made()
    page = Paginator(made, SHOWN).get_page(request.GET.get("page"))
    who = access.standing(request.user, day)
    return render(
        request,
        "desk/clock.html",
        {
            "year": table.calendar.years[year],
            "is_first": year - 1 not in table.calendar.years,
            "is_last": year + 1 not in table.calendar.years,
            "territory": code,
            "place": name,
            "territories": queries.territories_edited(),
            "months": months,
            "heads": days_of_week(),
            "unusual": list(unusual_days(months)),
            "legend": LEGEND,
            "habits": [
                (queries.said_of(edit), edit)
                for edit in standing.values()
                if edit.kind == Kind.HABIT and edit.territory == code
            ],
            "disputed": [
                (name, reason, (Kind.DISPUTED, name, "") in standing)
                for name, reason in disputed_days().items()
            ],
            "page": page,
            "made": [
                (
                    row,
                    queries.said_of(edit := queries.edit_of(row)),
                    standing.get(edit.place) == edit,
                )
                for row in page.object_list
            ],
            "may_edit": access.can(who, "set_clock", code, on=day),
            "may_edit_all": access.can(who, "set_clock", "", on=day),
        },
    )


def territory_asked(request: SignedRequest) -> str:
    """The code of a place in the address; "" is the whole country."""
    code = request.GET.get("territory", "").strip()
    if not code:
        return ""
    if not (code.isascii() and code.isdigit() and len(code) in {2, 5}):
        raise Http404(_("Mã địa bàn gồm 2 hoặc 5 chữ số."))
    return code
