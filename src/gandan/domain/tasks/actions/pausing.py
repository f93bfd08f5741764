"""A task that waited goes on: the days on which it waited are given back to its dates."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.tasks.actions.hold import renew_next_due
from gandan.domain.tasks.counting import by_term, clock_of, successor_of
from gandan.domain.tasks.models import DueDate, Task
from gandan.domain.tasks.recurring import worked
from gandan.kernel.refusal import Refused
from gandan.kernel.terms import TermError
from gandan.kernel.timetable import timetable


def check_may_wait(task: Task, at: datetime) -> None:
    """A term of the law stands still only where its own row says so; raises Refused."""
    terms = timetable().terms
    for due in open_dates(task).exclude(term=""):
        try:
            clock_of(due).pause(timezone.localdate(at), terms)
        except TermError as error:
            raise Refused(f"{error} Chưa có gì thay đổi.") from error


def run_again(task: Task, actor: Account, at: datetime) -> None:
    """Part of a step out of waiting. A date that had passed before the wait stays: the wait does
    not make up for what was late already. A date that a term gave is counted anew in the unit of
    the term; any other gets one that many days later in its place, or the first working day after
    it (BLDS Điều 148 khoản 5). The old one stays, as with an extension."""
    began, task.waiting_since = task.waiting_since, None
    if began is None:
        return
    ended = timezone.localdate(at)
    waited = ended - began
    table = timetable()
    for old in open_dates(task).filter(on__gte=began) if waited else ():
        waits = [*old.waits, [began.isoformat(), ended.isoformat()]]
        new = successor_of(old, waits=waits, set_at=at, set_by=actor)
        new.on = by_term(new, table) or worked(old.on + waited, table.calendar, old.place)
        new.reason = f"Tạm chờ từ {began:%d/%m/%Y} đến {ended:%d/%m/%Y}"
        new.save()
        old.replaced_by = new
        old.save(update_fields=["replaced_by"])
    renew_next_due(task)


def open_dates(task: Task) -> QuerySet[DueDate]:
    return DueDate.objects.filter(task=task, met_on__isnull=True, replaced_by__isnull=True)
