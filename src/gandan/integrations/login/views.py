"""To the sign-in service and back. Nobody is created by signing in: an administrator opens accounts."""

from __future__ import annotations

import logging

from authlib.integrations.base_client import OAuthError
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from joserfc.errors import JoseError
from requests import RequestException

from gandan.domain.directory.queries import account_named
from gandan.integrations.login.service import service

log = logging.getLogger(__name__)
_FAULTS = (OAuthError, JoseError, RequestException, ValueError, KeyError, TypeError)


@login_not_required
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Send the browser to the service."""
    office = service()
    if office is None:
        raise Http404
    try:
        answer: HttpResponse = office.authorize_redirect(
            request, request.build_absolute_uri(reverse("oidc-return"))
        )
    except _FAULTS:
        log.exception("the sign-in service does not answer")
        return _back(request, _("Dịch vụ đăng nhập không trả lời. Hãy thử lại hoặc dùng mật khẩu."))
    return answer


@login_not_required
@require_GET
def come_back(request: HttpRequest) -> HttpResponse:
    """What the service says of somebody, checked; then the open account of that name."""
    office = service()
    if office is None:
        raise Http404
    try:
        token = office.authorize_access_token(request)
        said = token["userinfo"][settings.GANDAN_OIDC_CLAIM]
    except _FAULTS:
        log.exception("the answer of the sign-in service does not hold")
        return _back(request, _("Đăng nhập không thành. Hãy thử lại."))
    account = account_named(str(said))
    if account is None or not account.is_active or account.person is None:
        return _back(
            request,
            _("Chưa có tài khoản đang dùng cho %(name)s. Hãy hỏi người quản trị của đơn vị.")
            % {"name": said},
        )
    login(request, account, "django.contrib.auth.backends.ModelBackend")
    return redirect(settings.LOGIN_REDIRECT_URL)


def _back(request: HttpRequest, words: str) -> HttpResponse:
    messages.error(request, words)
    return redirect("sign-in")
