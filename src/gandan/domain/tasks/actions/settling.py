"""A task that something of another app finishes: the answer to a petition ends it, asking again opens it.

Whoever may do the other thing does this with it: the permission was asked there, in the same
transaction. By hand such a task is neither submitted nor approved (`steps.take_step`).
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.tasks.actions.hold import held, remember, renew_next_due
from gandan.domain.tasks.models import State, Task
from gandan.kernel.refusal import Refused

BY_HAND_NOT = frozenset({"submit", "approve"})
_VERBS = {State.DONE: "settle", State.ASSIGNED: "ask_again", State.CANCELLED: "cancel"}


@transaction.atomic
def settle(task: Task, after: State, *, actor: Account, at: datetime, reason: str = "") -> Task:
    """Bring the task where the other thing is: done, asked again, or not wanted any more."""
    now = held(task)
    if not now.closes_with:
        raise Refused("Nhiệm vụ này do đơn vị chủ trì tự kết thúc. Chưa có gì thay đổi.")
    if now.state == after:
        return now
    before, now.state, now.state_reason = now.state, after, reason.strip()
    if after == State.DONE:
        opened = now.due_dates.filter(met_on__isnull=True, replaced_by__isnull=True)
        opened.update(met_on=timezone.localdate(at))
    renew_next_due(now)
    remember(f"task.{_VERBS[after]}", now, actor, at, {"from": before, "to": now.state})
    return now
