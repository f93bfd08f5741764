"""A task that waited goes on: the days on which it waited are given back to its dates."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.tasks.actions.hold import renew_next_due
from gandan.domain.tasks.models import DueDate, Task
from gandan.domain.tasks.recurring import worked
from gandan.kernel.timetable import timetable


def run_again(task: Task, actor: Account, at: datetime) -> None:
    """Part of a step out of waiting. A date that had passed before the wait stays: the wait does
    not make up for what was late already. Each other open date gets one that many days later in
    its place, or the first working day after it (BLDS Điều 148 khoản 5); the old one stays, as
    with an extension."""
    began, task.waiting_since = task.waiting_since, None
    if began is None:
        return
    ended = timezone.localdate(at)
    waited = ended - began
    standing = task.due_dates.filter(met_on__isnull=True, replaced_by__isnull=True, on__gte=began)
    calendar = timetable().calendar
    for old in standing if waited else ():
        old.replaced_by = DueDate.objects.create(
            task=task,
            on=worked(old.on + waited, calendar),
            reason=f"Tạm chờ từ {began:%d/%m/%Y} đến {ended:%d/%m/%Y}",
            set_at=at,
            set_by=actor,
        )
        old.save(update_fields=["replaced_by"])
    renew_next_due(task)
