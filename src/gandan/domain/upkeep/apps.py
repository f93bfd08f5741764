from __future__ import annotations

from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "gandan.domain.upkeep"
    label = "upkeep"
