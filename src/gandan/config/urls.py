"""The root of all addresses: each audience keeps its own list."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("language/", login_not_required(set_language), name="set_language"),
    path("", include("gandan.integrations.login.urls")),
    path("", include("gandan.web.portal.urls")),
    path("", include("gandan.web.desk.urls")),
]
