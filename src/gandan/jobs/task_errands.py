"""One verb on thousands of tasks, one duty on thousands of units, and putting them back: a part at a
time, each thing with its own verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils import timezone

from gandan.domain.directory.queries import Unit
from gandan.domain.errands.queries import Errand, order_of
from gandan.domain.tasks import access, actions, bulk_changes
from gandan.domain.tasks.actions.cascading import Laid
from gandan.domain.tasks.queries import BulkChange, Task
from gandan.jobs.errand_steps import Step, Told
from gandan.kernel.refusal import Refused

# While a part is written, nobody else writes (SQLite): most of a second.
_AT_ONCE = 50
_LAID_AT_ONCE = 500
_UNSEEN = "Không còn thấy nhiệm vụ này, hoặc tài khoản của bạn không được xem nữa. Để nguyên."
_CHANGED = "Đã có người sửa sau đó nên để nguyên."


def change_tasks(errand: Errand) -> Iterator[Step]:
    """The tasks of the order in parts, each a deed of whoever asked, with their rights of the moment."""
    order = order_of(errand)
    keys: list[int] = order["tasks"]
    for first in range(errand.done, len(keys), _AT_ONCE):
        part = keys[first : first + _AT_ONCE]
        yield Step(partial(_changed, errand, order, part), len(part))


def _changed(
    errand: Errand, order: dict[str, Any], keys: Sequence[int], at: datetime
) -> list[Told]:
    who = errand.asked_by
    seen = access.visible_tasks(who, timezone.localdate(at)).filter(pk__in=keys).in_bulk()
    tasks = [seen[key] for key in keys if key in seen]
    refused = actions.change_each(
        order["verb"], tasks, order["said"], asked=errand.key, actor=who, at=at
    )
    unseen = [Told(f"#{key}", "refused", _UNSEEN) for key in keys if key not in seen]
    return [*(_told(task, refused.get(task.pk, "")) for task in tasks), *unseen]


def lay_duty(errand: Errand) -> Iterator[Step]:
    """The units of the order in parts; who has their part of the duty already gets no second."""
    order = order_of(errand)
    keys: list[int] = order["units"]
    for first in range(errand.done, len(keys), _LAID_AT_ONCE):
        part = keys[first : first + _LAID_AT_ONCE]
        yield Step(partial(_laid, errand, order, part), len(part))


def _laid(errand: Errand, order: dict[str, Any], keys: Sequence[int], at: datetime) -> list[Told]:
    who = errand.asked_by
    task = access.visible_tasks(who, timezone.localdate(at)).filter(pk=order["task"]).first()
    if task is None:
        raise Refused(_UNSEEN)
    known = Unit.objects.in_bulk([*keys, order["watch"]])
    units = [known[key] for key in keys]
    laid = actions.lay_each(
        task, units, watch=known.get(order["watch"]), asked=errand.key, actor=who, at=at
    )
    return [_told_unit(unit, laid) for unit in units]


def _told_unit(unit: Unit, laid: Laid) -> Told:
    part = laid.made.get(unit.pk)
    if part is not None:
        return Told(str(unit), "new", address=reverse("task", args=[part.pk]))
    why = laid.why_not[unit.pk]
    return Told(str(unit), "refused" if why else "there", why)


def undo_tasks(errand: Errand) -> Iterator[Step]:
    """The parts of a change that are not put back yet, one at a time."""
    change = BulkChange.objects.get(pk=errand.said["change"])
    for part in list(bulk_changes.parts_to_undo(change)):
        yield Step(partial(_undone, part, errand), part.tasks)


def _undone(part: BulkChange, errand: Errand, at: datetime) -> list[Told]:
    left = actions.undo_bulk(part, actor=errand.asked_by, at=at)
    tasks = Task.objects.in_bulk([row["task"] for row in part.before])
    return [
        _told(tasks[row["task"]], _CHANGED if row["task"] in left else "") for row in part.before
    ]


def _told(task: Task, refusal: str) -> Told:
    address = reverse("task", args=[task.pk])
    return Told(task.text, "refused" if refusal else "new", refusal, address)
