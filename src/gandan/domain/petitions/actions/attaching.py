"""Keep a file that came with a petition."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.petitions.access import must
from gandan.domain.petitions.actions.hold import held, remember
from gandan.domain.petitions.models import Attachment, Petition
from gandan.domain.registry import actions as registry


@transaction.atomic
def attach(
    petition: Petition, data: bytes, name: str, *, actor: Account, at: datetime
) -> Attachment:
    """The file once, however often it is sent. Who calls has had it opened under the limits."""
    now = held(petition)
    must(actor, "receive", now, on=timezone.localdate(at))
    file = registry.keep(data, name, actor=actor, at=at)
    kept, new = Attachment.objects.get_or_create(petition=now, file=file, defaults={"at": at})
    if new:
        remember("attach", now, actor, at, {"file": file.pk})
    return kept
