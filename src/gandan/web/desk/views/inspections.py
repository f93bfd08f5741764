"""Kiểm tra, giám sát: the list, one inspection with its checklist, its printed sheet and its table."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.directory import access as directory
from gandan.domain.meetings import access, actions
from gandan.domain.meetings import inspections as queries
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import queries as registry
from gandan.domain.registry.queries import Document
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.inspection_forms import InspectionForm, VisitsForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import sheet_download
from gandan.web.desk.states import INSPECTIONS, JUDGED

PER_PAGE = 25


def inspections(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    found = queries.inspections(access.visible_inspections(who, who.on))
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
    if form.is_valid():
        said = form.cleaned_data
        made = done_or_shown(
            form,
            lambda: actions.plan_inspection(
                said["name"], said["unit"], form.listed(), document=plan,
                actor=request.user, at=timezone.now(),
            ),
        )  # fmt: skip
        if made:
            messages.success(request, _("Đã lập cuộc kiểm tra."))
            return redirect("inspection", pk=made.pk)
    words = {
        "heading": _("Lập cuộc kiểm tra, giám sát"),
        "lead": str(plan) if plan else "",
        "verb": _("Lập cuộc kiểm tra"),
        "back": reverse("plan", args=[plan.pk]) if plan else reverse("inspections"),
    }
    return render(request, "desk/form.html", {"form": form, **words})


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


@require_POST
def inspection_visits(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    this = inspection_asked(who, pk)
    access.must(who, "run", this, on=who.on)
    form = VisitsForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(each[0]) for each in form.errors.values()))
        return redirect("inspection", pk=pk)
    said = form.cleaned_data
    made = done_or_told(
        request,
        lambda: actions.plan_visits(
            this, said["units"], said["planned_on"], actor=request.user, at=timezone.now()
        ),
    )
    if made is not None:
        messages.success(request, _("Đã thêm %(n)s đơn vị.") % {"n": len(made)})
    return redirect("inspection", pk=pk)


@require_POST
def inspection_close(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    this = inspection_asked(who, pk)
    access.must(who, "run", this, on=who.on)
    if done_or_told(
        request,
        lambda: actions.close_inspection(this, actor=request.user, at=timezone.now()),
    ):
        messages.success(request, _("Đã khép lại cuộc kiểm tra."))
    return redirect("inspection", pk=pk)


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


def plan_named(request: SignedRequest, who: directory.Standing) -> Document | None:
    """The plan in the address, if this person may read it."""
    asked = request.GET.get("plan", "")
    if not asked:
        return None
    found = (
        registry.document_page(registry_access.visible_documents(who, who.on), int(asked))
        if asked.isascii() and asked.isdigit() and len(asked) < 18
        else None
    )
    if found is None:
        raise Http404
    return found
