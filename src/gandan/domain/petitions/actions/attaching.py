"""Put a file to a petition, and hand it out to who may see it."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.petitions.access import must
from gandan.domain.petitions.actions.hold import held, remember
from gandan.domain.petitions.models import Attachment, Petition
from gandan.domain.registry import actions as registry
from gandan.kernel.events import deed
from gandan.kernel.refusal import Refused

MOST = 10


@deed("petition.attach")
def attach(
    petition: Petition,
    data: bytes,
    name: str,
    *,
    actor: Account,
    at: datetime,
    is_personal: bool = True,
) -> Attachment:
    """Keep a file with the petition, under the limits of the registry; the same file twice is one."""
    now = held(petition)
    must(actor, "attach", now, on=timezone.localdate(at))
    file = registry.keep(data, name, actor=actor, at=at)
    there = now.attachments.filter(file=file).first()
    if there is not None:
        return there
    if now.attachments.count() >= MOST:
        raise Refused(f"Kiến nghị đã có {MOST} tệp kèm. Chưa lưu thêm.")
    made = Attachment.objects.create(petition=now, file=file, is_personal=is_personal, at=at)
    remember("attach", now, actor, at, {"attachment": made.pk})
    return made
