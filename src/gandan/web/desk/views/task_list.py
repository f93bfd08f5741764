"""The list of tasks by filters, each with its own address."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.directory import access as directory
from gandan.domain.directory import queries as units
from gandan.domain.errands import actions as errands
from gandan.domain.tasks import access, bulk_changes, queries
from gandan.domain.tasks.asked import tasks_asked_for
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import today
from gandan.web.desk.offered_units import EVERY
from gandan.web.desk.paging import LongList
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import lines_of
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
    saved = access.visible_filters(who)
    first = access.first_filter(who)
    if first is not None and not request.GET:
        return redirect(list_of(first.query))
    found, chosen = tasks_asked(request.GET, who)
    query = query_of(request.GET)
    page = LongList(found, PER_PAGE).get_page(request.GET.get("page"))
    shown: Any = page.object_list
    return render(
        request,
        "desk/tasks.html",
        {
            "page": page,
            "rows": lines_of(shown, day),
            "states": queries.State.choices,
            "saved": [
                (row, row.query == query, row == first, access.changes_filter(who, row))
                for row in saved.order_by("name", "id")
            ],
            "query": query,
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
    _found, chosen = tasks_asked(filters_sent(request), who)
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


def filters_sent(request: SignedRequest) -> QueryDict:
    """The filters that a form sends along; in them NUL is still written as in an address."""
    return QueryDict(request.POST.get("query", "").replace("%00", ""))


def query_of(asked: QueryDict) -> str:
    """The filters alone, as the end of an address: what a saved filter keeps."""
    kept = QueryDict(mutable=True)
    for name in (*FILTERS, "open"):
        if asked.get(name):
            kept[name] = str(asked[name])
    return kept.urlencode()


def list_of(query: str) -> str:
    """The address of the list with these filters; without any, of all tasks and not of what somebody
    opens it with."""
    return f"{reverse('task-list')}?{query or 'all=1'}"


def _unit(said: str) -> units.Unit | None:
    """A link names the unit by its key, a person by what the field of a unit takes."""
    if key := key_said(said):
        return units.Unit.objects.filter(pk=key).first()
    found = meant(said, EVERY, today()) if said.strip() else []
    return found[0] if len(found) == 1 else None
