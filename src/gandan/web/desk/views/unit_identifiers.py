"""The electronic identifiers of a unit by hand: added by a document, corrected, ended with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import access, actions, queries
from gandan.domain.registry.access import citable_documents
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.cited import CitedForm
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.unit_forms import DayField


class IdentifierForm(CitedForm):
    value = forms.CharField(
        label=gettext_lazy("Mã định danh"),
        max_length=35,
        help_text=gettext_lazy("000.00.00.H49 hoặc H37.DN.001"),
    )
    valid_from = DayField(label=gettext_lazy("Dùng từ ngày"), required=False)
    valid_to = DayField(label=gettext_lazy("Đến hết ngày"), required=False)
    field_order: Sequence[str] = (
        "value",
        "valid_from",
        "valid_to",
        "held",
        "number",
        "issued_on",
        "issuer",
    )

    def said(self) -> dict[str, Any]:
        given = self.cleaned_data
        names = ("value", "valid_from", "valid_to")
        return {**{name: given[name] for name in names}, "citation": self.document}


class CorrectionForm(IdentifierForm):
    reason = forms.CharField(label=gettext_lazy("Lý do sửa"), max_length=300)
    keeps_paper = forms.BooleanField(
        label=gettext_lazy("Vẫn theo văn bản đã ghi"), required=False, initial=True
    )
    field_order = (
        "value", "valid_from", "valid_to", "reason", "keeps_paper", "held", "number",
        "issued_on", "issuer",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("keeps_paper"):
            return self.cleaned_data
        return super().clean()

    def corrected(self, citation: str) -> dict[str, Any]:
        """What is said now; `citation`: what was cited before."""
        given = self.cleaned_data
        names = ("value", "valid_from", "valid_to", "reason")
        paper = citation if given["keeps_paper"] else self.document
        return {**{name: given[name] for name in names}, "citation": paper}


class EndForm(forms.Form):
    last_day = DayField(label=gettext_lazy("Dùng đến hết ngày"))
    reason = forms.CharField(label=gettext_lazy("Lý do, văn bản"), max_length=300)


def unit_identifier(request: SignedRequest, pk: int) -> HttpResponse:
    unit = _unit(request, pk)
    form = IdentifierForm(sent(request), visible=citable_documents(request.user, today()))
    if form.is_valid() and _did(
        form,
        lambda: actions.add_identifier(unit, **form.said(), actor=request.user, at=timezone.now()),
    ):
        messages.success(
            request, _("Đã thêm mã định danh %(value)s.") % {"value": form.cleaned_data["value"]}
        )
        return redirect("unit", pk=pk)
    return _shown(request, unit, form, _("Thêm mã định danh"))


def unit_identifier_correct(request: SignedRequest, pk: int, identifier: int) -> HttpResponse:
    unit = _unit(request, pk)
    row = get_object_or_404(queries.identifiers_of(unit), pk=identifier)
    now = {"value": row.value, "valid_from": row.valid_from, "valid_to": row.valid_to}
    form = CorrectionForm(
        sent(request), visible=citable_documents(request.user, today()),
        initial={**now, "keeps_paper": bool(row.citation)},
    )  # fmt: skip
    if form.is_valid() and _did(
        form,
        lambda: actions.correct_identifier(
            row, **form.corrected(row.citation), actor=request.user, at=timezone.now()
        ),
    ):
        messages.success(request, _("Đã lưu."))
        return redirect("unit", pk=pk)
    return _shown(request, unit, form, _("Sửa mã định danh"), row)


def unit_identifier_end(request: SignedRequest, pk: int, identifier: int) -> HttpResponse:
    unit = _unit(request, pk)
    row = get_object_or_404(queries.identifiers_of(unit), pk=identifier)
    form = EndForm(sent(request), initial={"last_day": today()})
    if form.is_valid() and _did(
        form,
        lambda: actions.end_identifier(
            row, **form.cleaned_data, actor=request.user, at=timezone.now()
        ),
    ):
        messages.success(request, _("Đã lưu."))
        return redirect("unit", pk=pk)
    return _shown(request, unit, form, _("Kết thúc mã định danh"), row)


def _unit(request: SignedRequest, pk: int) -> queries.Unit:
    unit = get_object_or_404(queries.Unit, pk=pk)
    access.must(request.user, "restructure", unit, on=today())
    return unit


def _did(form: forms.Form, act: Callable[[], object]) -> bool:
    return done_or_shown(form, act) is not None


def _shown(
    request: SignedRequest, unit: queries.Unit, form: forms.Form, heading: str,
    row: queries.UnitIdentifier | None = None,
) -> HttpResponse:  # fmt: skip
    said = {
        "form": form, "heading": heading, "verb": _("Lưu"), "lead": unit.name,
        "quote": f"{row.value}: {row.citation}" if row and row.citation else "",
        "back": reverse("unit", args=[unit.pk]),
    }  # fmt: skip
    return render(request, "desk/form.html", said)
