"""Accept many duties of a document at once: the conclusions of a meeting become tasks in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.registry.queries import Fact
from gandan.domain.tasks.actions.assigning import accept_duty
from gandan.domain.tasks.models import Task
from gandan.kernel.refusal import Refused

MOST = 300


@transaction.atomic
def accept_duties(
    facts: Sequence[Fact],
    *,
    actor: Account,
    at: datetime,
    leads: Mapping[int, Unit] | None = None,
) -> list[Task]:
    """All of them or none. `leads`: by key of the fact, the unit that a person chose for it."""
    if not facts or len(facts) > MOST:
        raise Refused(f"Hãy chọn từ 1 đến {MOST} nhiệm vụ. Chưa có gì thay đổi.")
    chosen = leads or {}
    return [accept_duty(fact, lead=chosen.get(fact.pk), actor=actor, at=at) for fact in facts]
