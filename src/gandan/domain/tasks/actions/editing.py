"""Change what a task says of itself: who, what, with whom."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.tasks.access import must
from gandan.domain.tasks.actions.hold import held, remember
from gandan.domain.tasks.models import State, Task
from gandan.domain.tasks.recurring import WrongRule, checked_rule
from gandan.kernel.refusal import Refused

_EDITABLE = frozenset(
    {
        "text", "lead", "leader", "officer", "product", "authority", "priority", "is_internal",
        "recurrence", "rule", "repeats_until",
    }
)  # fmt: skip


@transaction.atomic
def edit(
    task: Task,
    *,
    actor: Account,
    at: datetime,
    seen: int | None = None,
    **changes: Any,
) -> Task:
    """Change what a task says of itself (text, lead, leader, officer, product, authority, priority,
    whether it is internal, recurrence with its rule and end). Dates change by `extend`, the state by
    `take_step`, who helps by `change_cooperation`."""
    now = held(task, seen)
    must(actor, "edit", now, on=timezone.localdate(at))
    unknown = sorted(set(changes) - _EDITABLE)
    if unknown:
        raise Refused(f"Không sửa được mục {', '.join(unknown)} ở đây. Chưa có gì thay đổi.")
    if changes.get("is_internal") is False and now.document and now.document.secrecy != "ordinary":
        raise Refused(
            "Văn bản giao việc này lưu hành nội bộ nên nhiệm vụ cũng vậy. Chưa có gì thay đổi."
        )
    if changes.get("rule"):
        changes["rule"] = _rule(changes["rule"])
    for field, value in changes.items():
        setattr(now, field, value)
    if "lead" in changes:
        must(actor, "assign", now, on=timezone.localdate(at))
    if now.state == State.DRAFT and now.lead is not None:
        now.state = State.ASSIGNED
    elif now.state == State.ASSIGNED and now.lead is None:
        now.state = State.DRAFT
    remember("task.edit", now, actor, at, {"fields": sorted(changes)})
    return now


def _rule(written: str) -> str:
    try:
        return checked_rule(written)
    except WrongRule as wrong:
        raise Refused(str(wrong)) from wrong
