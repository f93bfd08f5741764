"""The two addresses of signing in by a service; they answer 404 where none is set."""

from __future__ import annotations

from django.urls import path

from gandan.integrations.login.views import come_back, start

urlpatterns = [
    path("sign-in/office/", start, name="oidc-start"),
    path("sign-in/office/return/", come_back, name="oidc-return"),
]
