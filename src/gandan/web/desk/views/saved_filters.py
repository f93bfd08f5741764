"""Filters kept under a name: kept, renamed, shared with one's unit, opened first, deleted."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.directory.access import standing
from gandan.domain.directory.queries import Unit, working_units
from gandan.domain.tasks import access, actions, queries
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.task_list import filters_sent, list_of, query_of


class FilterForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Tên"), max_length=60)
    unit = forms.ModelChoiceField(
        label=gettext_lazy("Dùng chung với đơn vị"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=gettext_lazy("chỉ mình tôi"),
        help_text=gettext_lazy(
            "Người của đơn vị thấy bộ lọc và chỉ thấy những nhiệm vụ họ vẫn được xem. "
            "Chỉ bạn và lãnh đạo đơn vị sửa, xóa được."
        ),
    )


@require_POST
def filter_save(request: SignedRequest) -> HttpResponse:
    query = query_of(filters_sent(request))
    row = done_or_told(
        request,
        lambda: actions.save_filter(
            request.POST.get("name", ""), query, actor=request.user, at=timezone.now()
        ),
    )
    if row:
        messages.success(request, _("Đã lưu bộ lọc “%(name)s”.") % {"name": row.name})
    return redirect(list_of(query))


def filter_change(request: SignedRequest, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    access.must_change_filter(standing(request.user, today()), row)
    form = FilterForm(sent(request), initial={"name": row.name, "unit": row.unit_id})
    offered = working_units(request.user, today()) if row.account_id == request.user.pk else []
    keys = [unit.pk for unit in offered] + ([row.unit_id] if row.unit_id else [])
    form.fields["unit"].queryset = Unit.objects.filter(pk__in=keys).order_by("path")  # type: ignore[attr-defined]
    if form.is_valid() and _changed(request, form, row):
        messages.success(request, _("Đã lưu."))
        return redirect(list_of(row.query))
    return render(
        request,
        "desk/filter.html",
        {
            "form": form, "filter": row, "heading": row.name, "verb": _("Lưu"),
            "back": list_of(row.query),
        },
    )  # fmt: skip


def _changed(request: SignedRequest, form: FilterForm, row: queries.SavedFilter) -> bool:
    said, at = form.cleaned_data, timezone.now()
    kept = done_or_shown(
        form, lambda: actions.change_filter(row, **said, actor=request.user, at=at)
    )
    return kept is not None


@require_POST
def filter_first(request: SignedRequest, pk: int) -> HttpResponse:
    row, first = _visible(request, pk), request.POST.get("first") == "1"
    actions.open_first(row, first=first, actor=request.user, at=timezone.now())
    said = _("Danh sách nhiệm vụ mở bằng bộ lọc “%(name)s”.") if first else _("Đã lưu.")
    messages.success(request, said % {"name": row.name} if first else said)
    return redirect(list_of(row.query))


@require_POST
def filter_delete(request: SignedRequest, pk: int) -> HttpResponse:
    row = _visible(request, pk)
    actions.delete_filter(row, actor=request.user, at=timezone.now())
    messages.success(request, _("Đã xóa bộ lọc “%(name)s”.") % {"name": row.name})
    return redirect(list_of(""))


def _visible(request: SignedRequest, pk: int) -> queries.SavedFilter:
    return get_object_or_404(access.visible_filters(standing(request.user, today())), pk=pk)
