"""A person corrects a duty that was read, and gives it to its unit as corrected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.registry import actions as registry
from gandan.domain.registry.queries import Fact
from gandan.domain.tasks.actions.assigning import accept_duty
from gandan.domain.tasks.models import Task
from gandan.kernel.events import deed
from gandan.kernel.refusal import Refused


@deed("fact.correct", "fact.accept", "task.assign")
def correct_duty(
    fact: Fact,
    changes: Mapping[str, Any],
    *,
    actor: Account,
    at: datetime,
    lead: Unit | None = None,
) -> Task:
    """Correct a duty and make a task of it as corrected: one decision of the person, one change.

    `changes` are fields of the duty; none, if only its lead unit was chosen among several.
    """
    _must_be_free(fact)
    if changes:
        registry.correct(fact, changes, actor=actor, at=at)
        fact.refresh_from_db()
    return accept_duty(fact, lead=lead, actor=actor, at=at)


def _must_be_free(fact: Fact) -> None:
    if Task.objects.filter(fact=fact).exists():
        raise Refused(
            "Nhiệm vụ này đã được giao. Chưa có gì thay đổi. Hãy sửa ở trang nhiệm vụ, "
            "hoặc hoàn lại rồi sửa."
        )
