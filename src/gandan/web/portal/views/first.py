"""The first page, the language, and what machines that read the web may fetch."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from gandan.domain.petitions import public
from gandan.web.portal.opening import page

NEWEST = 3
_YEAR = 365 * 24 * 3600
_ROBOTS = "User-agent: *\nAllow: /dan/\nDisallow: /dan/tra-cuu/\nDisallow: /dan/gui/\nDisallow: /\n"


@page
def home(request: HttpRequest) -> HttpResponse:
    newest = public.narrowed(public.published(), answered="yes")[:NEWEST]
    return render(request, "portal/home.html", {"room": "home", "newest": newest})


@login_not_required
@require_safe
def language(request: HttpRequest, code: str) -> HttpResponse:
    """By a link, so that a page without a form may be kept by a cache."""
    if code not in dict(settings.LANGUAGES):
        raise Http404
    back = request.GET.get("next", "")
    own = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    answer = redirect(back if own and back.startswith("/dan/") else "portal-home")
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, code, max_age=_YEAR, httponly=True, samesite="Lax",
        secure=request.is_secure(),
    )  # fmt: skip
    return answer


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
def robots(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(_ROBOTS, content_type="text/plain; charset=utf-8")
