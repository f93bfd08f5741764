"""One verb on the tasks that were ticked, or on all that a filter finds: what would be done is shown
first, then it is done; of many the machine does it later, and says of each what became of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date
from hashlib import sha256
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

from gandan.domain.directory.access import standing
from gandan.domain.directory.queries import Unit
from gandan.domain.errands import actions as errands
from gandan.domain.tasks import access, actions, bulk_changes, queries
from gandan.domain.tasks.actions.bulk import MOST
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import done_or_shown, done_or_told, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import rows_of
from gandan.web.desk.task_forms import DayField
from gandan.web.desk.unit_field import UnitField
from gandan.web.desk.views.task_list import PER_PAGE, filters_sent, query_of, tasks_asked
from gandan.web.ui.templatetags.ui import number

# Some minutes of the machine's work (docs/measured.md); a list that is longer was hardly meant.
MOST_OF_FILTER = 20_000


class AssignAll(forms.Form):
    lead = UnitField(label=gettext_lazy("Đơn vị chủ trì"))


class ExtendAll(forms.Form):
    to = DayField(label=gettext_lazy("Hạn mới"))
    reason = forms.CharField(label=gettext_lazy("Lý do gia hạn"), max_length=1000)


class RemindAll(forms.Form):
    text = forms.CharField(label=gettext_lazy("Lời nhắc"), max_length=1000)


_FORMS: dict[str, type[forms.Form]] = {
    "assign": AssignAll, "extend": ExtendAll, "remind": RemindAll,
}  # fmt: skip
_VERBS = {
    "assign": gettext_lazy("Giao cho đơn vị"),
    "extend": gettext_lazy("Gia hạn"),
    "remind": gettext_lazy("Nhắc việc"),
}


@require_POST
def bulk(request: SignedRequest) -> HttpResponse:
    """The first POST shows the form and the tasks; the second, with `sure`, does it. Of all that a
    filter finds, the second does it only if they are still those that were shown (`seen`)."""
    verb, query = request.POST.get("verb", ""), filters_sent(request)
    of_filter = bool(request.POST.get("all"))
    back = f"{reverse('task-list')}?{query_of(query)}" if of_filter else reverse("task-list")
    keys = _of_filter(request, query) if of_filter else _ticked(request)
    if verb not in _FORMS or not keys:
        messages.error(request, _("Chưa chọn nhiệm vụ nào. Chưa có gì thay đổi."))
        return redirect(back)
    if len(keys) > MOST_OF_FILTER:
        messages.error(
            request,
            _("Bộ lọc này có hơn %(most)s nhiệm vụ. Chưa có gì thay đổi. Hãy lọc hẹp lại.")
            % {"most": number(MOST_OF_FILTER)},
        )
        return redirect(back)
    form = _FORMS[verb](request.POST if request.POST.get("sure") else None)
    seen = sha256(",".join(map(str, keys)).encode()).hexdigest()
    if form.is_valid():
        if of_filter and request.POST.get("seen") != seen:
            form.add_error(None, _("Danh sách vừa đổi. Chưa có gì thay đổi. Hãy xem lại số lượng."))
        elif len(keys) > MOST:
            return _sent_away(request, verb, keys, form.cleaned_data)
        else:
            tasks = list(queries.Task.objects.filter(pk__in=keys).order_by("id"))
            change = done_or_shown(form, lambda: _act(request, verb)(tasks, **form.cleaned_data))
            if change is not None:
                messages.success(request, _("Đã làm với %(n)s nhiệm vụ.") % {"n": change.tasks})
                return redirect(back)
    shown = queries.listed(queries.Task.objects.filter(pk__in=keys[:PER_PAGE]))
    return render(
        request,
        "desk/bulk.html",
        {
            "form": form, "verb": verb, "heading": _VERBS[verb], "back": back,
            "rows": rows_of(shown, today()), "count": len(keys), "is_long": len(keys) > MOST,
            "keys": [] if of_filter else keys, "query": query_of(query), "of_filter": of_filter,
            "seen": seen, "key": request.POST.get("key") or secrets.token_hex(16),
            "most": MOST_OF_FILTER,
        },
    )  # fmt: skip


def _ticked(request: SignedRequest) -> list[int]:
    said = (key_said(key) for key in request.POST.getlist("task"))
    keys = [key for key in said if key][:MOST_OF_FILTER]
    seen = access.visible_tasks(request.user, today()).filter(pk__in=keys).order_by("id")
    return list(seen.values_list("pk", flat=True))


def _of_filter(request: SignedRequest, query: QueryDict) -> list[int]:
    found, _chosen = tasks_asked(query, standing(request.user, today()))
    keys = found.order_by("id").values_list("pk", flat=True)
    return list(keys[: MOST_OF_FILTER + 1])


def _sent_away(
    request: SignedRequest, verb: str, keys: list[int], said: dict[str, Any]
) -> HttpResponse:
    """Taken down now, done by the machine later, each task with its own verdict."""
    written = {name: _plain(value) for name, value in said.items()}
    made = errands.ask(
        "change-tasks", key=request.POST.get("key") or secrets.token_hex(16), total=len(keys),
        said={"verb": verb}, actor=request.user, at=timezone.now(),
        files=errands.ordered({"verb": verb, "tasks": keys, "said": written}),
    )  # fmt: skip
    return redirect("errand", pk=made.pk)


def _plain(value: Any) -> Any:
    if isinstance(value, Unit):
        return value.pk
    return value.isoformat() if isinstance(value, date) else value


@require_POST
def bulk_undo(request: SignedRequest, pk: int) -> HttpResponse:
    change = get_object_or_404(queries.BulkChange, pk=pk, by=request.user)
    if change.asked:
        return _undone_later(request, change)
    left = done_or_told(
        request, lambda: actions.undo_bulk(change, actor=request.user, at=timezone.now())
    )
    if left is not None:
        messages.success(
            request,
            _("Đã hoàn lại %(n)s/%(all)s nhiệm vụ; phần còn lại đã có người sửa sau đó.")
            % {"n": change.tasks - len(left), "all": change.tasks}
            if left
            else _("Đã hoàn lại cả %(n)s nhiệm vụ.") % {"n": change.tasks},
        )
    return redirect("task-list")


def _undone_later(request: SignedRequest, change: queries.BulkChange) -> HttpResponse:
    """What the machine did later is put back by it too. Its parts that are left make the key: a form
    sent twice is one errand, and what was done in the meantime is another."""
    parts = list(bulk_changes.parts_to_undo(change).values_list("pk", "tasks"))
    if not parts:
        messages.error(request, _("Việc này không hoàn lại được nữa. Chưa có gì thay đổi."))
        return redirect("task-list")
    made = errands.ask(
        "undo-tasks", key=f"undo-{parts[-1][0]}-{parts[0][0]}", said={"change": change.pk},
        total=sum(tasks for _pk, tasks in parts), actor=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect("errand", pk=made.pk)


def _act(request: SignedRequest, verb: str) -> Callable[..., queries.BulkChange]:
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}

    def act(tasks: list[queries.Task], **said: Any) -> queries.BulkChange:
        if verb == "assign":
            return actions.assign_all(tasks, said["lead"], **by)
        if verb == "extend":
            return actions.extend_all(tasks, said["to"], said["reason"], **by)
        return actions.remind_all(tasks, said["text"], **by)

    return act
