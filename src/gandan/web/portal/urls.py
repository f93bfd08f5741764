"""The addresses of the public: short words that one can say on the telephone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from gandan.web.portal.views import feeds, first, known, lookup, questions, send


def _feed(feed: Callable[..., Any]) -> Callable[..., Any]:
    return login_not_required(require_safe(cache_control(public=True, max_age=300)(feed)))


urlpatterns = [
    path("robots.txt", first.robots, name="robots"),
    path("dan/", first.home, name="portal-home"),
    path("dan/ngon-ngu/<slug:code>/", first.language, name="portal-language"),
    path("dan/tra-cuu/", lookup.lookup, name="portal-lookup"),
    path("dan/hoi-dap/", questions.questions, name="portal-questions"),
    path("dan/hoi-dap/rss.xml", _feed(feeds.Questions()), name="portal-feed-rss"),
    path("dan/hoi-dap/atom.xml", _feed(feeds.QuestionsAtom()), name="portal-feed-atom"),
    path("dan/hoi-dap/<slug:code>/", questions.question, name="portal-question"),
    path("dan/hoi-dap/<slug:code>/danh-gia/", questions.rate, name="portal-rate"),
    path("dan/biet/", known.known, name="portal-known"),
    path("dan/gui/", send.send, name="portal-send"),
    path("dan/gui/bien-nhan/", send.receipt, name="portal-receipt"),
]
