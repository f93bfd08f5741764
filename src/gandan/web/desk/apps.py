from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The rooms of the officers. It keeps no data: the domain does."""

    name = "gandan.web.desk"
    label = "desk"
