"""Lay one duty on every unit of a class: who would get it is shown first, each can be taken out.

The form sends the class, the scope and who was taken out, never all who are left: they are thousands,
and of a form only so many fields are read.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import queries as directory
from gandan.domain.directory.access import Standing, standing
from gandan.domain.directory.queries import Unit, fold_plain
from gandan.domain.errands import actions as errands
from gandan.domain.tasks import access, actions, queries
from gandan.domain.tasks.actions.cascading import not_theirs_to_give, without_part
from gandan.domain.tasks.unit_classes import (
    UnitClass,
    class_named,
    class_with_id,
    classes,
    units_below,
    units_of_class,
)
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import done_or_told, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.unit_field import UnitField
from gandan.web.desk.views.parts import task_asked

PER_PAGE = 100
# More are laid by the machine, a part at a time: somebody else writes in between.
MOST = 300


class ScopeForm(forms.Form):
    within = UnitField(label=gettext_lazy("Chỉ trong phạm vi của"), required=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """The units of a class in a scope; those of them that may get the duty (`open`), and of these
    who was taken out."""

    units: Sequence[Unit]
    open: Sequence[Unit]
    foreign: frozenset[int]
    out: frozenset[int]

    @property
    def given(self) -> list[Unit]:
        return [unit for unit in self.open if unit.pk not in self.out]

    @property
    def seen(self) -> str:
        """By this it is known whether the list is still the one that was shown."""
        return sha256(",".join(str(unit.pk) for unit in self.open).encode()).hexdigest()


def cascade(request: SignedRequest, pk: int) -> HttpResponse:
    """First who would get it, counted and each to be taken out; then one button lays it on them."""
    task = task_asked(request, pk)
    who = standing(request.user, today())
    access.must(who, "assign", task, on=who.on)
    said = request.POST if request.method == "POST" else request.GET
    row = _class_asked(said, task)
    form = ScopeForm({"within": said.get("within", "")})
    around = task.document.issuer if task.document and task.document.issuer else task.lead
    found = _found(row, form.cleaned_data["within"], around, who.on) if form.is_valid() else []
    asked = _asked(who, task, found, said)
    watch = task.lead or around or directory.home_unit(request.user, who.on)
    if request.POST.get("sure"):
        answer = _laid(request, task, asked, watch)
        if answer is not None:
            return answer
    page = Paginator(_called(asked.units, said.get("find", "")), PER_PAGE).get_page(
        said.get("page")
    )
    here = list(page.object_list)
    return render(
        request,
        "desk/cascade.html",
        {
            "task": task, "row": row, "classes": classes(), "form": form, "asked": asked,
            "count": len(asked.given), "out": len(asked.out), "watch": watch, "page": page,
            "rows": _rows(here, asked), "find": said.get("find", ""),
            "within": said.get("within", ""), "is_long": len(asked.given) > MOST,
            "out_elsewhere": " ".join(map(str, sorted(asked.out - {unit.pk for unit in here}))),
            "key": said.get("key") or secrets.token_hex(16),
        },
    )  # fmt: skip


def _class_asked(said: QueryDict, task: queries.Task) -> UnitClass | None:
    """The class a person chose, else the one that the document names."""
    named = (class_named(name) for name in task.lead_text.split("; "))
    return class_with_id(said.get("class", "")) or next((row for row in named if row), None)


def _found(
    row: UnitClass | None, within: Unit | None, around: Unit | None, day: date
) -> list[Unit]:
    if row is None:
        return []
    return units_below(row, day, within) if within else units_of_class(row, day, around)


def _asked(who: Standing, task: queries.Task, found: list[Unit], said: QueryDict) -> Asked:
    fresh = without_part(task, found, who.on)
    foreign = frozenset(unit.pk for unit in not_theirs_to_give(who, fresh))
    taken = {key_said(key) for key in [*said.get("out", "").split(), *said.getlist("skip")]}
    may = [unit for unit in fresh if unit.pk not in foreign]
    return Asked(found, may, foreign, frozenset(unit.pk for unit in may if unit.pk in taken))


def _laid(
    request: SignedRequest, task: queries.Task, asked: Asked, watch: Unit | None
) -> HttpResponse | None:
    """The page that follows; None: it is shown again, with the reason."""
    if request.POST.get("seen") != asked.seen:
        messages.error(request, _("Danh sách vừa đổi. Chưa có gì thay đổi. Hãy xem lại số lượng."))
        return None
    units = asked.given
    if len(units) > MOST:
        return _sent_away(request, task, units, watch)
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    made = done_or_told(request, lambda: actions.cascade(task, units, watch=watch, **by))
    if made is None:
        return None
    messages.success(request, _("Đã giao cho %(n)s đơn vị.") % {"n": len(made)})
    return redirect("task", pk=task.pk)


def _sent_away(
    request: SignedRequest, task: queries.Task, units: Sequence[Unit], watch: Unit | None
) -> HttpResponse:
    """Taken down now, laid by the machine later, each unit with its own verdict."""
    order = {
        "task": task.pk, "units": [unit.pk for unit in units], "watch": watch.pk if watch else None,
    }  # fmt: skip
    made = errands.ask(
        "lay-duty", key=request.POST.get("key") or secrets.token_hex(16), total=len(units),
        said={"task": task.pk}, files=errands.ordered(order), actor=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect("errand", pk=made.pk)


def _called(units: Sequence[Unit], words: str) -> list[Unit]:
    wanted = fold_plain(words)
    return [unit for unit in units if wanted in fold_plain(f"{unit.name} {unit.code}")]


def _rows(units: Sequence[Unit], asked: Asked) -> list[tuple[Unit, str]]:
    """Each with why it gets nothing now; "": it can be taken out."""
    may = {unit.pk for unit in asked.open}

    def why_not(unit: Unit) -> str:
        if unit.pk in may:
            return ""
        return _("ngoài quyền giao của bạn") if unit.pk in asked.foreign else _("đã giao")

    return [(unit, why_not(unit)) for unit in units]
