"""The root of all addresses: each audience keeps its own list."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    path("", include("gandan.web.desk.urls")),
]
