"""Kế hoạch: the documents that lay duties, and how far each of them is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access as meetings_access
from gandan.domain.meetings.inspections import of_plan
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import queries as registry
from gandan.domain.registry.queries import Document
from gandan.domain.tasks import access, plans, queries
from gandan.domain.tasks.plan_lines import dated_lines, plan_lines
from gandan.domain.tasks.reviews import Review, review_of
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import today
from gandan.web.desk.charts import Lane, gantt
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import wants_sheet
from gandan.web.desk.sheets import plan_sheet
from gandan.web.desk.standings import STANDING_WORDS
from gandan.web.desk.states import INSPECTIONS
from gandan.web.ui.quick import addresses

PER_PAGE = 25
ROWS, LANES = 50, 50
VIEWS: dict[str, str | Promise] = {
    "table": gettext_lazy("Bảng"),
    "units": gettext_lazy("Theo đơn vị"),
    "sections": gettext_lazy("Theo mục"),
    "gantt": gettext_lazy("Tiến trình"),
    "calendar": gettext_lazy("Lịch 12 tháng"),
    "reviews": gettext_lazy("Sơ kết, tổng kết"),
}


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review with the words that lay it down and the task made of it, if any."""

    review: Review
    section: str
    place: str
    task: queries.Task | None


def plan_list(request: SignedRequest) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    tasks = access.visible_tasks(who, day)
    found = plans.plans(registry_access.visible_documents(who, day), tasks)
    page = Paginator(found.defer("file__text"), PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    shares = plans.shares_of_plans(tasks, shown, day)
    waiting = plans.waiting_duties(shown)
    rows = [(one, shares.get(one.pk, queries.Shares()), waiting.get(one.pk, 0)) for one in shown]
    return render(
        request, "desk/plans.html", {"page": page, "rows": rows, "standings": STANDING_WORDS}
    )


def plan(request: SignedRequest, pk: int) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    this = plan_asked(who, pk)
    duties = plans.duties_of_plan(access.visible_tasks(who, day), this)
    view = request.GET.get("view", "table")
    if view not in VIEWS:
        raise Http404
    if wants_sheet(request):
        return plan_sheet(this, _narrowed(request, duties, day))
    shares = queries.shares(duties, day)
    show: Callable[[], dict[str, Any]] = {
        "table": lambda: _table(request, duties, shares, day),
        "units": lambda: {"units": plans.shares_by_unit(duties, day)},
        "sections": lambda: {"sections": _sections(duties, day)},
        "gantt": lambda: _gantt(request, duties, shares, day, this),
        "calendar": lambda: _calendar(request, duties, day.year),
        "reviews": lambda: {"reviews": _reviews(this, duties)},
    }[view]
    return render(
        request,
        "desk/plan.html",
        {
            "plan": this,
            "view": view,
            "views": VIEWS.items(),
            "shares": shares,
            "standings": STANDING_WORDS,
            "waiting": plans.unanswered_duties(this).count(),
            "may_review": registry_access.can(who, "review", this, on=day),
            **show(),
            **_brought(who, this),
        },
    )


def _brought(who: directory.Standing, this: Document) -> dict[str, Any]:
    """The inspections and training courses that this plan brought."""
    inspections, courses = of_plan(
        this,
        meetings_access.visible_inspections(who, who.on),
        meetings_access.visible_courses(who, who.on),
    )
    return {
        "inspections": [(one, INSPECTIONS[one.state]) for one in inspections],
        "courses": courses,
        "may_inspect": meetings_access.can(who, "enter", None, on=who.on),
    }


def plan_asked(who: directory.Standing, pk: int) -> Document:
    visible = registry_access.visible_documents(who, who.on)
    found = registry.document_page(visible.defer("file__text"), pk)  # it may be a book
    if found is None or found.is_stub:
        raise Http404
    return found


def _table(
    request: SignedRequest, duties: Any, shares: queries.Shares, day: date
) -> dict[str, Any]:
    asked = request.GET
    filtered = any(asked.get(name) for name in ("standing", "unit", "section"))
    pages = Paginator(_narrowed(request, duties, day), ROWS)
    if not filtered:
        pages.count = shares.total  # counted already
    page = pages.get_page(asked.get("page"))
    found: Any = page.object_list
    return {"rows": plan_lines(found), "page": page, "filtered": filtered, "day": day}


def _narrowed(request: SignedRequest, duties: Any, day: date) -> Any:
    asked = request.GET
    return plans.narrowed(
        queries.with_standing(duties, day),
        standing=asked.get("standing", "") if asked.get("standing") in STANDING_WORDS else "",
        lead=key_said(asked.get("unit", "")),
        section=asked.get("section", ""),
    )


def _sections(duties: Any, day: date) -> list[tuple[str, queries.Shares]]:
    found: dict[str, queries.Shares] = {}
    for section, counted in queries.shares_by(duties, "section", day).items():
        top = plans.top_section(section)
        found[top] = found.get(top, queries.Shares()) + counted
    return sorted(found.items())


def _gantt(
    request: SignedRequest, duties: Any, shares: queries.Shares, day: date, this: Document
) -> dict[str, Any]:
    """Only the lanes of the page that is shown are read and drawn."""
    pages = Paginator(queries.with_standing(duties, day), LANES)
    pages.count = shares.total
    page = pages.get_page(request.GET.get("page"))
    found: Any = page.object_list
    address = addresses("task")
    lanes = [
        Lane(
            one.section or str(one.key), one.text[:200], address(one.key),
            this.issued_on or one.created_at.date(), one.days, one.standing,
        )
        for one in dated_lines(found)
    ]  # fmt: skip
    return {
        "gantt": gantt(lanes, day, _("Tiến trình của kế hoạch")),
        "lanes": lanes,
        "page": page,
        "undated": sum(not lane.days for lane in lanes),
    }


def _calendar(request: SignedRequest, duties: Any, this_year: int) -> dict[str, Any]:
    asked = key_said(request.GET.get("year", "")) or 0
    years = plans.years_of(duties)
    default = this_year if this_year in years or not years else years[-1]
    year = asked if 1900 < asked < 2200 else default
    return {"year": year, "years": years, "months": plans.by_month(duties, year)}


def _reviews(this: Document, duties: Any) -> list[tuple[int | None, list[ReviewRow]]]:
    """By year; those without a day last."""
    facts = list(registry.facts_of(this, registry.FactKind.DUTY))
    made = queries.tasks_of_facts(duties, facts)
    years: dict[int | None, list[ReviewRow]] = {}
    for fact in facts:
        said = fact.value
        due = [date.fromisoformat(each) for each in said.get("due") or ()]
        review = review_of(said.get("text") or fact.quote, due, this.issued_on)
        if review is not None:
            place = f"{reverse('document', args=[this.pk])}#fact-{fact.pk}"
            row = ReviewRow(review, said.get("section") or "", place, made.get(fact.pk))
            years.setdefault(review.year, []).append(row)
    return sorted(years.items(), key=lambda pair: (pair[0] is None, pair[0] or 0))
