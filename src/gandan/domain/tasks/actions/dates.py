"""Due dates: set, met, extended. A date that was extended stays, with who approved and why."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.tasks.access import must
from gandan.domain.tasks.actions.hold import held, remember, renew_next_due
from gandan.domain.tasks.counting import successor_of
from gandan.domain.tasks.models import DueDate, Task
from gandan.kernel.refusal import Refused


@transaction.atomic
def add_due_date(
    task: Task, on: date, reason: str, *, actor: Account, at: datetime, seen: int | None = None
) -> DueDate:
    """One more day by which (a part of) the task is due, and where it is from. The same open day twice is
    one."""
    now = held(task, seen)
    must(actor, "edit", now, on=timezone.localdate(at))
    if not now.is_open:
        raise Refused("Nhiệm vụ đã xong hoặc đã hủy nên không ghi thêm hạn. Chưa có gì thay đổi.")
    if not reason.strip():
        raise Refused("Thêm hạn phải có căn cứ, lý do. Chưa có gì thay đổi. Hãy ghi căn cứ.")
    same = now.due_dates.filter(on=on, met_on__isnull=True, replaced_by__isnull=True).first()
    if same is not None:
        return same
    due = DueDate.objects.create(task=now, on=on, reason=reason.strip(), set_at=at, set_by=actor)
    renew_next_due(now)
    remember("task.due", now, actor, at, {"on": on.isoformat()})
    return due


@transaction.atomic
def extend(
    due: DueDate, to: date, reason: str, *, actor: Account, at: datetime, seen: int | None = None
) -> DueDate:
    """Put another day in the place of a due date. `actor` approves it; the old day stays."""
    task = held(due.task, seen)
    must(actor, "extend", task, on=timezone.localdate(at))
    old = DueDate.objects.get(pk=due.pk)
    if not old.is_open:
        raise Refused("Hạn này đã xong hoặc đã được gia hạn. Chưa có gì thay đổi.")
    if not reason.strip():
        raise Refused("Gia hạn phải có lý do. Chưa có gì thay đổi. Hãy ghi lý do.")
    if to == old.on:
        raise Refused("Hạn mới trùng hạn cũ. Chưa có gì thay đổi. Hãy chọn ngày khác.")
    if to < old.on and to < timezone.localdate(at):
        raise Refused(
            f"Ngày {to:%d/%m/%Y} đã qua và sớm hơn hạn đang có. Chưa có gì thay đổi. Hãy xem lại ngày."
        )
    new = DueDate.objects.create(task=task, on=to, reason=reason.strip(), set_at=at, set_by=actor)
    old.replaced_by = new
    old.save(update_fields=["replaced_by"])
    renew_next_due(task)
    remember("task.extend", task, actor, at, {"from": old.on.isoformat(), "to": to.isoformat()})
    return new


@transaction.atomic
def withdraw_extension(due: DueDate, *, actor: Account, at: datetime) -> DueDate:
    """Take back the extension to this day: the day before it holds again, counted by what it was and with
    what was asked of it. Both rows stay, as an extension that is in force no more."""
    task = held(due.task)
    must(actor, "extend", task, on=timezone.localdate(at))
    now = DueDate.objects.get(pk=due.pk)
    old = DueDate.objects.filter(replaced_by=now).first()
    if old is None or not now.is_open:
        raise Refused("Việc gia hạn này không rút lại được nữa. Chưa có gì thay đổi.")
    again = successor_of(old, on=old.on, reason=old.reason, set_at=at, set_by=actor)
    again.save()
    now.replaced_by, now.withdrawn_at = again, at
    now.save(update_fields=["replaced_by", "withdrawn_at"])
    old.requests.update(due=again)
    renew_next_due(task)
    remember(
        "task.withdraw_extension", task, actor, at,
        {"from": now.on.isoformat(), "to": old.on.isoformat()},
    )  # fmt: skip
    return again


@transaction.atomic
def meet_due_date(due: DueDate, *, actor: Account, at: datetime) -> DueDate:
    """What was due on that day is done; later dates of the task stay open."""
    task = held(due.task)
    must(actor, "progress", task, on=timezone.localdate(at))
    met = DueDate.objects.get(pk=due.pk)
    if not met.is_open:
        raise Refused("Hạn này đã xong hoặc đã được gia hạn. Chưa có gì thay đổi.")
    met.met_on = timezone.localdate(at)
    met.save(update_fields=["met_on"])
    renew_next_due(task)
    remember("task.meet", task, actor, at, {"on": met.on.isoformat()})
    return met
