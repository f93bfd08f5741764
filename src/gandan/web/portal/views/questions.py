"""Dân hỏi, chính quyền trả lời: published questions with their public answers."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gandan.domain.directory.actions import machine_account
from gandan.domain.petitions import actions, public, public_finding
from gandan.kernel.refusal import Refused
from gandan.web.portal.opening import own_page, page
from gandan.web.portal.pace import slowed

PER_PAGE = 10
RATED = "rated"
_MOST_KEPT = 60
_YEAR = 365 * 24 * 3600
_DAY = 24 * 3600


class Found(Paginator):  # type: ignore[type-arg]
    """The pages of a search: only the one that is shown is asked for."""

    def __init__(self, words: str, field: str, place: str) -> None:
        super().__init__((), PER_PAGE)
        self._asked: dict[str, Any] = {"words": words, "field": field, "place": place}

    @cached_property
    def _first(self) -> public_finding.PublicAnswers:
        return public_finding.search(**self._asked, limit=PER_PAGE)

    @cached_property
    def count(self) -> int:
        return self._first.total

    def page(self, number: Any) -> Any:
        number = self.validate_number(number)
        offset = (number - 1) * PER_PAGE
        if offset == 0:
            return Page(self._first.rows, number, self)
        rows = public_finding.search(**self._asked, limit=PER_PAGE, offset=offset).rows
        return Page(rows, number, self)


@page
def questions(request: HttpRequest) -> HttpResponse:
    words, field, place, answered = (
        request.GET.get(name, "").strip()[:200] for name in ("q", "field", "place", "answered")
    )
    if words:
        if stop := slowed(request, "search"):
            return stop
        pages: Any = Found(words, field, place)
    else:
        rows = public.narrowed(public.published(), field=field, place=place, answered=answered)
        pages = Paginator(rows, PER_PAGE)
    context = {
        "room": "questions",
        "page": pages.get_page(request.GET.get("page")),
        "words": words, "field": field, "place": place, "answered": answered,
        "filtered": any((words, field, place, answered)),
        "fields": public.top_fields(),
        "places": public.places_published(),
    }  # fmt: skip
    return render(request, "portal/questions.html", context)


@own_page
@require_safe
def question(request: HttpRequest, code: str) -> HttpResponse:
    this = _one(code)
    rating = getattr(this, "rating", None)
    context = {
        "room": "questions", "this": this, "rating": rating, "rated": this.code in _rated(request),
    }  # fmt: skip
    return render(request, "portal/question.html", context)


@login_not_required
@require_POST
def rate(request: HttpRequest, code: str) -> HttpResponse:
    """One voice of one browser. The browser keeps, signed, what it rated; we keep counts only."""
    this = _one(code)
    if stop := slowed(request, "rate"):
        return stop
    back = redirect("portal-question", code=this.code)
    kept = _rated(request)
    if this.code in kept or not _first_time(request, this.code):
        messages.info(request, _("Bạn đã đánh giá trả lời này. Không tính thêm lần nữa."))
        return back
    now = timezone.now()
    try:
        actions.rate(this, request.POST.get("verdict", ""), actor=machine_account(now), at=now)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return back
    messages.success(request, _("Đã ghi đánh giá. Cảm ơn bạn."))
    back.set_signed_cookie(
        RATED, " ".join([*kept, this.code][-_MOST_KEPT:]), max_age=_YEAR, httponly=True,
        samesite="Lax", secure=request.is_secure(), path="/dan/",
    )  # fmt: skip
    return back


def _one(code: str) -> Any:
    this = public.question_with(code)
    if this is None:
        raise Http404
    return this


def _rated(request: HttpRequest) -> list[str]:
    return str(request.get_signed_cookie(RATED, default="", max_age=_YEAR) or "").split()


def _first_time(request: HttpRequest, code: str) -> bool:
    """False where the same browser sent the same form a moment ago, before it had the cookie."""
    browser = request.COOKIES.get("csrftoken", "")
    mark = hashlib.sha256(f"{browser}:{code}".encode()).hexdigest()
    return cache.add(f"rated:{mark}", 1, _DAY)
