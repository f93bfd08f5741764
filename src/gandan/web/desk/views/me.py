"""My account: who I am here, my roles, my password, the language."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import access, actions, queries
from gandan.domain.upkeep import access as upkeep
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.request import SignedRequest


def me(request: SignedRequest) -> HttpResponse:
    day = today()
    who = access.standing(request.user, day)
    return render(
        request,
        "desk/me.html",
        {
            "account": request.user,
            "grants": queries.grants_of(request.user, day),
            "home_unit": queries.home_unit(request.user, day),
            "administers": who.holds(access.Role.ADMINISTRATOR),
            "administers_office": upkeep.can(who, "read_jobs", on=day),
        },
    )


class PasswordForm(forms.Form):
    """The present password and the new one. The present one is asked so that nobody changes it on
    a machine that was left open."""

    old = forms.CharField(
        label=gettext_lazy("Mật khẩu đang dùng"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=gettext_lazy("Mật khẩu mới"),
        help_text=gettext_lazy("Ít nhất 10 ký tự"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


def change_password(request: SignedRequest) -> HttpResponse:
    form = PasswordForm(sent(request))
    if form.is_valid():
        if not request.user.check_password(form.cleaned_data["old"]):
            form.add_error("old", _("Mật khẩu đang dùng không đúng. Chưa đổi gì."))
        elif done_or_shown(form, lambda: _change(request, form.cleaned_data["new"])):
            messages.success(request, _("Đã đổi mật khẩu."))
            return redirect("me")
    words = {"heading": _("Đổi mật khẩu"), "verb": _("Đổi mật khẩu"), "back": reverse("me")}
    return render(request, "desk/form.html", {"form": form, **words})


def _change(request: SignedRequest, password: str) -> bool:
    actions.set_password(request.user, password, actor=request.user, at=timezone.now())
    update_session_auth_hash(request, request.user)
    return True
