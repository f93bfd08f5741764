"""Accounts, for administrators: open one, give and take roles, set a password, close it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.directory import access, actions, queries
from gandan.kernel.events import deed
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.offered_units import held_by
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import wants_sheet
from gandan.web.desk.sheets import accounts_sheet
from gandan.web.desk.unit_field import UnitField
from gandan.web.desk.unit_forms import DayField

PER_PAGE = 50


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=gettext_lazy("Vai trò"), choices=queries.Role.choices)
    unit = UnitField(label=gettext_lazy("Ở đơn vị"))

    def __init__(self, *args: Any, who: access.Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["unit"].offer(held_by(who, queries.Role.ADMINISTRATOR))


class GrantForm(RoleForm):
    valid_from = DayField(label=gettext_lazy("Từ ngày"), required=False)
    valid_to = DayField(label=gettext_lazy("Đến hết ngày"), required=False)


class PasswordForm(forms.Form):
    password = forms.CharField(
        label=gettext_lazy("Mật khẩu mới"),
        help_text=gettext_lazy("Ít nhất 10 ký tự"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class AccountForm(PasswordForm, RoleForm):
    person = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=120)
    title = forms.CharField(label=gettext_lazy("Chức vụ"), max_length=120)
    username = forms.CharField(label=gettext_lazy("Tên đăng nhập"), max_length=60)
    field_order = ["person", "title", "unit", "role", "username", "password"]


def accounts(request: SignedRequest) -> HttpResponse:
    who = _administrator(request)
    words = request.GET.get("q", "").strip()
    found = queries.accounts(who.on, who.paths(queries.Role.ADMINISTRATOR))
    rows = queries.accounts_named(found, words).prefetch_related("grants__unit")
    if wants_sheet(request):
        return accounts_sheet(rows, who.on)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/accounts.html", {"page": page, "words": words})


def account_new(request: SignedRequest) -> HttpResponse:
    who = _administrator(request)
    form = AccountForm(sent(request), who=who)
    if form.is_valid():
        made = done_or_shown(form, lambda: _open(request, form.cleaned_data))
        if made:
            messages.success(request, _("Đã mở tài khoản %(name)s.") % {"name": made.username})
            return redirect("account", pk=made.pk)
    words = {"heading": _("Mở tài khoản"), "verb": _("Mở tài khoản"), "back": reverse("accounts")}
    return render(request, "desk/form.html", {"form": form, **words})


@deed("account.open")
def _open(request: SignedRequest, said: dict[str, Any]) -> queries.Account:
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    unit = said["unit"]
    person = actions.add_person(said["person"], unit, said["title"], **by)
    made = actions.open_account(said["username"], person, said["password"], unit=unit, **by)
    actions.grant_role(made, said["role"], unit, **by)
    return made


def account(request: SignedRequest, pk: int) -> HttpResponse:
    who = _administrator(request)
    this = _within_reach(who, pk)
    return render(
        request,
        "desk/account.html",
        {
            "this": this,
            "grants": queries.grants_of(this, who.on),
            "has_second_factor": queries.asks_second_factor(this),
            "role_form": GrantForm(who=who),
            "password_form": PasswordForm(),
        },
    )


@require_POST
def account_role(request: SignedRequest, pk: int) -> HttpResponse:
    who = _administrator(request)
    this = _within_reach(who, pk)
    form = GrantForm(request.POST, who=who)
    if (
        form.is_valid()
        and done_or_told(
            request,
            lambda: actions.grant_role(
                this,
                form.cleaned_data["role"],
                form.cleaned_data["unit"],
                valid_from=form.cleaned_data["valid_from"],
                valid_to=form.cleaned_data["valid_to"],
                actor=request.user,
                at=timezone.now(),
            ),
        )
        is not None
    ):
        messages.success(request, _("Đã giao vai trò."))
    return redirect("account", pk=pk)


@require_POST
def account_role_end(request: SignedRequest, pk: int, grant: int) -> HttpResponse:
    who = _administrator(request)
    this = _within_reach(who, pk)
    held = get_object_or_404(queries.grants_of(this, who.on), pk=grant)
    actions.end_grant(held, actor=request.user, at=timezone.now())
    messages.success(request, _("Đã thu hồi vai trò."))
    return redirect("accounts")


@require_POST
def account_password(request: SignedRequest, pk: int) -> HttpResponse:
    this = _within_reach(_administrator(request), pk)
    form = PasswordForm(request.POST)
    if form.is_valid() and _told_done(
        request,
        lambda: actions.set_password(
            this, form.cleaned_data["password"], actor=request.user, at=timezone.now()
        ),
    ):
        messages.success(request, _("Đã đặt mật khẩu mới. Hãy trao tận tay cho người dùng."))
    return redirect("account", pk=pk)


@require_POST
def account_close(request: SignedRequest, pk: int) -> HttpResponse:
    this = _within_reach(_administrator(request), pk)
    if _told_done(
        request, lambda: actions.close_account(this, actor=request.user, at=timezone.now())
    ):
        messages.success(request, _("Đã đóng tài khoản %(name)s.") % {"name": this.username})
    return redirect("accounts")


@require_POST
def account_second_factor_off(request: SignedRequest, pk: int) -> HttpResponse:
    """For somebody who lost the telephone and the codes of last resort."""
    this = _within_reach(_administrator(request), pk)
    if _told_done(
        request, lambda: actions.remove_second_factor(this, actor=request.user, at=timezone.now())
    ):
        messages.success(request, _("Đã tắt mã xác thực."))
    return redirect("account", pk=pk)


def _told_done(request: SignedRequest, act: Any) -> bool:
    return done_or_told(request, lambda: (act(), True)[1]) is True


def _administrator(request: SignedRequest) -> access.Standing:
    who = access.standing(request.user, today())
    if not who.holds(queries.Role.ADMINISTRATOR):
        raise access.Denied(_("Chỉ người quản trị mới xem và sửa tài khoản. Chưa có gì thay đổi."))
    return who


def _within_reach(who: access.Standing, pk: int) -> queries.Account:
    """An account outside the units that this administrator looks after does not exist for them."""
    return get_object_or_404(queries.accounts(who.on, who.paths(queries.Role.ADMINISTRATOR)), pk=pk)
