"""Lay one duty on every unit of a class, or split it by hand: one sub-task per unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import Role, Standing, standing
from gandan.domain.directory.queries import Account, Unit
from gandan.domain.tasks.access import Denied, must
from gandan.domain.tasks.actions.assigning import assign, be_part
from gandan.domain.tasks.actions.hold import held, remember, renew_next_due
from gandan.domain.tasks.counting import successor_of
from gandan.domain.tasks.models import BulkChange, DueDate, State, Task
from gandan.kernel.refusal import Refused

_ENDED = "Đơn vị đã kết thúc hoạt động. Để nguyên."
_FOREIGN = "Bạn không được giao việc cho đơn vị này. Hãy nhờ văn thư."
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
    asked: str = "",
) -> list[Task]:
    """One sub-task per unit, with the words and the open dates of the task; one event on the task.

    `watch` becomes the lead of a task that had none: somebody must follow what many units do.
    Units that have their sub-task already, and those that have ended, get none. It can be put back
    (`undo_bulk`); `asked` is common to all parts of a long one.
    """
    now = held(task, seen)
    today = timezone.localdate(at)
    must(actor, "assign", now, on=today)
    if not now.is_open:
        raise Refused("Nhiệm vụ đã xong hoặc đã hủy nên không giao tiếp được. Chưa có gì thay đổi.")
    wanted = without_part(now, units, today)
    if not wanted:
        raise Refused("Không còn đơn vị nào để giao. Chưa có gì thay đổi.")
    foreign = next(iter(not_theirs_to_give(standing(actor, today), wanted)), None)
    if foreign is not None:
        raise Denied(
            f"Bạn không được giao việc cho {foreign}. Chưa có gì thay đổi. "
            "Hãy bỏ đơn vị này, hoặc nhờ văn thư."
        )
    was_nobodys = now.lead is None
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
    before: list[dict[str, Any]] = [{"task": child.pk, "seen": 0} for child in children]
    if was_nobodys:
        before[0]["watch"] = now.lead_id
    BulkChange.objects.create(
        kind=BulkChange.Kind.LAY, by=actor, at=at, before=before, tasks=len(before), asked=asked
    )
    remember("task.cascade", now, actor, at, {"units": len(children)})
    return children


class Laid(NamedTuple):
    """By unit: the parts that were made now, and why the others got none ("": they have theirs)."""

    made: dict[int | None, Task]
    why_not: dict[int, str]


def lay_each(
    task: Task, units: Sequence[Unit], *, watch: Unit | None, asked: str, actor: Account, at: datetime
) -> Laid:  # fmt: skip
    """One part of a long cascade: each unit that can be given the duty gets it."""
    who = standing(actor, timezone.localdate(at))
    wanted = without_part(task, units, who.on)
    foreign = not_theirs_to_give(who, wanted)
    given = [unit for unit in wanted if unit not in foreign]
    made = cascade(task, given, watch=watch, asked=asked, actor=actor, at=at) if given else []
    why_not = {unit.pk: "" if unit.holds_on(who.on) else _ENDED for unit in units}
    why_not |= {unit.pk: _FOREIGN for unit in foreign}
    return Laid(
        {part.lead_id: part for part in made},
        {key: why for key, why in why_not.items() if key not in {unit.pk for unit in given}},
    )


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


def without_part(task: Task, units: Iterable[Unit], today: date) -> list[Unit]:
    """Those of the units that have no part of the task yet and have not ended."""
    have = set(
        task.children.exclude(state=State.CANCELLED)
        .filter(period_from__isnull=True)
        .values_list("lead", flat=True)
    )
    chosen = {unit.pk: unit for unit in units if unit.pk not in have and unit.holds_on(today)}
    return list(chosen.values())


def not_theirs_to_give(who: Standing, units: Sequence[Unit]) -> list[Unit]:
    """The units to which somebody may give no work: a head gives it to those below, văn thư to all."""
    if who.holds(Role.CLERK):
        return []
    return [unit for unit in units if not who.holds_over(unit, Role.HEAD)]


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
