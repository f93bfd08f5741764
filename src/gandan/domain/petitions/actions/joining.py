"""Say that petitions are the same request, or that they are not after all. Only a person does."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.petitions.access import must
from gandan.domain.petitions.actions.hold import held, remember
from gandan.domain.petitions.models import Join, Petition
from gandan.kernel.refusal import Refused


@transaction.atomic
def join(petition: Petition, other: Petition, *, actor: Account, at: datetime) -> Join:
    """The two ask for the same. The earlier one stands first, with all that were joined to either."""
    now, same = held(petition), held(other)
    today = timezone.localdate(at)
    must(actor, "join", now, on=today)
    must(actor, "read", same, on=today)
    ours, theirs = now.first or now, same.first or same
    if ours == theirs:
        raise Refused("Hai kiến nghị này đã được gộp rồi. Chưa có gì thay đổi.")
    first, later = sorted((ours, theirs), key=lambda one: (one.said_on, one.pk))
    for moved in Petition.objects.filter(first=later):
        moved.first = first
        moved.save(update_fields=["first"])
    later = held(later)
    later.first = first
    joined = Join.objects.create(petition=later, first=first, at=at, by=actor)
    remember("join", later, actor, at, {"first": first.pk})
    return joined


@transaction.atomic
def part(petition: Petition, *, actor: Account, at: datetime) -> Petition:
    """Take a petition out of its group; the joining stays on record as parted."""
    now = held(petition)
    must(actor, "join", now, on=timezone.localdate(at))
    if now.first_id is None:
        raise Refused("Kiến nghị này chưa gộp với kiến nghị nào. Chưa có gì thay đổi.")
    first, now.first = now.first_id, None
    open_joins = Join.objects.filter(petition=now, parted_at__isnull=True)
    open_joins.update(parted_at=at, parted_by=actor)
    remember("part", now, actor, at, {"first": first})
    return now
