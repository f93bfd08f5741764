"""One verb on many tasks: all of them or none; what was done can be put back where it still stands.

It is one deed with one event, in which every task is named, so that each shows it in its history.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.tasks.actions.dates import extend
from gandan.domain.tasks.actions.editing import edit
from gandan.domain.tasks.actions.talking import comment
from gandan.domain.tasks.models import BulkChange, DueDate, Task
from gandan.domain.tasks.workers import workers_of
from gandan.kernel.access import Denied
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused

MOST = 500


@deed("task.bulk")
def assign_all(tasks: Sequence[Task], lead: Unit, *, actor: Account, at: datetime) -> BulkChange:
    def give(task: Task) -> dict[str, Any]:
        before = task.lead_id
        now = edit(task, lead=lead, actor=actor, at=at)
        return {"task": task.pk, "lead": before, "seen": now.sequence}

    return _all(BulkChange.Kind.ASSIGN, tasks, give, actor, at)


@deed("task.bulk")
def extend_all(
    tasks: Sequence[Task], to: date, reason: str, *, actor: Account, at: datetime
) -> BulkChange:
    """The next open date of each task becomes `to`."""

    def put_off(task: Task) -> dict[str, Any]:
        due = task.due_dates.filter(met_on__isnull=True, replaced_by__isnull=True).first()
        if due is None:
            raise Refused("Nhiệm vụ không có hạn nào đang mở.")
        new = extend(due, to, reason, actor=actor, at=at)
        return {"task": task.pk, "due": new.pk, "on": due.on.isoformat(), "seen": _sequence(task)}

    return _all(BulkChange.Kind.EXTEND, tasks, put_off, actor, at)


@deed("task.bulk")
def remind_all(tasks: Sequence[Task], text: str, *, actor: Account, at: datetime) -> BulkChange:
    """A comment on each task that tells the people of its lead unit; it cannot be unsaid."""

    def tell(task: Task) -> dict[str, Any]:
        told = workers_of(task.lead, timezone.localdate(at)) if task.lead else []
        comment(task, text, to=told, actor=actor, at=at)
        return {"task": task.pk}

    return _all(BulkChange.Kind.REMIND, tasks, tell, actor, at)


@deed("task.bulk_undo")
def undo_bulk(change: BulkChange, *, actor: Account, at: datetime) -> int:
    """Put back what nobody has changed since; returns how many. A reminder was read: it stays."""
    now = BulkChange.objects.select_for_update().get(pk=change.pk)
    if now.by_id != actor.pk:
        raise Denied("Chỉ người đã làm mới hoàn lại được. Chưa có gì thay đổi.")
    if now.undone_at is not None or now.kind == BulkChange.Kind.REMIND:
        raise Refused("Việc này không hoàn lại được nữa. Chưa có gì thay đổi.")
    now.undone_at = at
    now.save(update_fields=["undone_at"])
    back = sum(_put_back(now.kind, row, actor, at) for row in now.before)
    record("task.bulk_undo", now, actor=actor, at=at, data={"kind": now.kind, "tasks": back})
    return back


def _put_back(kind: str, row: dict[str, Any], actor: Account, at: datetime) -> bool:
    task = Task.objects.get(pk=row["task"])
    if task.sequence != row["seen"]:
        return False
    if kind == BulkChange.Kind.ASSIGN:
        lead = Unit.objects.filter(pk=row["lead"]).first() if row["lead"] else None
        edit(task, lead=lead, actor=actor, at=at)
    else:
        due = DueDate.objects.get(pk=row["due"])
        extend(due, date.fromisoformat(row["on"]), "Hoàn lại việc gia hạn", actor=actor, at=at)
    return True


def _all(
    kind: BulkChange.Kind, tasks: Sequence[Task], act: Callable[[Task], dict[str, Any]],
    actor: Account, at: datetime,
) -> BulkChange:  # fmt: skip
    if not tasks or len(tasks) > MOST:
        raise Refused(f"Hãy chọn từ 1 đến {MOST} nhiệm vụ. Chưa có gì thay đổi.")
    before = []
    for task in tasks:
        try:
            before.append(act(task))
        except (Refused, Denied) as error:
            raise Refused(f"“{task}”: {error} Cả loạt chưa có gì thay đổi.") from error
    made = BulkChange.objects.create(kind=kind, by=actor, at=at, before=before)
    record("task.bulk", made, actor=actor, at=at, data={"kind": kind, "tasks": len(before)})
    return made


def _sequence(task: Task) -> int:
    return Task.objects.values_list("sequence", flat=True).get(pk=task.pk)
