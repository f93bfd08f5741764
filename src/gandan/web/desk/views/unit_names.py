"""What documents call a unit, and in which place it is: a name more, one used no longer, the territory."""

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

from gandan.domain.directory import access, actions, queries
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today, whole_or_told
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.unit_forms import DayField


class AliasForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("Tên gọi"), max_length=300)
    kind = forms.ChoiceField(
        label=gettext_lazy("Loại tên"),
        choices=[
            (kind.value, kind.label)
            for kind in (queries.UnitName.Kind.ALIAS, queries.UnitName.Kind.ABBREVIATION)
        ],
        required=False,
    )
    valid_from = DayField(label=gettext_lazy("Dùng từ ngày"), required=False)
    valid_to = DayField(label=gettext_lazy("Đến hết ngày"), required=False)


class AliasEndForm(forms.Form):
    last = DayField(
        label=gettext_lazy("Văn bản gọi như vậy đến hết ngày"),
        required=False,
        help_text=gettext_lazy("Để trống nếu chưa bao giờ đúng: tên gọi bị xóa khỏi danh bạ"),
    )
    reason = forms.CharField(label=gettext_lazy("Lý do"), max_length=300)


class PlaceForm(forms.Form):
    territory = forms.RegexField(
        r"^(\d{2}|\d{5})$",
        label=gettext_lazy("Mã địa bàn"),
        help_text=gettext_lazy("2 chữ số của tỉnh hoặc 5 chữ số của xã (QĐ 19/2025/QĐ-TTg)"),
        error_messages={"invalid": gettext_lazy("Mã địa bàn gồm 2 hoặc 5 chữ số.")},
    )


@require_POST
def unit_alias(request: SignedRequest, pk: int) -> HttpResponse:
    this = get_object_or_404(queries.Unit, pk=pk)
    form = AliasForm(request.POST)
    if not whole_or_told(request, form):
        return redirect("unit", pk=pk)
    said = form.cleaned_data
    kept = done_or_told(
        request,
        lambda: actions.add_alias(
            this,
            said["text"],
            kind=said["kind"] or queries.UnitName.Kind.ALIAS,
            valid_from=said["valid_from"],
            valid_to=said["valid_to"],
            actor=request.user,
            at=timezone.now(),
        ),
    )
    if kept:
        messages.success(request, _("Đã thêm tên gọi “%(name)s”.") % {"name": kept.text})
    return redirect("unit", pk=pk)


def unit_alias_end(request: SignedRequest, pk: int, name: int) -> HttpResponse:
    this = get_object_or_404(queries.Unit, pk=pk)
    day = today()
    access.must(request.user, "name_unit", this, on=day)
    held = get_object_or_404(this.names, pk=name)
    form = AliasEndForm(sent(request))
    if form.is_valid():
        last, reason = form.cleaned_data["last"], form.cleaned_data["reason"]
        by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
        ended = done_or_shown(form, lambda: (actions.end_alias(held, last, reason, **by), True))
        if ended is not None:
            messages.success(request, _("Đã lưu."))
            return redirect("unit", pk=pk)
    words = {
        "heading": _("Thôi dùng tên gọi: %(name)s") % {"name": held.text}, "lead": str(this),
        "verb": _("Thôi dùng"), "back": reverse("unit", args=[pk]),
    }  # fmt: skip
    return render(request, "desk/form.html", {"form": form, **words})


def unit_place(request: SignedRequest, pk: int) -> HttpResponse:
    """By its place a unit has its own half-Saturdays and swap days, and gets what is laid on communes."""
    this = get_object_or_404(queries.Unit, pk=pk)
    access.must(request.user, "name_unit", this, on=today())
    form = PlaceForm(sent(request), initial={"territory": this.territory})
    if form.is_valid():
        code = form.cleaned_data["territory"]
        by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
        if done_or_shown(form, lambda: (actions.place_unit(this, code, **by), True)) is not None:
            messages.success(request, _("Đã lưu."))
            return redirect("unit", pk=pk)
    words = {
        "heading": _("Địa bàn của đơn vị"), "lead": str(this), "verb": _("Lưu"),
        "back": reverse("unit", args=[pk]),
    }  # fmt: skip
    return render(request, "desk/form.html", {"form": form, **words})
