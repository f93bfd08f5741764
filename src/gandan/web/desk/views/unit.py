"""One unit: where it stands, how documents call it, who works there, what happened to it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.directory import access, actions, queries
from gandan.domain.tasks import access as task_access
from gandan.domain.tasks import queries as tasks
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import rows_of

FIRST_DUTIES = 10


class AliasForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("Tên gọi khác"), max_length=300)


class UnitForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Tên đơn vị"), max_length=300)
    code = forms.CharField(
        label=gettext_lazy("Mã"),
        max_length=40,
        help_text=gettext_lazy("Ngắn, không trùng: ví dụ H12.SNV"),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Loại"), choices=queries.UnitKind.choices)
    level = forms.ChoiceField(label=gettext_lazy("Cấp"), choices=queries.Level.choices)
    parent = forms.ModelChoiceField(
        label=gettext_lazy("Thuộc"), queryset=queries.Unit.objects.none(), required=False
    )


def unit(request: SignedRequest, pk: int) -> HttpResponse:
    day = today()
    who = access.standing(request.user, day)
    access.must(who, "read", None, on=day)
    this = get_object_or_404(queries.Unit, pk=pk)
    duties = tasks.of_unit(task_access.visible_tasks(who, day), this)
    return render(
        request,
        "desk/unit.html",
        {
            "unit": this,
            "above": queries.units_above(this),
            "below": queries.descendants(this, day).filter(parent=this),
            "names": queries.names_of(this),
            "posts": queries.people_of(this, day),
            "events": queries.events_of(this),
            "successors": [] if this.holds_on(day) else queries.successors_of(this, day),
            "duties": rows_of(tasks.listed(duties)[:FIRST_DUTIES], day),
            "duty_count": duties.count(),
            "may_name": access.can(who, "name_unit", this, on=day),
            "alias_form": AliasForm(),
        },
    )


@require_POST
def unit_alias(request: SignedRequest, pk: int) -> HttpResponse:
    this = get_object_or_404(queries.Unit, pk=pk)
    text = request.POST.get("text", "")
    kept = done_or_told(
        request,
        lambda: actions.add_alias(this, text, actor=request.user, at=timezone.now()),
    )
    if kept:
        messages.success(request, _("Đã thêm tên gọi “%(name)s”.") % {"name": kept.text})
    return redirect("unit", pk=pk)


def unit_new(request: SignedRequest) -> HttpResponse:
    """Enter a unit that a document names and the directory does not know."""
    day = today()
    access.must(request.user, "create_unit", None, on=day)
    form = UnitForm(sent(request), initial={"name": request.GET.get("name", "")})
    form.fields["parent"].queryset = queries.units(day)  # type: ignore[attr-defined]
    if form.is_valid():
        made = done_or_shown(
            form,
            lambda: actions.create_unit(**form.cleaned_data, actor=request.user, at=timezone.now()),
        )
        if made:
            messages.success(request, _("Đã thêm đơn vị %(name)s.") % {"name": made.name})
            back = request.GET.get("next", "")
            safe = url_has_allowed_host_and_scheme(back, {request.get_host()})
            return redirect(back if safe else reverse("unit", args=[made.pk]))
    return render(
        request,
        "desk/form.html",
        {
            "form": form,
            "heading": _("Thêm đơn vị"),
            "verb": _("Thêm đơn vị"),
            "back": reverse("units"),
        },
    )
