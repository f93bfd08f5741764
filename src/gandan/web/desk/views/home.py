"""Việc của tôi: what my unit must do, the late first, each with the days that are left."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory import access as directory
from gandan.domain.directory import queries as units
from gandan.domain.tasks import access, queries
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import Row, rows_of

AT_FIRST = 10
PER_PAGE = 50

NAMES: dict[queries.Bucket, str | Promise] = {
    "overdue": _("Quá hạn"),
    "this-week": _("Tuần này"),
    "later": _("Sau đó"),
    "waiting": _("Tạm chờ"),
    "no-date": _("Không có ngày"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A bucket with its first rows."""

    key: str
    name: str | Promise
    count: int
    rows: list[Row]


def home(request: SignedRequest) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    unit = unit_asked(request, who)
    visible = access.visible_tasks(who, day)
    mine = queries.of_unit(visible, unit) if unit else visible.filter(pk__in=())
    words = request.GET.get("q", "").strip()
    state = request.GET.get("state", "")
    if words or state in queries.State.values:
        found = queries.find_tasks(visible, words=words, state=state)
        mine = mine.filter(pk__in=found.order_by().values("pk"))
    load = queries.bucket_counts(mine, day)
    chosen = next((key for key in queries.BUCKETS if key == request.GET.get("bucket")), None)
    page = None
    shown: list[Shown] = []
    if chosen:
        page = Paginator(queries.in_bucket(mine, chosen, day), PER_PAGE).get_page(
            request.GET.get("page")
        )
        shown = [Shown(chosen, NAMES[chosen], load.of(chosen), rows_of(page.object_list, day))]
    else:
        shown = [
            Shown(key, NAMES[key], load.of(key), rows_of(first, day))
            for key in queries.BUCKETS
            if load.of(key) and (first := queries.in_bucket(mine, key, day)[:AT_FIRST])
        ]
    return render(
        request,
        "desk/home.html",
        {
            "unit": unit,
            "working_units": units.working_units(request.user, day),
            "buckets": [(key, NAMES[key], load.of(key)) for key in queries.BUCKETS],
            "total": load.total,
            "chosen": chosen,
            "shown": shown,
            "page": page,
            "words": words,
            "state": state,
            "states": [choice for choice in queries.State.choices if choice[0] not in _OVER],
            "filtered": bool(words or state),
            "may_assign": access.gives_work(who),
            "unlinked": queries.without_lead(visible).count()
            if who.holds(directory.Role.CLERK)
            else 0,
        },
    )


_OVER = {"done", "cancelled"}


def unit_asked(request: SignedRequest, who: directory.Standing) -> units.Unit | None:
    """The unit asked for, if it may be looked at; else the one this account works for."""
    key = request.GET.get("unit", "")
    if key.isdigit():
        asked = units.units(who.on).filter(pk=int(key)).first()
        if asked is not None:
            return asked
    return units.home_unit(who.account, who.on)
