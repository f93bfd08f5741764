"""The tasks that somebody asks for by the filters of a list, on a page or for a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from gandan.domain.directory.access import Standing
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import queries as registry
from gandan.domain.tasks import access, queries
from gandan.domain.tasks.models import Task


def tasks_asked_for(who: Standing, asked: Mapping[str, Any]) -> QuerySet[Task]:
    """The visible ones that answer all of `words`, `state`, `unit` (a key), `plan` (a number), `late`
    and `open`; what is empty asks for nothing."""
    visible = access.visible_tasks(who, who.on)
    if asked.get("plan"):
        documents = registry_access.visible_documents(who, who.on)
        plans = registry.documents_numbered(documents, asked["plan"])
        visible = visible.filter(document__in=plans.values("pk"))
    if asked.get("open"):
        visible = visible.exclude(state__in=queries.CLOSED)
    return queries.find_tasks(
        visible,
        words=asked.get("words", ""),
        state=asked.get("state", ""),
        lead=asked.get("unit"),
        overdue_on=who.on if asked.get("late") else None,
    )
