from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The rooms of the public. It keeps no data: the domain does."""

    name = "gandan.web.portal"
    label = "portal"
