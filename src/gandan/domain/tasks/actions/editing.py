"""Change what a task says of itself: who, what, with whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.tasks.access import must
from gandan.domain.tasks.actions.hold import held, remember
from gandan.domain.tasks.models import Cooperation, State, Task
from gandan.domain.tasks.recurring import WrongRule, checked_rule
from gandan.kernel.refusal import Refused

_EDITABLE = frozenset(
    {
        "text", "lead", "leader", "officer", "product", "authority", "priority", "recurrence",
        "rule", "repeats_until",
    }
)  # fmt: skip


@transaction.atomic
def edit(
    task: Task,
    *,
    actor: Account,
    at: datetime,
    seen: int | None = None,
    cooperating: Sequence[Unit] | None = None,
    **changes: Any,
) -> Task:
    """Change what a task says of itself (text, lead, leader, officer, product, authority, priority,
    recurrence with its rule and end, cooperating units). Dates change by `extend`, the state by `take_step`."""
    now = held(task, seen)
    must(actor, "edit", now, on=timezone.localdate(at))
    unknown = sorted(set(changes) - _EDITABLE)
    if unknown:
        raise Refused(f"Không sửa được mục {', '.join(unknown)} ở đây. Chưa có gì thay đổi.")
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
    if cooperating is not None:
        set_cooperation(now, cooperating, ())
    fields = sorted({*changes, *(["cooperating"] if cooperating is not None else [])})
    remember("task.edit", now, actor, at, {"fields": fields})
    return now


def _rule(written: str) -> str:
    try:
        return checked_rule(written)
    except WrongRule as wrong:
        raise Refused(str(wrong)) from wrong


def set_cooperation(task: Task, units: Sequence[Unit], names: Sequence[str]) -> None:
    """Units that stay keep how far they are with their part; names wait to be linked."""
    wanted = {unit.pk: unit for unit in units if unit != task.lead}
    task.cooperations.exclude(unit__in=wanted).delete()
    kept = set(task.cooperations.values_list("unit", flat=True))
    Cooperation.objects.bulk_create(
        [
            *(Cooperation(task=task, unit=u) for key, u in wanted.items() if key not in kept),
            *(Cooperation(task=task, text=name[:400]) for name in names),
        ]
    )
