"""Tiếng dân: the campaigns, and the list of meetings into which every figure opens."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, queries
from gandan.domain.meetings.queries import Meeting
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import wants_sheet
from gandan.web.desk.sheets import campaigns_sheet

PER_PAGE = 25


def campaigns(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    found = access.visible_campaigns(who, who.on).select_related("unit")
    counted = found.annotate(held=Count("meetings")).order_by("-starts_on", "-pk")
    if wants_sheet(request):
        return campaigns_sheet(counted, who.on)
    page = Paginator(counted, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/campaigns.html",
        {"page": page, "may_enter": access.can(who, "enter", None, on=who.on)},
    )


def meetings(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    found, asked = meetings_asked(request.GET, who)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/meetings.html",
        {
            "page": page,
            "filtered": bool(asked),
            "may_enter": access.can(who, "enter", None, on=who.on),
        },
    )


def meetings_asked(
    asked: QueryDict, who: directory.Standing
) -> tuple[QuerySet[Meeting], dict[str, str]]:
    """The meetings that fit the address: tier, mode, kind, unit, campaign, delegate."""
    said = {name: str(asked[name]) for name in queries.NARROWED_BY if asked.get(name)}
    return queries.listed(queries.narrowed(access.visible_meetings(who, who.on), said)), said
