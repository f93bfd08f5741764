"""Kiểm tra, giám sát: the list, and one inspection with its checklist and what was found."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, actions
from gandan.domain.meetings import inspections as queries
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import queries as registry
from gandan.web.desk.asking import sent, today
from gandan.web.desk.from_plan import Words, entered, plan_named
from gandan.web.desk.inspection_forms import InspectionForm, VisitsForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import wants_sheet
from gandan.web.desk.sheets import inspections_sheet
from gandan.web.desk.states import INSPECTIONS, JUDGED

PER_PAGE = 25


def inspections(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    found = queries.inspections(access.visible_inspections(who, who.on))
    if wants_sheet(request):
        return inspections_sheet(found, who.on)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/inspections.html",
        {
            "page": page,
            "rows": [(one, INSPECTIONS[one.state]) for one in page.object_list],
            "may_plan": access.can(who, "enter", None, on=who.on),
        },
    )


def inspection_new(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    access.must(who, "enter", None, on=who.on)
    plan = plan_named(request, who)
    facts = registry.facts_of(plan, registry.FactKind.DUTY) if plan else ()
    form = InspectionForm(sent(request), who=request.user, facts=facts)

    def act() -> queries.Inspection:
        said = form.cleaned_data
        return actions.plan_inspection(
            said["name"], said["unit"], form.listed(), document=plan,
            actor=request.user, at=timezone.now(),
        )  # fmt: skip

    return entered(
        request, form, plan, act,
        Words(
            _("Lập cuộc kiểm tra, giám sát"), _("Lập cuộc kiểm tra"), _("Đã lập cuộc kiểm tra."),
            "inspection", "inspections",
        ),
    )  # fmt: skip


def inspection(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    this = inspection_asked(who, pk)
    items, rows = looked_at(who, this)
    readable = registry_access.visible_documents(who, who.on)
    return render(
        request,
        "desk/inspection.html",
        {
            "this": this,
            "look": INSPECTIONS[this.state],
            "items": items,
            "rows": [
                (
                    row,
                    [
                        (verdict, JUDGED[verdict.word] if verdict else None)
                        for verdict in row.verdicts
                    ],
                    row.is_late(who.on),
                )
                for row in rows
            ],
            "looks": JUDGED,
            "noted": [
                (row.visit, verdict, JUDGED[verdict.word])
                for row in rows
                for verdict in row.verdicts
                if verdict and verdict.note
            ],
            "shortcomings": [(row.visit, each) for row in rows for each in row.shortcomings],
            "plan": readable.filter(pk=this.document_id or 0).first(),
            "conclusion": readable.filter(pk=this.conclusion_id or 0).first(),
            "visits_form": VisitsForm(),
            "may_run": access.can(who, "run", this, on=who.on),
            "may_record": access.can(who, "record", this, on=who.on),
        },
    )


def inspection_asked(who: directory.Standing, pk: int) -> queries.Inspection:
    return get_object_or_404(
        access.visible_inspections(who, who.on).select_related("unit", "document"), pk=pk
    )


def looked_at(
    who: directory.Standing, this: queries.Inspection
) -> tuple[list[queries.ChecklistItem], list[queries.VisitRow]]:
    """The checklist and the visits that this person may see."""
    items = list(this.items.all())
    rows = queries.visit_rows(this, items)
    for row in rows:
        row.visit.inspection = this
    return items, [row for row in rows if access.can(who, "see_visit", row.visit, on=who.on)]
