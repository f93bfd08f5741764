"""Accept the duties of some documents of the samples, so that a first look finds work under way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from gandan.domain.directory.queries import Account
from gandan.domain.registry import queries as registry
from gandan.domain.registry.queries import FactKind, FactStatus
from gandan.domain.tasks import actions
from gandan.jobs.import_files import Outcome


def accept_first_tasks(
    outcomes: Sequence[Outcome], names: Sequence[str], *, actor: Account, at: datetime
) -> int:
    """The number of duties accepted. `names` are files; what a person has judged stays as it is."""
    accepted = 0
    for outcome in outcomes:
        if outcome.name not in names:
            continue
        for document in outcome.documents:
            duties = registry.facts_of(document, FactKind.DUTY)
            waiting = list(duties.filter(status=FactStatus.MACHINE_READ, verdict__isnull=True))
            if waiting:
                accepted += len(actions.accept_duties(waiting, actor=actor, at=at))
    return accepted
