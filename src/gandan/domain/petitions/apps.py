from __future__ import annotations

from django.apps import AppConfig


class PetitionsConfig(AppConfig):
    name = "gandan.domain.petitions"
    label = "petitions"
