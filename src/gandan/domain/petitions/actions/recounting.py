"""The day by which a petition must be answered, counted anew: its task's day goes with it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.petitions.access import must
from gandan.domain.petitions.actions.hold import held, remember
from gandan.domain.petitions.counted import UNANSWERED
from gandan.domain.petitions.deadlines import term_of_source
from gandan.domain.petitions.models import Petition
from gandan.domain.tasks import actions as tasks


@transaction.atomic
def recount(
    petition: Petition,
    old: date | None,
    new: date,
    basis: str,
    reason: str,
    *,
    actor: Account,
    at: datetime,
) -> bool:
    """`basis` tells the new day; the old one is kept in its words and in the event. False: the day is
    not `old` any more, or the petition has been answered."""
    now = held(petition)
    must(actor, "recount", now, on=timezone.localdate(at))
    if now.due_on != old or now.state not in UNANSWERED:
        return False
    was = f"trước là {old:%d/%m/%Y}" if old else "trước chưa có hạn"
    now.due_on = new
    now.term = now.term or term_of_source(now.source)
    now.term_basis = f"{basis} ({was}; {reason})"[:400]
    remember(
        "recount", now, actor, at,
        {"from": old.isoformat() if old else None, "to": new.isoformat()},
    )  # fmt: skip
    if now.task is not None:
        tasks.recount(now.task, old, new, reason, actor=actor, at=at)
    return True
