"""Train people: plan who should come, hold the sessions, count who came; nobody is named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.meetings.access import must
from gandan.domain.meetings.actions.recording import Entry, record_meeting
from gandan.domain.meetings.models import Attendance, Audience, Course, Mode, Session
from gandan.domain.registry.queries import Document, File
from gandan.domain.tasks.queries import Task
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused

MOST = 5_000


@transaction.atomic
def plan_course(
    name: str,
    unit: Unit,
    subject: str,
    *,
    actor: Account,
    at: datetime,
    document: Document | None = None,
    task: Task | None = None,
) -> Course:
    said, about = " ".join(name.split())[:200], " ".join(subject.split())[:400]
    if not said or not about:
        raise Refused("Lớp tập huấn chưa có tên hoặc nội dung. Chưa lưu gì. Hãy điền đủ.")
    made = Course(
        name=said, unit=unit, subject=about, document=document, task=task,
        created_at=at, created_by=actor,
    )  # fmt: skip
    must(actor, "run", made, on=timezone.localdate(at))
    made.save()
    record("course.plan", made, actor=actor, at=at, unit_id=unit.pk)
    return made


@transaction.atomic
def invite(
    course: Course, planned: Mapping[Unit, int], post: str, *, actor: Account, at: datetime
) -> list[Audience]:
    """So many of a post from each unit; what was planned before for the same post is put right."""
    now = _held(course)
    must(actor, "run", now, on=timezone.localdate(at))
    said = " ".join(post.split())[:120]
    if not planned or not said:
        raise Refused("Chưa ghi đơn vị hoặc chức danh dự tập huấn. Chưa lưu gì.")
    if any(not 0 < number <= MOST for number in planned.values()):
        raise Refused(f"Số người dự kiến phải từ 1 đến {MOST}. Chưa lưu gì. Hãy sửa số.")
    made = [
        Audience.objects.update_or_create(
            course=now, unit=unit, post=said, defaults={"planned": number}
        )[0]
        for unit, number in planned.items()
    ]
    record(
        "course.invite", now, actor=actor, at=at, unit_id=now.unit_id,
        data={"units": len(made), "people": sum(planned.values())},
    )  # fmt: skip
    return made


@transaction.atomic
def plan_session(course: Course, on: date, place: str, *, actor: Account, at: datetime) -> Session:
    """A day of the course; planned twice it is one."""
    now = _held(course)
    must(actor, "run", now, on=timezone.localdate(at))
    where = " ".join(place.split())[:200]
    if not where:
        raise Refused("Chưa ghi nơi tổ chức. Chưa lưu gì.")
    made, is_new = Session.objects.get_or_create(course=now, planned_on=on, place=where)
    if is_new:
        record(
            "course.session",
            now,
            actor=actor,
            at=at,
            unit_id=now.unit_id,
            data={"session": made.pk},
        )
    return made


@deed("course.attend")
def count_attendance(
    session: Session, held_on: date, came: Mapping[int, int], *, actor: Account, at: datetime
) -> Session:
    """How many came, by key of the audience. The first count makes the meeting; a later one puts the
    figures right."""
    now = (
        Session.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=session.pk)
    )
    course = _held(now.course)
    must(actor, "record", course, on=timezone.localdate(at))
    audiences = {each.pk: each for each in course.audiences.all()}
    if set(came) - set(audiences) or any(not 0 <= number <= MOST for number in came.values()):
        raise Refused("Số người dự không đúng. Chưa lưu gì. Hãy xem lại từng dòng.")
    if now.meeting is None:
        entry = Entry(
            key=f"session-{now.pk:08d}", kind="training", unit=course.unit, mode=Mode.IN_PERSON,
            place=now.place, held_on=held_on, attendees=sum(came.values()),
            details={"subject": course.subject},
        )  # fmt: skip
        now.meeting = record_meeting(entry, actor=actor, at=at).meeting
        now.save(update_fields=["meeting"])
    for key, number in came.items():
        Attendance.objects.update_or_create(
            session=now, audience=audiences[key], defaults={"number": number}
        )
    now.meeting.attendees = sum(came.values())
    now.meeting.save(update_fields=["attendees"])
    record(
        "course.attend", course, actor=actor, at=at, unit_id=course.unit_id,
        data={"session": now.pk, "people": sum(came.values())},
    )  # fmt: skip
    return now


@transaction.atomic
def add_material(course: Course, file: File, *, actor: Account, at: datetime) -> None:
    now = _held(course)
    must(actor, "record", now, on=timezone.localdate(at))
    if now.materials.filter(pk=file.pk).exists():
        return
    now.materials.add(file)
    record("course.material", now, actor=actor, at=at, unit_id=now.unit_id, data={"file": file.pk})


def _held(course: Course) -> Course:
    rows = Course.objects.select_for_update(of=("self",)).select_related("unit")
    return rows.get(pk=course.pk)
