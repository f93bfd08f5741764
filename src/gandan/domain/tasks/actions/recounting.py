"""Dates counted by a calendar or a term that has changed: the new days in the place of the old."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from gandan.domain.directory.access import standing
from gandan.domain.directory.queries import Account
from gandan.domain.tasks.access import must
from gandan.domain.tasks.actions.hold import held_all
from gandan.domain.tasks.counting import successor_of
from gandan.domain.tasks.models import DueDate, Task
from gandan.kernel.events import record
from gandan.kernel.many_rows import by_hundreds, write_alike


class Recount(NamedTuple):
    """The open date `old` of a task (None: it had none) becomes `new`."""

    task: int
    old: date | None
    new: date


@transaction.atomic
def recount(moved: Iterable[Recount], reason: str, *, actor: Account, at: datetime) -> int:
    """Put each `new` in the place of its `old`, which stays, as with an extension; how many: a date that
    is not open any more is left."""
    return by_hundreds(moved, partial(_recounted, reason=reason, actor=actor, at=at))


def _recounted(moved: Sequence[Recount], reason: str, actor: Account, at: datetime) -> int:
    who = standing(actor, timezone.localdate(at))
    tasks = held_all({each.task for each in moved})
    for task in tasks.values():
        must(who, "recount", task, on=who.on)
    opened: dict[int, list[DueDate]] = defaultdict(list)
    for due in DueDate.objects.filter(
        task__in=tasks, met_on__isnull=True, replaced_by__isnull=True
    ):
        opened[due.task_id].append(due)
    made: list[tuple[DueDate | None, DueDate]] = []
    for each in moved:
        task = tasks[each.task]
        old = next((due for due in opened[task.pk] if due.pk and due.on == each.old), None)
        if not task.is_open or (old is None and (each.old is not None or opened[task.pk])):
            continue
        due = successor_of(old) if old is not None else DueDate(task=task)
        due.on, due.reason, due.set_at, due.set_by = each.new, reason, at, actor
        opened[task.pk] = [*(kept for kept in opened[task.pk] if kept is not old), due]
        made.append((old, due))
        record(
            "task.recount", task, actor=actor, at=at, unit_id=task.lead_id,
            data={"from": each.old.isoformat() if each.old else None, "to": each.new.isoformat()},
        )  # fmt: skip
    _write(made, {key: min(due.on for due in opened[key]) for key in {d.task_id for _, d in made}})
    return len(made)


def _write(made: Sequence[tuple[DueDate | None, DueDate]], next_due: Mapping[int, date]) -> None:
    """The new dates; each old one pointing at its new one; each task changed once, by its next day."""
    DueDate.objects.bulk_create(due for _old, due in made)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {DueDate._meta.db_table} SET replaced_by_id = %s WHERE id = %s",  # noqa: S608
            [(due.pk, old.pk) for old, due in made if old is not None],
        )
    days = {key: (day,) for key, day in next_due.items()}
    write_alike(Task.objects.all(), ("next_due",), days, sequence=F("sequence") + 1)
