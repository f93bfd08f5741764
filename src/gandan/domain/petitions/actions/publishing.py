"""Put a redacted text before the public, or take it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.petitions.access import must
from gandan.domain.petitions.actions.hold import held, remember
from gandan.domain.petitions.actions.receiving import clean
from gandan.domain.petitions.models import Petition
from gandan.domain.petitions.redaction import suggestions
from gandan.kernel.refusal import Refused


@transaction.atomic
def publish(
    petition: Petition,
    text: str,
    *,
    actor: Account,
    at: datetime,
    seen: int | None = None,
    looked_through: bool = False,
) -> Petition:
    """A person approves the text that everybody may read. Where something in it still looks personal,
    the person must say that they looked at it (`looked_through`)."""
    said = clean(text)
    now = held(petition, seen)
    must(actor, "publish", now, on=timezone.localdate(at))
    left = suggestions(said)
    if left and not looked_through:
        raise Refused(
            f"Bản công khai còn {len(left)} chỗ giống tên, số hoặc địa chỉ. Chưa công khai. "
            "Hãy che đi, hoặc xác nhận đã xem từng chỗ."
        )
    now.published_text, now.published_at = said, at
    remember("publish", now, actor, at, {"left": len(left)})
    return now


@transaction.atomic
def withdraw(petition: Petition, *, actor: Account, at: datetime) -> Petition:
    """Take the public text back."""
    now = held(petition)
    must(actor, "publish", now, on=timezone.localdate(at))
    now.published_text, now.published_at = "", None
    remember("withdraw", now, actor, at)
    return now
