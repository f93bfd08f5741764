"""One verb on the petitions that were ticked: what would be done is shown first, then it is done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.petitions import access, actions, queries
from gandan.domain.petitions.actions.batch import MOST
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import done_or_shown, done_or_told, today
from gandan.web.desk.petition_forms import field_choices, level_choices
from gandan.web.desk.petition_looks import rows_of_petitions
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.unit_field import UnitField


class ClassifyAll(forms.Form):
    field = forms.ChoiceField(label=gettext_lazy("Lĩnh vực"), choices=field_choices)
    level = forms.ChoiceField(label=gettext_lazy("Thuộc thẩm quyền"), choices=level_choices)


class TransferAll(forms.Form):
    to = UnitField(label=gettext_lazy("Chuyển đến đơn vị"))
    reason = forms.CharField(label=gettext_lazy("Lý do"), required=False, max_length=1000)


class JoinAll(forms.Form):
    """Nothing to fill in: to look at them once more is the question."""


_FORMS: dict[str, type[forms.Form]] = {
    "classify": ClassifyAll, "transfer": TransferAll, "join": JoinAll,
}  # fmt: skip
_HEADINGS = {
    "classify": gettext_lazy("Phân loại"),
    "transfer": gettext_lazy("Chuyển"),
    "join": gettext_lazy("Gộp thành một kiến nghị"),
}


@require_POST
def petition_batch(request: SignedRequest) -> HttpResponse:
    """The first POST shows the form and the petitions; the second, with `sure`, does it."""
    access.must(request.user, "batch", None, on=today())
    verb = request.POST.get("verb", "")
    said = (key_said(key) for key in request.POST.getlist("petition"))
    keys = [key for key in said if key][: MOST + 1]
    seen = access.visible_petitions(request.user, today()).filter(pk__in=keys)
    chosen = list(queries.ordered(seen, "oldest"))
    if verb not in _FORMS or not chosen:
        messages.error(request, _("Chưa chọn kiến nghị nào. Chưa có gì thay đổi."))
        return redirect("petitions")
    form = _FORMS[verb](request.POST if request.POST.get("sure") else None)
    if form.is_valid():
        done = done_or_shown(form, lambda: _act(request, verb, chosen, form.cleaned_data))
        if done is not None:
            messages.success(request, _("Đã làm với %(n)s kiến nghị.") % {"n": len(done.before)})
            return redirect(f"{reverse('petitions')}?batch={done.pk}")
    return render(
        request,
        "desk/petition_batch.html",
        {
            "form": form, "verb": verb, "heading": _HEADINGS[verb],
            "rows": rows_of_petitions(chosen, today()), "back": reverse("petitions"),
        },
    )  # fmt: skip


@require_POST
def petition_batch_undo(request: SignedRequest, pk: int) -> HttpResponse:
    batch = get_object_or_404(queries.Batch, pk=pk, by=request.user)
    back = done_or_told(
        request, lambda: actions.undo_batch(batch, actor=request.user, at=timezone.now())
    )
    if back is not None:
        messages.success(
            request,
            _("Đã hoàn lại %(n)s/%(all)s kiến nghị; phần còn lại đã có người xử lý tiếp.")
            % {"n": back, "all": len(batch.before)}
            if back < len(batch.before)
            else _("Đã hoàn lại cả %(n)s kiến nghị.") % {"n": back},
        )
    return redirect("petitions")


def _act(
    request: SignedRequest, verb: str, chosen: list[queries.Petition], said: dict[str, Any]
) -> queries.Batch:
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    if verb == "classify":
        return actions.classify_all(chosen, said["field"], said["level"], **by)
    if verb == "transfer":
        return actions.transfer_all(chosen, said["to"], said["reason"], **by)
    return actions.join_all(chosen, **by)
