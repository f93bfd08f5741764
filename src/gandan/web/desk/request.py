"""A request of somebody who is signed in: what every view of the desk receives."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from gandan.domain.directory.queries import Account


class SignedRequest(HttpRequest):
    """`LoginRequiredMiddleware` lets no other request through to the desk."""

    user: Account
    htmx: HtmxDetails
