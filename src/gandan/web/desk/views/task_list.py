"""The list of tasks by filters, each with its own address; filters kept under a name."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.directory import access as directory
from gandan.domain.directory import queries as units
from gandan.domain.errands import actions as errands
from gandan.domain.tasks import access, actions, bulk_changes, queries
from gandan.domain.tasks.asked import tasks_asked_for
from gandan.web.desk.asking import done_or_told, today
from gandan.web.desk.offered_units import EVERY
from gandan.web.desk.paging import LongList
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import rows_of
from gandan.web.desk.states import WORDS
from gandan.web.desk.unit_field import UnitField, meant
from gandan.web.desk.unit_widget import written

PER_PAGE = 50
FILTERS = ("q", "state", "unit", "plan", "late")


class UnitBox(forms.Form):
    unit = UnitField(label=gettext_lazy("Đơn vị chủ trì"), required=False, help_text="")


def task_list(request: SignedRequest) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    found, chosen = tasks_asked(request.GET, who)
    page = LongList(found, PER_PAGE).get_page(request.GET.get("page"))
    mine = queries.SavedFilter.objects.filter(account=request.user)
    return render(
        request,
        "desk/tasks.html",
        {
            "page": page,
            "rows": rows_of(page.object_list, day),
            "states": queries.State.choices,
            "saved": mine,
            "query": query_of(request.GET),
            "unit_box": UnitBox({"unit": written(chosen["unit"]) if chosen["unit"] else ""})[
                "unit"
            ],
            "may_assign": access.gives_work(who),
            "undo": bulk_changes.last_undoable(request.user, day),
            **chosen,
        },
    )


def tasks_asked(asked: QueryDict, who: directory.Standing) -> tuple[Any, dict[str, Any]]:
    """The visible tasks that answer the filters, and the filters as the page shows them."""
    unit = _unit(asked.get("unit", ""))
    number = asked.get("plan", "").strip()
    state = asked.get("state", "") if asked.get("state") in queries.State.values else ""
    words, late = asked.get("q", ""), bool(asked.get("late"))
    said = {
        "words": words, "state": state, "unit": unit.pk if unit else None, "plan": number,
        "late": late, "open": bool(asked.get("open")),
    }  # fmt: skip
    return tasks_asked_for(who, said), {
        "asked": said, "words": words, "state": state, "unit": unit, "plan": number, "late": late,
        "filtered": bool(query_of(asked)), "sheet_key": secrets.token_hex(16),
    }  # fmt: skip


@require_POST
def task_sheet(request: SignedRequest) -> HttpResponse:
    """The whole list as a sheet, however long: asked for here, found under what runs."""
    who = directory.standing(request.user, today())
    _found, chosen = tasks_asked(QueryDict(request.POST.get("query", "")), who)
    heads = [_("Việc"), _("Chủ trì"), _("Phối hợp"), _("Hạn"), _("Trạng thái"), _("Nguồn")]
    made = errands.ask(
        "export-tasks", key=request.POST.get("key") or secrets.token_hex(16), total=0,
        said={
            "asked": chosen["asked"], "title": _("Nhiệm vụ"), "heads": heads,
            "states": {key: str(look.word) for key, look in WORDS.items()},
        },
        actor=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect("errand", pk=made.pk)


def query_of(asked: QueryDict) -> str:
    """The filters alone, as the end of an address: what a saved filter keeps."""
    kept = QueryDict(mutable=True)
    for name in (*FILTERS, "open"):
        if asked.get(name):
            kept[name] = str(asked[name])
    return kept.urlencode()


@require_POST
def filter_save(request: SignedRequest) -> HttpResponse:
    query = query_of(QueryDict(request.POST.get("query", "")))
    row = done_or_told(
        request,
        lambda: actions.save_filter(
            request.POST.get("name", ""), query, actor=request.user, at=timezone.now()
        ),
    )
    if row:
        messages.success(request, _("Đã lưu bộ lọc “%(name)s”.") % {"name": row.name})
    return redirect(f"{reverse('task-list')}?{query}")


@require_POST
def filter_delete(request: SignedRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(queries.SavedFilter, pk=pk, account=request.user)
    actions.delete_filter(row, actor=request.user, at=timezone.now())
    return redirect("task-list")


def _unit(said: str) -> units.Unit | None:
    """A link names the unit by its key, a person by what the field of a unit takes."""
    if said.isdigit():
        return units.Unit.objects.filter(pk=int(said)).first()
    found = meant(said, EVERY, today()) if said.strip() else []
    return found[0] if len(found) == 1 else None
