"""Inspect units by a checklist: plan it, visit, judge, have shortcomings put right, conclude, close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.meetings import states
from gandan.domain.meetings.access import must
from gandan.domain.meetings.actions.recording import Entry, record_meeting
from gandan.domain.meetings.models import (
    ChecklistItem,
    Inspection,
    InspectionState,
    ItemVerdict,
    Mode,
    Shortcoming,
    Visit,
)
from gandan.domain.meetings.verdicts import Judged, check_verdicts
from gandan.domain.registry.queries import Document
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.queries import Task
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the checklist. `source`: the words of the document that ask for it."""

    text: str
    source: str = ""


@transaction.atomic
def plan_inspection(
    name: str,
    unit: Unit,
    items: Sequence[Item],
    *,
    actor: Account,
    at: datetime,
    document: Document | None = None,
    task: Task | None = None,
) -> Inspection:
    said = " ".join(name.split())[:200]
    listed = [
        Item(words[:500], item.source) for item in items if (words := " ".join(item.text.split()))
    ]
    if not said:
        raise Refused("Cuộc kiểm tra chưa có tên. Chưa lưu gì. Hãy đặt tên.")
    if not listed:
        raise Refused(
            "Danh mục kiểm tra chưa có nội dung nào. Chưa lưu gì. Hãy ghi mỗi dòng một nội dung."
        )
    made = Inspection(
        name=said, unit=unit, document=document, task=task, created_at=at, created_by=actor
    )
    must(actor, "run", made, on=timezone.localdate(at))
    made.save()
    ChecklistItem.objects.bulk_create(
        ChecklistItem(inspection=made, number=number, text=item.text, source=item.source)
        for number, item in enumerate(listed, 1)
    )
    record(
        "inspection.plan", made, actor=actor, at=at, unit_id=unit.pk, data={"items": len(listed)}
    )
    return made


@transaction.atomic
def plan_visits(
    inspection: Inspection, units: Sequence[Unit], on: date, *, actor: Account, at: datetime
) -> list[Visit]:
    """A visit to each of these units on a day; one that is planned already is left as it is."""
    now = _held(inspection)
    must(actor, "run", now, on=timezone.localdate(at))
    _must_be_under_way(now)
    if not units:
        raise Refused("Chưa chọn đơn vị được kiểm tra. Chưa lưu gì.")
    known = set(now.visits.filter(planned_on=on).values_list("unit", flat=True))
    made = [
        Visit.objects.create(inspection=now, unit=unit, planned_on=on)
        for unit in dict.fromkeys(units)
        if unit.pk not in known
    ]
    if made:
        record(
            "inspection.visit", now, actor=actor, at=at, unit_id=now.unit_id,
            data={"visits": [visit.pk for visit in made]},
        )  # fmt: skip
    return made


@deed("inspection.judge")
def judge(
    visit: Visit,
    held_on: date,
    judged: Mapping[int, Judged],
    *,
    actor: Account,
    at: datetime,
    place: str = "",
) -> Visit:
    """What was found at a visit, by key of the item. The first time makes the meeting; until the
    inspection is concluded a verdict may be said anew. Every item needs a verdict."""
    now = (
        Visit.objects.select_for_update(of=("self",))
        .select_related("unit", "meeting")
        .get(pk=visit.pk)
    )
    inspection = _held(now.inspection)
    must(actor, "record", inspection, on=timezone.localdate(at))
    _must_be_under_way(inspection)
    items = {item.pk: item for item in inspection.items.all()}
    check_verdicts(items, judged)
    if now.meeting is None:
        entry = Entry(
            key=f"visit-{now.pk:08d}", kind="inspection", unit=inspection.unit, mode=Mode.IN_PERSON,
            place=place.strip() or now.unit.name, held_on=held_on,
            details={"inspected": now.unit.name},
        )  # fmt: skip
        now.meeting = record_meeting(entry, actor=actor, at=at).meeting
        now.save(update_fields=["meeting"])
    for key, said in judged.items():
        kept = {"word": said.word, "note": said.note.strip()[:1000]}
        if said.evidence is not None:
            kept["evidence"] = said.evidence  # type: ignore[assignment]
        ItemVerdict.objects.update_or_create(visit=now, item=items[key], defaults=kept)
    record(
        "inspection.judge", inspection, actor=actor, at=at, unit_id=inspection.unit_id,
        data={"visit": now.pk, "verdicts": {str(key): said.word for key, said in judged.items()}},
    )  # fmt: skip
    return now


@deed("inspection.shortcoming")
def find_shortcoming(
    visit: Visit,
    text: str,
    due: date,
    *,
    actor: Account,
    at: datetime,
    item: ChecklistItem | None = None,
) -> Shortcoming:
    """What the inspected unit must put right by a day: its task from now on."""
    now = Visit.objects.select_related("unit", "meeting", "inspection__unit").get(pk=visit.pk)
    inspection = _held(now.inspection)
    must(actor, "run", inspection, on=timezone.localdate(at))
    if inspection.state == InspectionState.CLOSED:
        raise Refused("Cuộc kiểm tra này đã khép lại. Chưa lưu gì.")
    if now.meeting is None:
        raise Refused(
            "Chưa ghi kết quả buổi kiểm tra ở đơn vị này. Chưa lưu gì. Hãy ghi kết quả trước."
        )
    if item is not None and item.inspection_id != inspection.pk:
        raise Refused("Nội dung này không có trong danh mục kiểm tra. Chưa lưu gì.")
    if due < now.meeting.held_on:
        raise Refused("Hạn khắc phục ở trước ngày kiểm tra. Chưa lưu gì. Hãy xem lại ngày.")
    task = tasks.assign(
        text, lead=now.unit, due=[due], product="Báo cáo kết quả khắc phục",
        authority=str(inspection), actor=actor, at=at,
    )  # fmt: skip
    made = Shortcoming.objects.create(visit=now, item=item, task=task)
    record(
        "inspection.shortcoming", inspection, actor=actor, at=at, unit_id=inspection.unit_id,
        data={"visit": now.pk, "task": task.pk},
    )  # fmt: skip
    return made


@transaction.atomic
def conclude_inspection(
    inspection: Inspection, document: Document, *, actor: Account, at: datetime
) -> Inspection:
    """Put in the conclusion, once every unit was visited."""
    now = _stepped(inspection, "conclude-inspection", actor, at)
    waiting = now.visits.filter(meeting__isnull=True).count()
    if waiting or not now.visits.exists():
        raise Refused(
            f"Còn {waiting} đơn vị chưa kiểm tra. Chưa lưu gì. Hãy ghi kết quả rồi đưa kết luận vào."
            if waiting
            else "Chưa có đơn vị nào được kiểm tra. Chưa lưu gì."
        )
    now.conclusion = document
    now.save()
    record(
        "inspection.conclude", now, actor=actor, at=at, unit_id=now.unit_id,
        data={"document": document.pk},
    )  # fmt: skip
    return now


@transaction.atomic
def close_inspection(inspection: Inspection, *, actor: Account, at: datetime) -> Inspection:
    """The follow-up is over: every shortcoming was put right, or its task ended with a reason."""
    now = _stepped(inspection, "close-inspection", actor, at)
    found = Shortcoming.objects.filter(visit__inspection=now).select_related("task")
    opened = sum(each.task.is_open for each in found)
    if opened:
        raise Refused(f"Còn {opened} việc khắc phục chưa xong. Chưa khép lại. Hãy theo dõi tiếp.")
    now.save()
    record("inspection.close", now, actor=actor, at=at, unit_id=now.unit_id)
    return now


def _held(inspection: Inspection) -> Inspection:
    rows = Inspection.objects.select_for_update(of=("self",)).select_related("unit")
    return rows.get(pk=inspection.pk)


def _stepped(inspection: Inspection, verb: str, actor: Account, at: datetime) -> Inspection:
    now = _held(inspection)
    must(actor, "run", now, on=timezone.localdate(at))
    step = states.inspection_step(now.state, verb)
    if step is None:
        raise Refused(
            f"Cuộc kiểm tra đang ở trạng thái “{now.get_state_display()}” nên không làm được bước "
            "này. Chưa có gì thay đổi."
        )
    now.state = step.after
    return now


def _must_be_under_way(inspection: Inspection) -> None:
    if inspection.state != InspectionState.UNDER_WAY:
        raise Refused("Cuộc kiểm tra đã có kết luận nên không sửa được nữa. Chưa có gì thay đổi.")
