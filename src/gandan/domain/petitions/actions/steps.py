"""Follow a petition up, end it, open it again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.domain.directory.queries import Account
from gandan.domain.petitions.actions.hold import held, move, remember
from gandan.domain.petitions.models import Petition
from gandan.kernel.refusal import Refused

SIMPLE = frozenset({"follow", "close", "reopen"})


@transaction.atomic
def take_step(
    petition: Petition,
    verb: str,
    *,
    actor: Account,
    at: datetime,
    reason: str = "",
    seen: int | None = None,
) -> Petition:
    """A verb of the table that needs no more than a reason; the others are actions of their own."""
    if verb not in SIMPLE:
        raise Refused(
            "Bước này cần thêm thông tin. Chưa có gì thay đổi. Hãy dùng biểu mẫu của bước."
        )
    now = held(petition, seen)
    before = move(now, verb, actor, at, reason)
    remember(verb, now, actor, at, {"from": before, "to": now.state})
    return now
