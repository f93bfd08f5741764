"""Put back what one person did to many tasks, where nobody has changed it since."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from gandan.domain.directory.access import standing
from gandan.domain.directory.queries import Account, Unit
from gandan.domain.tasks.access import can
from gandan.domain.tasks.actions.dates import withdraw_extension
from gandan.domain.tasks.actions.editing import edit
from gandan.domain.tasks.actions.hold import held, held_all, remember
from gandan.domain.tasks.models import BulkChange, DueDate, State, Task
from gandan.kernel.access import Denied
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused

Kind = BulkChange.Kind
_TAKEN_BACK = "Hoàn lại việc giao nhiều đơn vị"


@deed("task.bulk_undo")
def undo_bulk(change: BulkChange, *, actor: Account, at: datetime) -> set[int]:
    """Put back what nobody has changed since; the keys of the tasks that were left. A reminder was
    read: it stays."""
    now = BulkChange.objects.select_for_update().get(pk=change.pk)
    if now.by_id != actor.pk:
        raise Denied("Chỉ người đã làm mới hoàn lại được. Chưa có gì thay đổi.")
    if now.undone_at is not None or now.kind not in _BACK:
        raise Refused("Việc này không hoàn lại được nữa. Chưa có gì thay đổi.")
    now.undone_at = at
    now.save(update_fields=["undone_at"])
    back = _BACK[now.kind](now.before, actor, at)
    record("task.bulk_undo", now, actor=actor, at=at, data={"kind": now.kind, "tasks": len(back)})
    return {row["task"] for row in now.before} - back


def _leads(rows: list[dict[str, Any]], actor: Account, at: datetime) -> set[int]:
    return {row["task"] for row in rows if _lead(row, actor, at)}


def _lead(row: dict[str, Any], actor: Account, at: datetime) -> bool:
    task = Task.objects.get(pk=row["task"])
    if task.sequence != row["seen"]:
        return False
    lead = Unit.objects.filter(pk=row["lead"]).first() if row["lead"] else None
    edit(task, lead=lead, actor=actor, at=at)
    return True


def _dates(rows: list[dict[str, Any]], actor: Account, at: datetime) -> set[int]:
    return {row["task"] for row in rows if _date(row, actor, at)}


def _date(row: dict[str, Any], actor: Account, at: datetime) -> bool:
    task = Task.objects.get(pk=row["task"])
    if task.sequence != row["seen"]:
        return False
    due = DueDate.objects.select_related("task").get(pk=row["due"])
    withdraw_extension(due, actor=actor, at=at)
    return True


def _parts(rows: list[dict[str, Any]], actor: Account, at: datetime) -> set[int]:
    """The parts that were laid on units and that nobody has begun are cancelled, all in a few
    statements. The whole is nobody's again if it was nobody's and has no part left."""
    who = standing(actor, timezone.localdate(at))
    parts = held_all([row["task"] for row in rows])
    begun = Task.objects.filter(parent__in=parts).values_list("parent", flat=True)
    kept = set(begun) | {key for key, task in parts.items() if task.sequence or not task.is_open}
    back = [
        task for key, task in parts.items()
        if key not in kept and can(who, "cancel", task, on=who.on)
    ]  # fmt: skip
    for task in back:
        record(
            "task.cancel", task, actor=actor, at=at, unit_id=task.lead_id,
            data={"from": task.state, "to": State.CANCELLED},
        )  # fmt: skip
    Task.objects.filter(pk__in=[task.pk for task in back]).update(
        state=State.CANCELLED, state_reason=_TAKEN_BACK, sequence=1
    )
    watch = next((row["watch"] for row in rows if "watch" in row), None)
    if watch and back:
        _watched_by_nobody(back[0], watch, actor, at)
    return {task.pk for task in back}


def _watched_by_nobody(part: Task, watch: int, actor: Account, at: datetime) -> None:
    if part.parent is None:
        return
    whole = held(part.parent)
    has_parts = whole.children.exclude(state=State.CANCELLED).exists()
    if whole.lead_id == watch and whole.state == State.ASSIGNED and not has_parts:
        whole.lead, whole.state = None, State.DRAFT
        remember("task.edit", whole, actor, at, {"fields": ["lead"]})


_BACK: Mapping[str, Callable[[list[dict[str, Any]], Account, datetime], set[int]]] = {
    Kind.ASSIGN: _leads,
    Kind.EXTEND: _dates,
    Kind.LAY: _parts,
}
