"""Open who asked: one petition at a time, with a reason, remembered."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.petitions.access import must
from gandan.domain.petitions.models import Petition, PetitionerIdentity
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused


@transaction.atomic
def open_identity(
    petition: Petition, reason: str, *, actor: Account, at: datetime
) -> PetitionerIdentity | None:
    """Who asked, for somebody who works on the file; None if nobody was noted. Every opening leaves
    an event, whether or not there was something to see."""
    must(actor, "identify", petition, on=timezone.localdate(at))
    if not reason.strip():
        raise Refused("Phải ghi lý do xem người nêu kiến nghị. Chưa mở gì.")
    having = petition.holder_id or petition.unit_id
    record(
        "petition.identify", petition, actor=actor, at=at, unit_id=having,
        data={"reason_given": True},
    )  # fmt: skip
    return PetitionerIdentity.objects.filter(petition=petition).first()
