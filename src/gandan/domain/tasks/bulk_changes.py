"""What somebody did to many tasks, to be put back: a long change is one thing with many parts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet, Sum

from gandan.domain.directory.queries import Account
from gandan.domain.tasks.models import BulkChange, Task


class Undoable(NamedTuple):
    change: BulkChange
    tasks: int


def last_undoable(who: Account, day: date) -> Undoable | None:
    """The last change of somebody on a day that can still be put back, with all its parts."""
    mine = BulkChange.objects.filter(by=who, undone_at__isnull=True, at__date=day)
    last = mine.exclude(kind=BulkChange.Kind.REMIND).defer("before").first()
    if last is None:
        return None
    many = parts_to_undo(last).aggregate(n=Sum("tasks"))["n"]
    return Undoable(last, many or 0)


def laying_to_undo(who: Account, task: Task, day: date) -> Undoable | None:
    """The last change of somebody on a day, if it laid this task on units."""
    last = last_undoable(who, day)
    if last is None or last.change.kind != BulkChange.Kind.LAY:
        return None
    part = last.change.before[0]["task"]
    return last if task.children.filter(pk=part).exists() else None


def parts_to_undo(change: BulkChange) -> QuerySet[BulkChange]:
    """The parts of a change that are not put back yet, the last first: who began the whole ends it."""
    if not change.asked:
        return BulkChange.objects.filter(pk=change.pk, undone_at__isnull=True)
    mine = BulkChange.objects.filter(asked=change.asked, by=change.by_id, undone_at__isnull=True)
    return mine.order_by("-pk")
