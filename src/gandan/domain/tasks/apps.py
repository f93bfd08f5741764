from __future__ import annotations

from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "gandan.domain.tasks"
    label = "tasks"
