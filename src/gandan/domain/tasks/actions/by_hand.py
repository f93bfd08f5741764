"""Give out work that no reading gave: by word of mouth, or out of words that the reader missed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.tasks.actions.assigning import assign
from gandan.domain.tasks.marking import Marked
from gandan.domain.tasks.models import State, Task

# A form that is sent again, be it after the browser was closed for the night.
_AGAIN = timedelta(days=1)


@transaction.atomic
def assign_by_hand(
    text: str,
    lead: Unit,
    *,
    actor: Account,
    at: datetime,
    marked: Marked | None = None,
    **more: Any,
) -> tuple[Task, bool]:
    """A task as a person wrote it; `more` is what `assign` takes. Whether it is new: the same words
    for the same unit, by the same person within a day, are the task that is there."""
    there = Task.objects.exclude(state=State.CANCELLED).filter(
        text=" ".join(text.split()),
        lead=lead,
        document=marked.document if marked else None,
        created_by=actor,
        created_at__gt=at - _AGAIN,
    )
    kept = there.first()
    if kept is not None:
        return kept, False
    return assign(text, lead=lead, source=marked, actor=actor, at=at, **more), True
