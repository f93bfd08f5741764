"""Open work goes from one unit to another: thousands of tasks are held and written by hundreds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.tasks.actions.hold import held_all
from gandan.domain.tasks.models import Cooperation, Task
from gandan.kernel.events import record

# As many as one question holds on every database.
_AT_ONCE = 500


def pass_on(keys: Sequence[int], old: Unit, new: Unit, *, actor: Account, at: datetime) -> None:
    """Part of a verb. A unit that already helped and now leads no longer helps itself; two parts of one
    unit become one."""
    if old == new:
        return
    for first in range(0, len(keys), _AT_ONCE):
        _passed(keys[first : first + _AT_ONCE], old, new, actor, at)


def _passed(keys: Sequence[int], old: Unit, new: Unit, actor: Account, at: datetime) -> None:
    tasks = held_all(keys)
    led = [task for task in tasks.values() if task.lead_id == old.pk]
    for task in led:
        task.lead = new
    Task.objects.filter(pk__in=[task.pk for task in led]).update(lead=new)
    parts = Cooperation.objects.filter(task__in=keys)
    there = Exists(Cooperation.objects.filter(task=OuterRef("task"), unit=new))
    parts.filter(Q(task__lead=new) | there, unit=old).delete()
    parts.filter(unit=old).update(unit=new)
    parts.filter(unit=F("task__lead")).delete()
    Task.objects.filter(pk__in=keys).update(sequence=F("sequence") + 1)
    for key in keys:
        record(
            "task.pass", tasks[key], actor=actor, at=at, unit_id=tasks[key].lead_id,
            data={"from": old.pk, "to": new.pk},
        )  # fmt: skip
