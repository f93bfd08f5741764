from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Tokens, components and the words for time: what every page shares, without the domain."""

    name = "gandan.web.ui"
    label = "ui"
