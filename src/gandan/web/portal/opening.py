"""What makes a page one of the public's: no sign-in, and how long a browser may keep it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponse]
KEPT = 60  # seconds: what was taken back is gone everywhere a minute later


def page(view: View) -> View:
    """A page that is the same for everybody who reads the same language."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        if answer.status_code == 200:
            patch_cache_control(answer, public=True, max_age=KEPT)
        patch_vary_headers(answer, ["Cookie"])
        return answer

    return login_not_required(require_safe(shown))


def own_page(view: View) -> View:
    """A page that is about one person's case, or has a form: kept by no cache, found by no search."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        patch_cache_control(answer, private=True, no_store=True)
        answer["X-Robots-Tag"] = "noindex"
        return answer

    return login_not_required(shown)
