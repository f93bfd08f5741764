"""Announce when people are received (tiếp công dân), hold the day, or call it off with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.meetings.access import must
from gandan.domain.meetings.actions.recording import Entry, record_meeting
from gandan.domain.meetings.models import Reception
from gandan.domain.meetings.reception_rules import delegation_allowed
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused


@dataclass(frozen=True, slots=True)
class Announced:
    """`received_by`: the post of who receives. `reason`: why it is not the head."""

    unit: Unit
    on: date
    place: str
    received_by: str
    received_by_head: bool = True
    reason: str = ""
    begins: str = ""
    is_urgent: bool = False
    posted_on: date | None = None


@transaction.atomic
def announce_reception(said: Announced, *, actor: Account, at: datetime) -> Reception:
    """Keep a day of reception. A notice that came too late is kept and shown as what it is
    (`queries.late_notice`); without a day there is nothing to announce."""
    place, receiver = " ".join(said.place.split()), " ".join(said.received_by.split())
    if not place or not receiver:
        raise Refused("Hãy ghi nơi tiếp và chức vụ người tiếp. Chưa lưu gì.")
    if not said.received_by_head:
        if not delegation_allowed():
            raise Refused(
                "Người đứng đầu không ủy quyền cho cấp phó tiếp công dân (Luật 136/2025/QH15, theo "
                "thiết lập của cơ quan). Chưa lưu gì. Hãy đổi ngày tiếp, hoặc để người đứng đầu tiếp."
            )
        if not said.reason.strip():
            raise Refused("Người đứng đầu không trực tiếp tiếp thì phải ghi lý do. Chưa lưu gì.")
    if said.posted_on is not None and said.posted_on > said.on:
        raise Refused("Ngày niêm yết ở sau ngày tiếp. Chưa lưu gì. Hãy xem lại hai ngày.")
    made = Reception(
        unit=said.unit, on=said.on, begins=said.begins.strip()[:40], place=place[:200],
        received_by=receiver[:160], received_by_head=said.received_by_head,
        reason=said.reason.strip()[:400], is_urgent=said.is_urgent, posted_on=said.posted_on,
        planned_at=at, planned_by=actor,
    )  # fmt: skip
    must(actor, "record", made, on=timezone.localdate(at))
    there = Reception.objects.filter(
        unit=said.unit, on=said.on, place=made.place, cancelled_reason=""
    )
    if there.exists():
        raise Refused("Đã có lịch tiếp công dân của ngày này tại nơi này. Chưa lưu thêm.")
    made.save()
    _remember("announce", made, actor, at)
    return made


@transaction.atomic
def post_schedule(
    reception: Reception, posted_on: date, *, actor: Account, at: datetime
) -> Reception:
    """Say on which day the schedule was put up."""
    now = _held(reception, actor, at)
    if posted_on > min(now.on, timezone.localdate(at)):
        raise Refused("Ngày niêm yết ở sau hôm nay hoặc sau ngày tiếp. Chưa lưu gì.")
    now.posted_on = posted_on
    now.save()
    _remember("post", now, actor, at)
    return now


@transaction.atomic
def call_off_reception(
    reception: Reception, reason: str, *, actor: Account, at: datetime
) -> Reception:
    now = _held(reception, actor, at)
    if not reason.strip():
        raise Refused("Hủy buổi tiếp công dân phải có lý do. Chưa có gì thay đổi.")
    now.cancelled_reason = reason.strip()[:400]
    now.save()
    _remember("call_off", now, actor, at)
    return now


@transaction.atomic
def hold_reception(
    reception: Reception, attendees: int, opinions: int, *, actor: Account, at: datetime
) -> Reception:
    """The day is over: it becomes a meeting with its figures, counted like the others."""
    now = _held(reception, actor, at)
    if now.on > timezone.localdate(at):
        raise Refused("Buổi tiếp công dân chưa đến ngày. Chưa có gì thay đổi.")
    details = {
        "posted_on": now.posted_on.isoformat() if now.posted_on else "",
        "head_in_person": "yes" if now.received_by_head else "",
        "delegated_to": "" if now.received_by_head else now.received_by,
        "is_urgent": "yes" if now.is_urgent else "",
    }
    entry = Entry(
        key=f"reception-{now.pk}", kind="reception", unit=now.unit, mode="in-person",
        place=now.place, held_on=now.on, attendees=attendees, opinions=opinions, details=details,
    )  # fmt: skip
    now.meeting = record_meeting(entry, actor=actor, at=at).meeting
    now.save()
    _remember("hold", now, actor, at)
    return now


def _held(reception: Reception, actor: Account, at: datetime) -> Reception:
    now = (
        Reception.objects.select_for_update(of=("self",))
        .select_related("unit")
        .get(pk=reception.pk)
    )
    must(actor, "record", now, on=timezone.localdate(at))
    if now.cancelled_reason or now.meeting_id is not None:
        raise Refused("Buổi tiếp công dân này đã kết thúc hoặc đã hủy. Chưa có gì thay đổi.")
    return now


def _remember(verb: str, one: Reception, actor: Account, at: datetime) -> None:
    record(f"reception.{verb}", one, actor=actor, at=at, unit_id=one.unit_id)
