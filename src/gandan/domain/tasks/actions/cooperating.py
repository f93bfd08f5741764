"""Change which units help with a task, while it is done; each that stays keeps its own state."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.tasks.access import must
from gandan.domain.tasks.actions.hold import held, remember
from gandan.domain.tasks.actions.talking import comment
from gandan.domain.tasks.models import Cooperation, Task
from gandan.kernel.events import deed
from gandan.kernel.refusal import Refused


@deed("task.cooperation")
def change_cooperation(
    task: Task,
    *,
    add: Sequence[Unit] = (),
    leave: Collection[int] = (),
    reason: str,
    actor: Account,
    at: datetime,
    seen: int | None = None,
) -> Task:
    """Add units and let others go (`leave`: keys of their parts). Who came, who went in which state,
    and why, is said in the talk of the task: an event holds no free words. What is sent twice is
    done once: who helps already is not added again.

    Raises Refused without a reason, without a change, or when the lead should help itself."""
    now = held(task, seen)
    must(actor, "edit", now, on=timezone.localdate(at))
    if not now.is_open:
        raise Refused("Nhiệm vụ đã khép lại. Chưa có gì thay đổi. Hãy mở lại nhiệm vụ trước.")
    if now.lead in add:
        raise Refused(f"{now.lead} đang chủ trì nên không phối hợp. Chưa có gì thay đổi.")
    parts = list(now.cooperations.select_related("unit"))
    going = [part for part in parts if part.pk in leave]
    helping = {part.unit_id for part in parts}
    coming = [unit for unit in dict.fromkeys(add) if unit.pk not in helping]
    if not going and not coming:
        raise Refused("Chưa chọn đơn vị nào để thêm hoặc thôi phối hợp. Chưa có gì thay đổi.")
    if not reason.strip():
        raise Refused("Thay đổi đơn vị phối hợp phải có lý do. Chưa có gì thay đổi.")
    now.cooperations.filter(pk__in=[part.pk for part in going]).delete()
    Cooperation.objects.bulk_create([Cooperation(task=now, unit=unit) for unit in coming])
    remember(
        "task.cooperation", now, actor, at,
        {
            "added": [unit.pk for unit in coming],
            "left": [[part.unit_id, part.state] for part in going],
        },
    )  # fmt: skip
    comment(now, _said(coming, going, reason), actor=actor, at=at)
    return now


def _said(coming: Sequence[Unit], going: Sequence[Cooperation], reason: str) -> str:
    said = [f"thêm {'; '.join(map(str, coming))}"] if coming else []
    if going:
        left = "; ".join(f"{part} ({part.get_state_display()})" for part in going)
        said.append(f"thôi {left}")
    return f"Đổi đơn vị phối hợp: {', '.join(said)}. {reason.strip()}"
