"""The people of a unit: who holds which post, who acts for whom, who is away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.directory import access, actions, queries
from gandan.domain.directory.queries import Person, Post, Unit
from gandan.domain.tasks import actions as work
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today, whole_or_told
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.unit_forms import DayField


class PersonForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=120)
    title = forms.CharField(label=gettext_lazy("Chức vụ"), max_length=120)
    valid_from = DayField(label=gettext_lazy("Từ ngày"), required=False)


class LeaveForm(forms.Form):
    person = forms.ModelChoiceField(
        label=gettext_lazy("Người nghỉ"), queryset=Person.objects.none()
    )
    first = DayField(label=gettext_lazy("Từ ngày"))
    last = DayField(label=gettext_lazy("Đến hết ngày"))


class DelegationForm(forms.Form):
    giver = forms.ModelChoiceField(
        label=gettext_lazy("Người ủy quyền"), queryset=Person.objects.none()
    )
    receiver = forms.ModelChoiceField(
        label=gettext_lazy("Người được ủy quyền"), queryset=Person.objects.none()
    )
    citation = forms.CharField(label=gettext_lazy("Theo văn bản"), max_length=300)
    valid_from = DayField(label=gettext_lazy("Từ ngày"))
    valid_to = DayField(label=gettext_lazy("Đến hết ngày"), required=False)


class EndForm(forms.Form):
    last = DayField(label=gettext_lazy("Giữ chức vụ đến hết ngày"))


class HandOverForm(forms.Form):
    receiver = forms.ModelChoiceField(
        label=gettext_lazy("Người kế nhiệm"), queryset=Person.objects.none(), required=False
    )
    name = forms.CharField(
        label=gettext_lazy("Hoặc họ và tên người mới về"), max_length=120, required=False
    )
    on = DayField(label=gettext_lazy("Nhận chức vụ từ ngày"))
    citation = forms.CharField(label=gettext_lazy("Theo văn bản"), max_length=300)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if bool(said.get("receiver")) == bool(said.get("name")):
            raise forms.ValidationError(_("Hãy chọn một người của đơn vị, hoặc ghi tên người mới."))
        return said


def people(request: SignedRequest, pk: int) -> HttpResponse:
    this, may = _unit(request, pk, "read")
    day = today()
    persons = _persons(this)
    return render(
        request,
        "desk/unit_people.html",
        {
            "unit": this,
            "posts": queries.people_of(this, day),
            "delegations": queries.delegations_of(this, day),
            "leaves": queries.leaves_of(this, day),
            "today": day,
            "may_manage": may,
            "person_form": PersonForm(auto_id="person_%s"),
            "leave_form": _asking(LeaveForm(auto_id="leave_%s"), persons),
            "delegation_form": _asking(DelegationForm(auto_id="delegation_%s"), persons),
        },
    )


@require_POST
def person_new(request: SignedRequest, pk: int) -> HttpResponse:
    this, _may = _unit(request, pk)
    return _done(
        request, this, PersonForm(request.POST), _("Đã thêm người."),
        lambda said, by: actions.add_person(
            said["name"], this, said["title"], valid_from=said["valid_from"], **by
        ),
    )  # fmt: skip


@require_POST
def leave(request: SignedRequest, pk: int) -> HttpResponse:
    this, _may = _unit(request, pk)
    form = _asking(LeaveForm(request.POST), _persons(this))
    return _done(
        request, this, form, _("Đã ghi ngày nghỉ."),
        lambda said, by: actions.take_leave(
            said["person"], this, said["first"], said["last"], **by
        ),
    )  # fmt: skip


@require_POST
def delegate(request: SignedRequest, pk: int) -> HttpResponse:
    this, _may = _unit(request, pk)
    form = _asking(DelegationForm(request.POST), _persons(this))
    return _done(
        request, this, form, _("Đã ghi ủy quyền."),
        lambda said, by: actions.delegate(
            said["giver"], said["receiver"], this, citation=said["citation"],
            valid_from=said["valid_from"], valid_to=said["valid_to"], **by,
        ),
    )  # fmt: skip


@require_POST
def delegation_end(request: SignedRequest, pk: int, delegation: int) -> HttpResponse:
    this, _may = _unit(request, pk)
    held = get_object_or_404(queries.delegations_of(this, today()), pk=delegation)
    actions.end_delegation(held, today(), actor=request.user, at=timezone.now())
    messages.success(request, _("Ủy quyền hết hiệu lực sau hôm nay."))
    return redirect("unit-people", pk=pk)


@require_POST
def leave_end(request: SignedRequest, pk: int, leave: int) -> HttpResponse:
    this, _may = _unit(request, pk)
    held = get_object_or_404(queries.leaves_of(this, today()), pk=leave)
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    if done_or_told(request, lambda: (actions.end_leave(held, this, today(), **by), True)):
        messages.success(request, _("Kỳ nghỉ hết sau hôm nay."))
    return redirect("unit-people", pk=pk)


def post_end(request: SignedRequest, pk: int, post: int) -> HttpResponse:
    """Who leaves and is followed by nobody."""
    this, _may = _unit(request, pk)
    held = get_object_or_404(queries.people_of(this, today()), pk=post)
    form = EndForm(sent(request), initial={"last": today()})
    if form.is_valid():
        by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
        last = form.cleaned_data["last"]
        if done_or_shown(form, lambda: work.end_post(held, last, **by)) is not None:
            messages.success(request, _("Đã ghi ngày thôi giữ chức vụ."))
            return redirect("unit-people", pk=pk)
    words = {
        "heading": _("Thôi giữ chức vụ: %(title)s") % {"title": held.title},
        "lead": str(held.person),
        "verb": _("Thôi giữ chức vụ"),
        "back": reverse("unit-people", args=[pk]),
    }
    return render(request, "desk/form.html", {"form": form, **words})


def hand_over(request: SignedRequest, pk: int, post: int) -> HttpResponse:
    """A post changes hands, and the open work of its holder with it."""
    this, _may = _unit(request, pk)
    held = get_object_or_404(queries.people_of(this, today()), pk=post)
    others = _persons(this).exclude(pk=held.person_id)
    form = _asking(HandOverForm(sent(request)), others)
    taken = done_or_shown(form, lambda: _pass_on(request, held, form)) if form.is_valid() else None
    if taken:
        messages.success(request, _("Đã bàn giao chức vụ và việc đang mở."))
        return redirect("unit-people", pk=pk)
    words = {
        "heading": _("Bàn giao: %(title)s") % {"title": held.title},
        "lead": _("%(person)s đang giữ. Việc đang mở ở %(unit)s chuyển cho người kế nhiệm.")
        % {"person": held.person, "unit": this},
        "verb": _("Bàn giao"),
        "back": reverse("unit-people", args=[pk]),
    }
    return render(request, "desk/form.html", {"form": form, **words})


def _pass_on(request: SignedRequest, held: Post, form: forms.Form) -> Post:
    said = form.cleaned_data
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    order = {"on": said["on"], "citation": said["citation"]}
    return work.hand_over_post(held, said["receiver"] or said["name"], **order, **by)


def _unit(request: SignedRequest, pk: int, verb: str = "manage_people") -> tuple[Unit, bool]:
    """The unit, and whether this person manages its people; denied without the right to `verb`."""
    day = today()
    this = get_object_or_404(queries.Unit, pk=pk)
    who = access.standing(request.user, day)
    access.must(who, verb, this, on=day)
    return this, access.can(who, "manage_people", this, on=day)


def _persons(unit: Unit) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=queries.people_of(unit, today()).values("person"))


def _asking(form: forms.Form, persons: QuerySet[Person]) -> forms.Form:
    for field in form.fields.values():
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = persons
    return form


def _done(
    request: SignedRequest,
    unit: Unit,
    form: forms.Form,
    words: str,
    act: Callable[[dict[str, Any], dict[str, Any]], object],
) -> HttpResponse:
    by = {"actor": request.user, "at": timezone.now()}
    if (
        whole_or_told(request, form)
        and done_or_told(request, lambda: act(form.cleaned_data, by)) is not None
    ):
        messages.success(request, words)
    return redirect("unit-people", pk=unit.pk)
