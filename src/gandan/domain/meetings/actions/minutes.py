"""Put minutes to a meeting, and keep the opinions that a person confirmed out of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.meetings.access import must
from gandan.domain.meetings.models import Meeting, Minutes, Opinion
from gandan.domain.registry import actions as registry
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused

MOST_FILES = 30


@deed("meeting.minutes")
def attach_minutes(
    meeting: Meeting, data: bytes, name: str, *, actor: Account, at: datetime
) -> Minutes:
    """The file once, however often it is sent."""
    now = _held(meeting, actor, at)
    file = registry.keep(data, name, actor=actor, at=at)
    there = now.minutes_files.filter(file=file).first()
    if there is not None:
        return there
    if now.minutes_files.count() >= MOST_FILES:
        raise Refused(f"Cuộc này đã có {MOST_FILES} tệp biên bản. Chưa lưu thêm.")
    made = Minutes.objects.create(meeting=now, file=file, at=at, by=actor)
    record(
        "meeting.minutes", now, actor=actor, at=at, unit_id=now.unit_id, data={"minutes": made.pk}
    )
    return made


@transaction.atomic
def add_opinions(
    meeting: Meeting, texts: Sequence[str], *, actor: Account, at: datetime
) -> list[Opinion]:
    """Opinions that were not written on the sheet; those that stand there already are left out. Where
    more are written than were counted, the count follows, unless it was parted by competence."""
    now = _held(meeting, actor, at)
    there = {" ".join(text.split()) for text in now.said.values_list("text", flat=True)}
    new = [words for text in texts if (words := " ".join(text.split())) and words not in there]
    new = list(dict.fromkeys(new))
    if not new:
        return []
    written = len(there) + len(new)
    if written > now.opinions:
        if now.opinions_central is not None:
            raise Refused(
                f"Phiếu ghi {now.opinions} ý kiến, đã chia theo thẩm quyền, nhưng nay có {written}. "
                "Chưa lưu gì. Hãy bớt ý kiến trùng, hoặc ghi lại phiếu."
            )
        now.opinions = written
        now.save(update_fields=["opinions"])
    last = now.said.aggregate(last=Max("number"))["last"] or 0
    made = Opinion.objects.bulk_create(
        Opinion(meeting=now, number=number, text=text) for number, text in enumerate(new, last + 1)
    )
    record(
        "meeting.opinions", now, actor=actor, at=at, unit_id=now.unit_id, data={"added": len(made)}
    )
    return made


def _held(meeting: Meeting, actor: Account, at: datetime) -> Meeting:
    now = Meeting.objects.select_for_update(of=("self",)).select_related("unit").get(pk=meeting.pk)
    must(actor, "record", now, on=timezone.localdate(at))
    return now
