"""Change the clock: the row, its event and the dates it moves, in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from gandan.domain.directory import access as directory
from gandan.domain.directory.queries import Account
from gandan.domain.meetings import actions as meetings
from gandan.domain.meetings.actions import RecountConclusion
from gandan.domain.petitions import actions as petitions
from gandan.domain.petitions.actions import RecountAnswer, RecountClock
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.actions import Recount
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
    return _moved(found, f"Tính lại: {said_of(edit)}", actor, at)


def _moved(found: Sequence[Move], reason: str, actor: Account, at: datetime) -> int:
    """They may be tens of thousands of each kind."""
    by: dict[str, Any] = {"actor": actor, "at": at}
    of: dict[str, list[Move]] = defaultdict(list)
    for move in found:
        of[move.kind].append(move)
    dates = [Recount(m.key, m.before, m.after) for m in of["task"]]
    answers = [RecountAnswer(m.key, m.before, m.after, m.basis) for m in of["petition"]]
    clocks = [RecountClock(m.key, m.case or 0, m.before or m.after) for m in of["clock"]]
    conclusions = [RecountConclusion(m.key, m.before, m.after) for m in of["meeting"]]
    return (
        tasks.recount(dates, reason, **by)
        + petitions.recount(answers, reason, **by)
        + petitions.recount_clocks(clocks, reason, **by)
        + meetings.recount(conclusions, **by)
    )
