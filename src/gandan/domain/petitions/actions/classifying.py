"""Say what a petition is about, whose competence it is, and who is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.petitions.actions.hold import held, move, remember
from gandan.domain.petitions.actions.receiving import check_field_and_level
from gandan.domain.petitions.models import Petition
from gandan.kernel.refusal import Refused


@transaction.atomic
def classify(
    petition: Petition,
    field: str,
    level: str,
    *,
    actor: Account,
    at: datetime,
    asked: Sequence[Unit] | None = None,
    seen: int | None = None,
) -> Petition:
    """Field and level as a person decided them; `gandan petitions train` learns from these rows.
    `asked` None leaves the units that are asked as they are."""
    if not field or not level:
        raise Refused("Hãy chọn lĩnh vực và cấp thẩm quyền. Chưa có gì thay đổi.")
    check_field_and_level(field, level)
    now = held(petition, seen)
    before = {"from": move(now, "classify", actor, at), "old": [now.field, now.level]}
    now.field, now.level, now.field_by_person = field, level, True
    if asked is not None:
        now.asked.set(asked)
    remember("classify", now, actor, at, {**before, "to": now.state, "new": [field, level]})
    return now
