from __future__ import annotations

from django.apps import AppConfig


class ErrandsConfig(AppConfig):
    name = "gandan.domain.errands"
    label = "errands"
