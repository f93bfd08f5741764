"""Hold a petition while it is changed, and remember the change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.petitions import states
from gandan.domain.petitions.access import must
from gandan.domain.petitions.models import Petition
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused


def held(petition: Petition, seen: int | None = None) -> Petition:
    """The petition as it is now, held until the transaction ends. `seen` is the `sequence` that the
    person saw; if it has changed since, nothing is done."""
    rows = Petition.objects.select_for_update(of=("self",)).select_related("unit", "holder")
    now = rows.get(pk=petition.pk)
    if seen is not None and now.sequence != seen:
        raise Refused(
            "Kiến nghị này vừa được người khác thay đổi. Chưa lưu thay đổi của bạn. "
            "Hãy xem lại nội dung mới rồi làm lại."
        )
    return now


def move(now: Petition, verb: str, actor: Account, at: datetime, reason: str = "") -> str:
    """Take a step of `states.TABLE` on a held petition, without saving; gives the state before."""
    step = states.step(now.state, verb)
    if step is None:
        raise Refused(
            f"Kiến nghị đang ở trạng thái “{now.get_state_display()}” nên không làm được bước này. "
            "Chưa có gì thay đổi. Hãy tải lại trang."
        )
    must(actor, verb, now, on=timezone.localdate(at))
    if step.needs_reason and not reason.strip():
        raise Refused(f"“{step.label}” phải có lý do. Chưa có gì thay đổi. Hãy ghi lý do.")
    before, now.state, now.state_reason = now.state, step.after, reason.strip()
    return before


def remember(
    verb: str, now: Petition, actor: Account, at: datetime, data: Mapping[str, Any] | None = None
) -> None:
    """Count the change, save the petition and record the verb. `data` holds keys, never words."""
    now.sequence += 1
    now.save()
    having = now.holder_id or now.unit_id
    record(f"petition.{verb}", now, actor=actor, at=at, unit_id=having, data=data)
