"""Bảng điều hành: units by lateness and by load, and what waits for a decision of this person."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from gandan.domain.directory import access as directory
from gandan.domain.tasks import access, queries
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import rows_of
from gandan.web.desk.sheet_download import wants_sheet
from gandan.web.desk.sheets import MOST, board_sheet

FIRST = 20
UNITS = 50


def board(request: SignedRequest) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    by = "load" if request.GET.get("by") == "load" else "late"
    asked_page = key_said(request.GET.get("page", "")) or 1
    first = (asked_page - 1) * UNITS
    led = access.led_tasks(who)
    if wants_sheet(request):
        return board_sheet(queries.board(led, day, by_load=by == "load", most=MOST).loads, day)
    shown = queries.board(led, day, by_load=by == "load", first=first, most=UNITS)
    to_approve = rows_of(queries.listed(queries.to_approve(who))[: FIRST + 1], day)
    asked = queries.extensions_asked(who)
    named = queries.open_mentions(request.user, day)
    return render(
        request,
        "desk/board.html",
        {
            "board": shown,
            "page": Paginator(range(shown.units), UNITS).get_page(asked_page),
            "by": by,
            "to_approve": to_approve[:FIRST],
            "more_to_approve": len(to_approve) > FIRST,
            "asked": asked[:FIRST],
            "named": named[:FIRST],
        },
    )
