"""Việc của tôi: what my unit must do, the late first, each with the days that are left."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from gandan.domain.directory import access as directory
from gandan.domain.directory import queries as units
from gandan.domain.petitions import queries as cases
from gandan.domain.petitions.access import handled_petitions
from gandan.domain.tasks import access, queries
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import today
from gandan.web.desk.at_hand import AtHand
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.waiting import waiting_for


def home(request: SignedRequest) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    asked = work_asked(request, who)
    work = AtHand(asked.clocks, asked.tasks, day)
    chosen = asked.bucket
    page = None
    if chosen:
        one, page = work.page(chosen, request.GET.get("page"))
        shown = [one]
    else:
        shown = work.first()
    return render(
        request,
        "desk/home.html",
        {
            "unit": asked.unit,
            "working_units": units.working_units(request.user, day),
            "buckets": work.counts(),
            "tasks": work.task_load.total,
            "clocks": work.clock_load.total,
            "total": work.task_load.total + work.clock_load.total,
            "chosen": chosen,
            "shown": shown,
            "page": page,
            "words": asked.words,
            "state": asked.state,
            "states": [choice for choice in queries.State.choices if choice[0] not in _OVER],
            "filtered": bool(asked.words or asked.state),
            "may_assign": access.gives_work(who),
            "waiting": waiting_for(who),
            "works": who.holds(*_WORKERS),
        },
    )


_OVER = {"done", "cancelled"}
_WORKERS = (directory.Role.HEAD, directory.Role.OFFICER, directory.Role.CLERK)


@dataclass(frozen=True, slots=True)
class Asked:
    """The open work of a unit that answers the filters of the page; `bucket`: only this one of it."""

    unit: units.Unit | None
    tasks: QuerySet[queries.Task]
    clocks: QuerySet[cases.Clock]
    words: str
    state: str
    bucket: queries.Bucket | None

    @property
    def buckets(self) -> tuple[queries.Bucket, ...]:
        return (self.bucket,) if self.bucket else queries.BUCKETS


def work_asked(request: SignedRequest, who: directory.Standing) -> Asked:
    """What the address of the page says; its sheet asks with the same words."""
    unit = unit_asked(request, who)
    mine = queries.Task.objects.none()
    if unit:
        mine = queries.of_unit(access.visible_beside(who, unit), unit)
    clocks = clocks_at_hand(who, unit)
    words = request.GET.get("q", "").strip()
    state = request.GET.get("state", "")
    if words or state in queries.State.values:
        mine = queries.find_tasks(mine, words=words, state=state)
        # The states are those of tasks: a clock is in none of them.
        clocks = clocks.none() if state else cases.holding_words(clocks, words)
    bucket = next((key for key in queries.BUCKETS if key == request.GET.get("bucket")), None)
    return Asked(unit, mine, clocks, words, state, bucket)


def unit_asked(request: SignedRequest, who: directory.Standing) -> units.Unit | None:
    """The unit asked for, if it may be looked at; else the one this account works for."""
    key = key_said(request.GET.get("unit", ""))
    if key:
        asked = units.units(who.on).filter(pk=key).first()
        if asked is not None:
            return asked
    return units.home_unit(who.account, who.on)


def clocks_at_hand(who: directory.Standing, unit: units.Unit | None) -> QuerySet[cases.Clock]:
    """The terms of the cases that a unit has, for those who handle them."""
    handled = handled_petitions(who)
    return cases.clocks_of_unit(handled, unit) if unit else cases.open_clocks(handled.none())
