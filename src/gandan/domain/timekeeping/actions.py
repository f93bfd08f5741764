"""Change the clock: the row, its event and the dates it moves, in one transaction."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from gandan.domain.directory import access as directory
from gandan.domain.directory.queries import Account
from gandan.domain.meetings import actions as meetings
from gandan.domain.meetings.queries import Meeting
from gandan.domain.petitions import actions as petitions
from gandan.domain.petitions.queries import Clock, Petition
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.queries import Task
from gandan.domain.timekeeping.moves import Move, digest_of, moves
from gandan.domain.timekeeping.proposals import checked, said_of
from gandan.kernel.access import Denied
from gandan.kernel.events import deed, one_writer_at_a_time, record
from gandan.kernel.refusal import Refused
from gandan.kernel.timetable import Edit, keep, timetable

MAY_NOT = (
    "Chỉ người quản trị của cơ quan cấp trên cùng, hoặc của đơn vị trên địa bàn đó, được sửa lịch và "
    "thời hạn. Chưa có gì thay đổi."
)


def change(edit: Edit, *, seen: str | None, actor: Account, at: datetime) -> int:
    """Keep a change. `seen`: the digest of the moves that were shown and are approved; None keeps
    every open date as it is. Gives the number of dates moved."""
    with deed(f"clock.{edit.kind}"):
        return _changed(edit, seen, actor, at)


def _changed(edit: Edit, seen: str | None, actor: Account, at: datetime) -> int:
    if not directory.can(actor, "set_clock", edit.territory, on=timezone.localdate(at)):
        raise Denied(MAY_NOT)
    one_writer_at_a_time()
    before = timetable()
    edit = checked(edit, before)
    found = [] if seen is None else moves(before, before.after(edit))
    if seen is not None and digest_of(found) != seen:
        raise Refused(
            "Danh sách hạn sẽ dời vừa thay đổi. Chưa lưu gì. Hãy xem lại danh sách rồi duyệt."
        )
    row = keep(edit, actor=actor, at=at)
    record(
        f"clock.{edit.kind}", row, actor=actor, at=at,
        data={"key": edit.key, "territory": edit.territory, "moved": len(found)},
    )  # fmt: skip
    reason = f"Tính lại: {said_of(edit)}"
    return sum(_moved(move, reason, actor, at) for move in found)


def _moved(move: Move, reason: str, actor: Account, at: datetime) -> bool:
    if move.kind == "task":
        task = Task.objects.get(pk=move.key)
        return tasks.recount(task, move.before, move.after, reason, actor=actor, at=at)
    if move.kind == "petition":
        petition = Petition.objects.get(pk=move.key)
        return petitions.recount(
            petition, move.before, move.after, move.basis, reason, actor=actor, at=at
        )
    if move.kind == "clock":
        clock = Clock.objects.select_related("petition").get(pk=move.key)
        before = move.before or move.after
        return petitions.recount_clock(clock, before, reason, actor=actor, at=at)
    meeting = Meeting.objects.get(pk=move.key)
    return meetings.recount(meeting, move.before, move.after, actor=actor, at=at)
