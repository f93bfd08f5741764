"""Follow a petition up, end it, open it again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.domain.directory.queries import Account
from gandan.domain.petitions.actions.hold import held, move, remember
from gandan.domain.petitions.models import Petition
from gandan.domain.petitions.models import State as PetitionState
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.queries import State, Task
from gandan.kernel.refusal import Refused

# What ends or opens a petition does the same to the task of answering it.
SIMPLE = frozenset({"follow", "close", "reopen"})


@transaction.atomic
def take_step(
    petition: Petition,
    verb: str,
    *,
    actor: Account,
    at: datetime,
    reason: str = "",
    seen: int | None = None,
) -> Petition:
    """A verb of the table that needs no more than a reason; the others are actions of their own."""
    if verb not in SIMPLE:
        raise Refused(
            "Bước này cần thêm thông tin. Chưa có gì thay đổi. Hãy dùng biểu mẫu của bước."
        )
    now = held(petition, seen)
    before = move(now, verb, actor, at, reason)
    if now.state == PetitionState.CLOSED:
        settle_task(now, State.CANCELLED, actor, at, reason)
    elif verb == "reopen":
        settle_task(now, State.ASSIGNED, actor, at, reason)
    remember(verb, now, actor, at, {"from": before, "to": now.state})
    return now


def settle_task(now: Petition, after: State, actor: Account, at: datetime, reason: str) -> None:
    """Let the task of answering follow the petition: an open one ends, a done one is asked again."""
    task = Task.objects.filter(pk=now.task_id or 0).first()
    if task is not None and task.is_open != (after == State.ASSIGNED):
        tasks.settle(task, after, actor=actor, at=at, reason=reason)
