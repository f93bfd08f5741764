"""Switch the second factor of one's own account on and off."""

from __future__ import annotations

import segno
from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from gandan.domain.directory import actions, queries
from gandan.domain.directory.totp import address, new_secret
from gandan.web.desk.asking import done_or_shown, sent
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.sign_in import CodeForm

PENDING = "second-factor.pending"


class OffForm(forms.Form):
    """The password is asked so that nobody switches it off on a machine that was left open."""

    password = forms.CharField(
        label=gettext_lazy("Mật khẩu đang dùng"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@never_cache
def second_factor(request: SignedRequest) -> HttpResponse:
    if queries.asks_second_factor(request.user):
        return _off(request)
    form = CodeForm(sent(request))
    secret = request.session.setdefault(PENDING, new_secret())
    if form.is_valid():
        codes = done_or_shown(
            form,
            lambda: actions.set_second_factor(
                request.user, secret, form.cleaned_data["code"], at=timezone.now()
            ),
        )
        if codes:
            del request.session[PENDING]
            return render(request, "desk/second_factor.html", {"codes": codes})
    picture = segno.make(address(secret, request.user.username)).svg_data_uri(scale=5)
    return render(
        request,
        "desk/second_factor.html",
        {"form": form, "secret": secret, "picture": picture},
    )


def _off(request: SignedRequest) -> HttpResponse:
    form = OffForm(sent(request))
    if form.is_valid():
        if request.user.check_password(form.cleaned_data["password"]):
            actions.remove_second_factor(request.user, actor=request.user, at=timezone.now())
            messages.success(request, _("Đã tắt mã xác thực."))
            return redirect("me")
        form.add_error("password", _("Mật khẩu đang dùng không đúng. Chưa đổi gì."))
    return render(request, "desk/second_factor.html", {"form": form, "is_on": True})
