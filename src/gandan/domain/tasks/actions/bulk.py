"""One verb on many tasks; what was done can be put back where it still stands (`undoing`).

A few are all changed or none. Of thousands each is changed that can be, a part of them at a time, and
each of the others has its reason: one that was closed meanwhile does not hold up the rest. What is done
at a time is one deed with one event, in which every task is named, so that each shows it in its history.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.tasks.actions.dates import extend
from gandan.domain.tasks.actions.editing import edit
from gandan.domain.tasks.actions.talking import comment
from gandan.domain.tasks.models import BulkChange, Task
from gandan.domain.tasks.workers import workers_of
from gandan.kernel.access import Denied
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused

Kind = BulkChange.Kind
Act = Callable[[Task], dict[str, Any]]

# A task takes some thirteen milliseconds of the processor: so many are done while somebody waits.
MOST = 100


@deed("task.bulk")
def assign_all(tasks: Sequence[Task], lead: Unit, *, actor: Account, at: datetime) -> BulkChange:
    return _all(Kind.ASSIGN, tasks, _giving(lead, actor, at), actor, at)


@deed("task.bulk")
def extend_all(
    tasks: Sequence[Task], to: date, reason: str, *, actor: Account, at: datetime
) -> BulkChange:
    """The next open date of each task becomes `to`."""
    return _all(Kind.EXTEND, tasks, _putting_off(to, reason, actor, at), actor, at)


@deed("task.bulk")
def remind_all(tasks: Sequence[Task], text: str, *, actor: Account, at: datetime) -> BulkChange:
    """A comment on each task that tells the people of its lead unit; it cannot be unsaid."""
    return _all(Kind.REMIND, tasks, _telling(text, actor, at), actor, at)


@deed("task.bulk")
def change_each(
    kind: str, tasks: Sequence[Task], said: Mapping[str, Any], *,
    asked: str, actor: Account, at: datetime,
) -> dict[int, str]:  # fmt: skip
    """One part of a long change: each task that can be; why not, by the key of each other. `said` is
    `lead` (a key), `to` (a day as ISO) and `reason`, or `text`; `asked` is common to all its parts."""
    act = _acting(kind, said, actor, at)
    before, refused = [], {}
    for task in tasks:
        try:
            with deed("task.bulk"):
                before.append(act(task))
        except (Refused, Denied) as error:
            refused[task.pk] = str(error)
    if before:
        _remember(kind, before, actor, at, asked)
    return refused


def _acting(kind: str, said: Mapping[str, Any], actor: Account, at: datetime) -> Act:
    if kind == Kind.ASSIGN:
        return _giving(Unit.objects.get(pk=said["lead"]), actor, at)
    if kind == Kind.EXTEND:
        return _putting_off(date.fromisoformat(said["to"]), said["reason"], actor, at)
    return _telling(said["text"], actor, at)


def _giving(lead: Unit, actor: Account, at: datetime) -> Act:
    def give(task: Task) -> dict[str, Any]:
        before = task.lead_id
        now = edit(task, lead=lead, actor=actor, at=at)
        return {"task": task.pk, "lead": before, "seen": now.sequence}

    return give


def _putting_off(to: date, reason: str, actor: Account, at: datetime) -> Act:
    def put_off(task: Task) -> dict[str, Any]:
        due = task.due_dates.filter(met_on__isnull=True, replaced_by__isnull=True).first()
        if due is None:
            raise Refused("Nhiệm vụ không có hạn nào đang mở.")
        new = extend(due, to, reason, actor=actor, at=at)
        return {"task": task.pk, "due": new.pk, "seen": _sequence(task)}

    return put_off


def _telling(text: str, actor: Account, at: datetime) -> Act:
    def tell(task: Task) -> dict[str, Any]:
        told = workers_of(task.lead, timezone.localdate(at)) if task.lead else []
        comment(task, text, to=told, actor=actor, at=at)
        return {"task": task.pk}

    return tell


def _all(kind: str, tasks: Sequence[Task], act: Act, actor: Account, at: datetime) -> BulkChange:
    if not tasks or len(tasks) > MOST:
        raise Refused(f"Hãy chọn từ 1 đến {MOST} nhiệm vụ. Chưa có gì thay đổi.")
    before = []
    for task in tasks:
        try:
            before.append(act(task))
        except (Refused, Denied) as error:
            raise Refused(f"“{task}”: {error} Cả loạt chưa có gì thay đổi.") from error
    return _remember(kind, before, actor, at)


def _remember(
    kind: str, before: list[dict[str, Any]], actor: Account, at: datetime, asked: str = ""
) -> BulkChange:
    made = BulkChange.objects.create(
        kind=kind, by=actor, at=at, before=before, tasks=len(before), asked=asked
    )
    record("task.bulk", made, actor=actor, at=at, data={"kind": kind, "tasks": len(before)})
    return made


def _sequence(task: Task) -> int:
    return Task.objects.values_list("sequence", flat=True).get(pk=task.pk)
