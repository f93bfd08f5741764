"""Sign in and out: name and password, then the code of the telephone where one is asked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory import actions, queries
from gandan.web.desk.asking import done_or_shown, sent

HALFWAY = "sign-in.halfway"
HALFWAY_SECONDS = 300


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": _(
            "Tên đăng nhập hoặc mật khẩu không đúng. Hãy gõ lại; chú ý chữ hoa, chữ thường."
        ),
        "inactive": _("Tài khoản này đã đóng. Hãy hỏi người quản trị của đơn vị."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Tên đăng nhập")
        self.fields["password"].label = _("Mật khẩu")
        self.fields["username"].widget = forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True}
        )


class SignIn(LoginView):
    template_name = "desk/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        return super().get_context_data(by_office=bool(settings.GANDAN_OIDC_ISSUER), **more)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """A right password opens the door, or leads to the question for the code."""
        account = form.get_user()
        if not isinstance(account, queries.Account) or not queries.asks_second_factor(account):
            return super().form_valid(form)
        self.request.session.cycle_key()
        self.request.session[HALFWAY] = {
            "account": account.pk,
            "at": timezone.now().timestamp(),
            "password": account.get_session_auth_hash(),
            "next": self.get_success_url(),
        }
        return redirect("sign-in-code")


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Mã trên điện thoại"),
        max_length=20,
        help_text=_("6 chữ số, hoặc một mã dự phòng"),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True}),
    )


@login_not_required
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """The second question. Who waits too long, or whose password changed meanwhile, begins again."""
    account, after = _halfway(request)
    if account is None:
        return redirect("sign-in")
    form = CodeForm(sent(request))
    if form.is_valid():
        passed = done_or_shown(
            form,
            lambda: actions.pass_second_factor(
                account, form.cleaned_data["code"], at=timezone.now()
            ),
        )
        if passed:
            del request.session[HALFWAY]
            login(request, account, "django.contrib.auth.backends.ModelBackend")
            return redirect(after)
        if passed is False:
            form.add_error("code", gettext("Mã không đúng hoặc đã dùng. Hãy gõ mã đang hiện."))
    return render(request, "desk/sign_in_code.html", {"form": form})


def _halfway(request: HttpRequest) -> tuple[queries.Account | None, str]:
    """Who has given the password in this session just now, and where they want to go."""
    said = request.session.get(HALFWAY)
    if not isinstance(said, dict):
        return None, ""
    account = queries.account_with(said["account"])
    late = timezone.now().timestamp() - said["at"] > HALFWAY_SECONDS
    if account is None or late or account.get_session_auth_hash() != said["password"]:
        del request.session[HALFWAY]
        return None, ""
    return account, said["next"]


class SignOut(LogoutView):
    http_method_names = ["post"]
