"""Accept many duties of a document at once: the conclusions of a meeting become tasks in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.registry.queries import Fact
from gandan.domain.tasks.actions.review import correct_duty
from gandan.domain.tasks.models import Task
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused

MOST = 300


@deed("plan.assign")
def accept_duties(
    facts: Sequence[Fact],
    *,
    actor: Account,
    at: datetime,
    leads: Mapping[int, Unit] | None = None,
    changes: Mapping[int, Mapping[str, Any]] | None = None,
) -> list[Task]:
    """All of them or none. By key of the fact: `leads`, the unit that a person chose for it, and
    `changes`, what the person corrected in it."""
    if not facts or len(facts) > MOST:
        raise Refused(f"Hãy chọn từ 1 đến {MOST} nhiệm vụ. Chưa có gì thay đổi.")
    chosen, corrected = leads or {}, changes or {}
    made = [
        correct_duty(fact, corrected.get(fact.pk, {}), lead=chosen.get(fact.pk), actor=actor, at=at)
        for fact in facts
    ]
    record("plan.assign", facts[0].document, actor=actor, at=at, data={"tasks": len(made)})
    return made
