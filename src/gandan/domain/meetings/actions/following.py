"""What comes after a meeting: its conclusion, and the promises that were made."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.meetings import states
from gandan.domain.meetings.access import must
from gandan.domain.meetings.models import Meeting, Promise, State
from gandan.domain.registry.queries import Document
from gandan.domain.tasks import actions as tasks
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused


@transaction.atomic
def conclude(meeting: Meeting, document: Document, *, actor: Account, at: datetime) -> Meeting:
    """Put in the conclusion (thông báo kết luận) of a meeting."""
    now = Meeting.objects.select_for_update(of=("self",)).select_related("unit").get(pk=meeting.pk)
    if states.step(now.state, "conclude") is None:
        raise Refused("Cuộc họp này đã có kết luận hoặc chưa tổ chức. Chưa có gì thay đổi.")
    must(actor, "conclude", now, on=timezone.localdate(at))
    now.state, now.conclusion = State.CONCLUDED, document
    now.save()
    record(
        "meeting.conclude", now, actor=actor, at=at, unit_id=now.unit_id,
        data={"document": document.pk},
    )  # fmt: skip
    return now


@deed("meeting.promise")
def promise(
    meeting: Meeting, text: str, lead: Unit, due: date, *, actor: Account, at: datetime
) -> Promise:
    """A promise made at a meeting is work from now on, with a unit and a day."""
    must(actor, "promise", meeting, on=timezone.localdate(at))
    if due < meeting.held_on:
        raise Refused("Hạn của lời hứa ở trước ngày họp. Chưa lưu gì. Hãy xem lại ngày.")
    task = tasks.assign(text, lead=lead, due=[due], actor=actor, at=at)
    made = Promise.objects.create(meeting=meeting, task=task)
    record(
        "meeting.promise", meeting, actor=actor, at=at, unit_id=meeting.unit_id,
        data={"task": task.pk},
    )  # fmt: skip
    return made
