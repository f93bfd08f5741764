"""A date counted by a calendar or a term that has changed: the new day in the place of the old."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.tasks.access import must
from gandan.domain.tasks.actions.hold import held, remember, renew_next_due
from gandan.domain.tasks.counting import successor_of
from gandan.domain.tasks.models import DueDate, Task


@transaction.atomic
def recount(
    task: Task, old: date | None, new: date, reason: str, *, actor: Account, at: datetime
) -> bool:
    """Put `new` in the place of the open date `old`, which stays, as with an extension; a task that
    had no date (`old` None) gets one. False: there is no such open date any more."""
    now = held(task)
    must(actor, "recount", now, on=timezone.localdate(at))
    opened = now.due_dates.filter(met_on__isnull=True, replaced_by__isnull=True)
    replaced = opened.filter(on=old).first() if old is not None else None
    if not now.is_open or (replaced is None and (old is not None or opened.exists())):
        return False
    due = successor_of(replaced) if replaced is not None else DueDate(task=now)
    due.on, due.reason, due.set_at, due.set_by = new, reason, at, actor
    due.save()
    if replaced is not None:
        replaced.replaced_by = due
        replaced.save(update_fields=["replaced_by"])
    renew_next_due(now)
    remember(
        "task.recount", now, actor, at,
        {"from": old.isoformat() if old else None, "to": new.isoformat()},
    )  # fmt: skip
    return True
