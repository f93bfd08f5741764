"""Send a petition to the unit whose it is. The answer asked of that unit is a task."""

from __future__ import annotations

from datetime import datetime

from gandan.domain.directory.queries import Account, Unit, territory_path
from gandan.domain.petitions.actions.hold import held, move, remember
from gandan.domain.petitions.models import Petition, Route
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.queries import Counted, State, Task
from gandan.kernel.events import deed
from gandan.kernel.refusal import Refused

_SHOWN = 300


@deed("petition.transfer")
def transfer(
    petition: Petition,
    to: Unit | None,
    *,
    actor: Account,
    at: datetime,
    reason: str = "",
    not_ours: bool = False,
    seen: int | None = None,
) -> Petition:
    """Send the file on. `not_ours`: the unit that has it says that it is not theirs; then it must say
    whose it is (`to`) and why."""
    if to is None:
        raise Refused(
            "Nói “không thuộc thẩm quyền” thì phải nói thuộc thẩm quyền của ai. Chưa chuyển. "
            "Hãy chọn đơn vị nhận."
        )
    if not_ours and not reason.strip():
        raise Refused("Hãy ghi vì sao không thuộc thẩm quyền của đơn vị. Chưa chuyển.")
    now = held(petition, seen)
    asked = Task.objects.filter(pk=now.task_id or 0).first()
    if now.holder_id == to.pk and asked is not None and asked.is_open:
        raise Refused(f"{to} đang giữ kiến nghị này rồi. Chưa có gì thay đổi.")
    before = move(now, "transfer", actor, at)
    sender = now.holder
    if asked is not None and asked.is_open:
        # Whoever had the file need not answer any more: their task ends, with the reason in it.
        tasks.settle(asked, State.CANCELLED, actor=actor, at=at, reason=f"Đã chuyển cho {to}")
    now.task = tasks.assign(
        f"Trả lời kiến nghị {now.code}: {now.text[:_SHOWN]}",
        lead=to,
        due=[now.due_on] if now.due_on else [],
        counted=_counted(now),
        product="Văn bản trả lời",
        closes_with="petition",
        actor=actor,
        at=at,
    )
    now.holder = to
    Route.objects.create(
        petition=now, sender=sender, receiver=to, not_ours=not_ours, reason=reason.strip(),
        task=now.task, at=at, by=actor,
    )  # fmt: skip
    remember(
        "transfer", now, actor, at,
        {"from": before, "sender": sender.pk if sender else None, "receiver": to.pk,
         "not_ours": not_ours},
    )  # fmt: skip
    return now


def _counted(petition: Petition) -> Counted | None:
    """By what the day of the answer was counted: its task has the same."""
    if not petition.term or petition.counted_from is None:
        return None
    place = territory_path(petition.unit) if petition.unit else ""
    return Counted(petition.term, petition.counted_from, place)
