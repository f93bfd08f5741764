"""The days by which petitions must be answered, counted anew: the days of their tasks go with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from gandan.domain.directory.access import standing
from gandan.domain.directory.queries import Account
from gandan.domain.petitions.access import must
from gandan.domain.petitions.counted import UNANSWERED
from gandan.domain.petitions.deadlines import term_of_source
from gandan.domain.petitions.models import Petition
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.actions import Recount
from gandan.kernel.events import record

# As many as one question holds on every database.
_AT_ONCE = 500


class RecountAnswer(NamedTuple):
    """The day of an answer, `old`, becomes `new`; `basis` tells it."""

    petition: int
    old: date | None
    new: date
    basis: str


@transaction.atomic
def recount(moved: Iterable[RecountAnswer], reason: str, *, actor: Account, at: datetime) -> int:
    """Each old day is kept in the words of the new one and in the event. How many: what is not due on
    `old` any more, or was answered, is left. They are read and written by hundreds."""
    rows = list(moved)
    return sum(
        _recounted(rows[first : first + _AT_ONCE], reason, actor, at)
        for first in range(0, len(rows), _AT_ONCE)
    )


def _recounted(moved: Sequence[RecountAnswer], reason: str, actor: Account, at: datetime) -> int:
    who = standing(actor, timezone.localdate(at))
    held = Petition.objects.select_for_update(of=("self",)).select_related("unit", "holder")
    now = {row.pk: row for row in held.filter(pk__in={m.petition for m in moved}).order_by("pk")}
    changed, of_tasks = [], []
    for each in moved:
        petition = now[each.petition]
        must(who, "recount", petition, on=who.on)
        if petition.due_on != each.old or petition.state not in UNANSWERED:
            continue
        was = f"trước là {each.old:%d/%m/%Y}" if each.old else "trước chưa có hạn"
        petition.due_on = each.new
        petition.term = petition.term or term_of_source(petition.source)
        petition.term_basis = f"{each.basis} ({was}; {reason})"[:400]
        record(
            "petition.recount", petition, actor=actor, at=at,
            unit_id=petition.holder_id or petition.unit_id,
            data={"from": each.old.isoformat() if each.old else None, "to": each.new.isoformat()},
        )  # fmt: skip
        changed.append(petition)
        if petition.task_id is not None:
            of_tasks.append(Recount(petition.task_id, each.old, each.new))
    _write(changed)
    tasks.recount(of_tasks, reason, actor=actor, at=at)
    return len(changed)


def _write(changed: Iterable[Petition]) -> None:
    """Of thousands of petitions few days are different: a question for each day and its words."""
    alike: dict[tuple[date | None, str, str], list[int]] = defaultdict(list)
    for petition in changed:
        alike[petition.due_on, petition.term, petition.term_basis].append(petition.pk)
    for (due_on, term, basis), keys in alike.items():
        rows = Petition.objects.filter(pk__in=keys)
        rows.update(due_on=due_on, term=term, term_basis=basis, sequence=F("sequence") + 1)
