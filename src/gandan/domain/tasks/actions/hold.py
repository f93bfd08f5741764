"""Hold a task while it is changed, and remember the change."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from gandan.domain.directory.queries import Account, fold_plain
from gandan.domain.tasks.models import Task
from gandan.kernel.events import record
from gandan.kernel.many_rows import held as held_rows
from gandan.kernel.refusal import Refused


def held(task: Task, seen: int | None = None) -> Task:
    """The task as it is now, held until the transaction ends, so that changes take turns.

    `seen` is the `sequence` that the person saw; if the task has changed since, nothing is done.
    """
    rows = Task.objects.select_for_update(of=("self",)).select_related("lead", "document")
    now = rows.get(pk=task.pk)
    if seen is not None and now.sequence != seen:
        raise Refused(
            "Nhiệm vụ này vừa được người khác thay đổi. Chưa lưu thay đổi của bạn. "
            "Hãy xem lại nội dung mới rồi làm lại."
        )
    return now


def remember(
    verb: str, task: Task, actor: Account, at: datetime, data: Mapping[str, Any] | None = None
) -> None:
    """Record the verb, count the change and save the task."""
    task.sequence += 1
    task.search = fold_plain(task.text)
    task.save()
    record(verb, task, actor=actor, at=at, unit_id=task.lead_id, data=data)


def held_all(keys: Collection[int]) -> dict[int, Task]:
    """Many tasks by their keys, as they are now."""
    return held_rows(Task.objects.select_related("lead"), keys)


def renew_next_due(task: Task) -> None:
    """`next_due` repeats the earliest open due date; every verb on dates ends with this."""
    opened = task.due_dates.filter(met_on__isnull=True, replaced_by__isnull=True)
    task.next_due = opened.order_by("on").values_list("on", flat=True).first()
