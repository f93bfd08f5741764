"""The days by which conclusions of meetings must be out, counted anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import standing
from gandan.domain.directory.queries import Account
from gandan.domain.meetings.access import must
from gandan.domain.meetings.models import Meeting, State
from gandan.kernel.events import record
from gandan.kernel.many_rows import by_hundreds, held, write_alike


class RecountConclusion(NamedTuple):
    """The day for the conclusion of a meeting, `old`, becomes `new`."""

    meeting: int
    old: date | None
    new: date


@transaction.atomic
def recount(moved: Iterable[RecountConclusion], *, actor: Account, at: datetime) -> int:
    """Each old day is kept in the event. How many: what is not due on `old` any more, or has its
    conclusion, is left."""
    return by_hundreds(moved, partial(_recounted, actor=actor, at=at))


def _recounted(moved: Sequence[RecountConclusion], actor: Account, at: datetime) -> int:
    who = standing(actor, timezone.localdate(at))
    now = held(Meeting.objects.select_related("unit"), {each.meeting for each in moved})
    changed = {}
    for each in moved:
        meeting = now[each.meeting]
        must(who, "recount", meeting, on=who.on)
        if meeting.conclusion_due != each.old or meeting.state != State.HELD:
            continue
        changed[meeting.pk] = (each.new,)
        record(
            "meeting.recount", meeting, actor=actor, at=at, unit_id=meeting.unit_id,
            data={"from": each.old.isoformat() if each.old else None, "to": each.new.isoformat()},
        )  # fmt: skip
    write_alike(Meeting.objects.all(), ("conclusion_due",), changed)
    return len(changed)
