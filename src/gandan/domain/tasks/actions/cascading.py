"""Lay one duty on every unit of a class, or split it by hand: one sub-task per unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import Role, standing
from gandan.domain.directory.queries import Account, Unit
from gandan.domain.tasks.access import Denied, must
from gandan.domain.tasks.actions.assigning import assign, be_part
from gandan.domain.tasks.actions.hold import held, remember, renew_next_due
from gandan.domain.tasks.counting import successor_of
from gandan.domain.tasks.models import DueDate, State, Task
from gandan.kernel.refusal import Refused

_AT_ONCE = 500  # rows in one INSERT: SQLite takes a limited number of values


@transaction.atomic
def cascade(
    task: Task,
    units: Iterable[Unit],
    *,
    actor: Account,
    at: datetime,
    watch: Unit | None = None,
    seen: int | None = None,
) -> list[Task]:
    """One sub-task per unit, with the words and the open dates of the task; one event on the task.

    `watch` becomes the lead of a task that had none: somebody must follow what many units do.
    Units that have their sub-task already, and those that have ended, get none.
    """
    now = held(task, seen)
    today = timezone.localdate(at)
    must(actor, "assign", now, on=today)
    if not now.is_open:
        raise Refused("Nhiệm vụ đã xong hoặc đã hủy nên không giao tiếp được. Chưa có gì thay đổi.")
    wanted = _still_without(now, units, today)
    if not wanted:
        raise Refused("Không còn đơn vị nào để giao. Chưa có gì thay đổi.")
    _may_give_to(actor, wanted, today)
    _be_watched(now, watch)
    children = Task.objects.bulk_create(
        [_part_for(unit, now, actor, at) for unit in wanted], batch_size=_AT_ONCE
    )
    days = {due.on: due for due in now.due_dates.all() if due.is_open}
    DueDate.objects.bulk_create(
        [
            successor_of(due, task_id=child.pk, on=day, set_at=at, set_by=actor)
            for child in children
            for day, due in sorted(days.items())
        ],
        batch_size=_AT_ONCE,
    )
    remember("task.cascade", now, actor, at, {"units": len(children)})
    return children


@transaction.atomic
def split(
    task: Task, text: str, lead: Unit, *, due: Sequence[date] = (), actor: Account, at: datetime,
    **more: Any,
) -> Task:  # fmt: skip
    """One sub-task in other words, for a unit that does a part. Without `due` it has the open
    dates of the whole. `more` is what `assign` takes."""
    now = held(task)
    if not now.is_open:
        raise Refused("Nhiệm vụ đã xong hoặc đã hủy nên không chia được. Chưa có gì thay đổi.")
    must(actor, "assign", now, on=timezone.localdate(at))
    dates = [each for each in now.due_dates.all() if each.is_open]
    latest = max((each.on for each in dates), default=None)
    if latest is not None and any(day > latest for day in due):
        raise Refused(
            f"Hạn của phần việc muộn hơn hạn của cả nhiệm vụ ({latest:%d/%m/%Y}). Chưa lưu gì. "
            "Hãy chọn ngày sớm hơn, hoặc gia hạn nhiệm vụ trước."
        )
    part = assign(text, lead=lead, due=due, parent=now, actor=actor, at=at, **more)
    if not due:
        for each in dates:
            successor_of(each, task_id=part.pk, on=each.on, set_at=at, set_by=actor).save()
        renew_next_due(part)
        part.save(update_fields=["next_due"])
    return part


def _still_without(task: Task, units: Iterable[Unit], today: date) -> list[Unit]:
    have = set(
        task.children.exclude(state=State.CANCELLED)
        .filter(period_from__isnull=True)
        .values_list("lead", flat=True)
    )
    chosen = {unit.pk: unit for unit in units if unit.pk not in have and unit.holds_on(today)}
    return list(chosen.values())


def _may_give_to(actor: Account, units: Sequence[Unit], today: date) -> None:
    who = standing(actor, today)
    if who.holds(Role.CLERK):
        return
    foreign = next((unit for unit in units if not who.holds_over(unit, Role.HEAD)), None)
    if foreign is not None:
        raise Denied(
            f"Bạn không được giao việc cho {foreign}. Chưa có gì thay đổi. "
            "Hãy bỏ đơn vị này, hoặc nhờ văn thư."
        )


def _be_watched(task: Task, watch: Unit | None) -> None:
    if task.lead is None:
        if watch is None:
            raise Refused("Hãy chọn đơn vị theo dõi chung. Chưa có gì thay đổi.")
        task.lead = watch
    if task.state == State.DRAFT:
        task.state = State.ASSIGNED


def _part_for(unit: Unit, whole: Task, actor: Account, at: datetime) -> Task:
    part = Task(
        text=whole.text,
        lead=unit,
        lead_text=whole.lead_text,
        product=whole.product,
        authority=whole.authority,
        time_text=whole.time_text,
        recurrence=whole.recurrence,
        rule=whole.rule,
        repeats_until=whole.repeats_until,
        priority=whole.priority,
        is_internal=whole.is_internal,
        state=State.ASSIGNED,
        next_due=whole.next_due,
        search=whole.search,
        created_at=at,
        created_by=actor,
    )
    be_part(part, whole)
    return part
