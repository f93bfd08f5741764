"""Move a task, or one cooperating unit's part of it, along the table of `states`."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import Role, standing
from gandan.domain.directory.queries import Account
from gandan.domain.tasks import states
from gandan.domain.tasks.access import Denied, must
from gandan.domain.tasks.actions.hold import held, remember, renew_next_due
from gandan.domain.tasks.actions.pausing import check_may_wait, run_again
from gandan.domain.tasks.actions.settling import BY_HAND_NOT
from gandan.domain.tasks.models import Cooperation, State, Task
from gandan.kernel.refusal import Refused


@transaction.atomic
def take_step(
    task: Task,
    verb: str,
    *,
    actor: Account,
    at: datetime,
    reason: str = "",
    seen: int | None = None,
) -> Task:
    """Do a verb of `states.TABLE`. Completion needs the product, evidence or a stated reason."""
    now = held(task, seen)
    step = states.step(now.state, verb)
    if step is None:
        raise Refused(
            f"Nhiệm vụ đang ở trạng thái “{now.get_state_display()}” nên không làm được bước này. "
            "Chưa có gì thay đổi. Hãy tải lại trang."
        )
    must(actor, verb, now, on=timezone.localdate(at))
    if now.closes_with and verb in BY_HAND_NOT:
        raise Refused(
            "Nhiệm vụ này xong khi kiến nghị được trả lời. Chưa có gì thay đổi. "
            "Hãy ghi câu trả lời vào kiến nghị."
        )
    if step.needs_reason and not reason.strip():
        raise Refused(f"“{step.label}” phải có lý do. Chưa có gì thay đổi. Hãy ghi lý do.")
    if step.after == State.ASSIGNED and now.lead is None:
        raise Refused("Chưa có đơn vị chủ trì nên chưa giao được. Hãy chọn đơn vị chủ trì.")
    if step.after == State.SUBMITTED and not (reason.strip() or _has_product(now)):
        raise Refused(
            "Chưa có sản phẩm hoặc minh chứng. Chưa có gì thay đổi. "
            "Hãy gắn văn bản, tệp, hoặc ghi rõ vì sao không có."
        )
    before, now.state, now.state_reason = now.state, step.after, reason.strip()
    if before == State.WAITING:
        run_again(now, actor, at)
    if now.state == State.WAITING:
        check_may_wait(now, at)
        now.waiting_since = timezone.localdate(at)
    if now.state == State.DONE:
        _meet_open_dates(now, at)
    if now.state == State.DRAFT:
        now.lead = None
    remember(f"task.{verb}", now, actor, at, {"from": before, "to": now.state})
    return now


@transaction.atomic
def step_part(
    part: Cooperation, verb: str, *, actor: Account, at: datetime, reason: str = ""
) -> Cooperation:
    """The same for a cooperating unit's own part: its people move it, whatever the lead does."""
    task = held(part.task)
    mine = Cooperation.objects.select_related("unit").get(pk=part.pk)
    step = states.step(mine.state, verb)
    if step is None or verb in {"assign", "decline"}:
        raise Refused("Phần phối hợp không làm được bước này. Chưa có gì thay đổi.")
    who = standing(actor, timezone.localdate(at))
    if not who.holds_over(mine.unit, *(step.who - {Role.CLERK})):
        raise Denied("Chỉ người của đơn vị phối hợp được cập nhật phần việc của đơn vị đó.")
    if step.needs_reason and not reason.strip():
        raise Refused(f"“{step.label}” phải có lý do. Chưa có gì thay đổi. Hãy ghi lý do.")
    before, mine.state, mine.state_reason = mine.state, step.after, reason.strip()
    mine.save(update_fields=["state", "state_reason"])
    remember(
        f"part.{verb}", task, actor, at,
        {"unit": mine.unit_id, "from": before, "to": mine.state},
    )  # fmt: skip
    return mine


def _has_product(task: Task) -> bool:
    return task.evidence.exists()


def _meet_open_dates(task: Task, at: datetime) -> None:
    opened = task.due_dates.filter(met_on__isnull=True, replaced_by__isnull=True)
    opened.update(met_on=timezone.localdate(at))
    renew_next_due(task)
