"""Let a term run in a case, stand still, go on, last longer, and end.

The kernel counts; here stand permission, the row and its event. Every day that a clock had stays,
with the reason for which it was that day.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, territory_path
from gandan.domain.petitions.access import must
from gandan.domain.petitions.actions.hold import held, remember
from gandan.domain.petitions.models import Clock, ClockDate, Petition
from gandan.domain.petitions.running import counted, offered_terms, running
from gandan.kernel.calendar.wording import short
from gandan.kernel.refusal import Refused
from gandan.kernel.terms import TermError
from gandan.kernel.timetable import timetable

_NOTHING = "Chưa có gì thay đổi."


@transaction.atomic
def start_clock(
    petition: Petition,
    term: str,
    start: date,
    *,
    actor: Account,
    at: datetime,
    remote: bool = False,
    complex_case: bool = False,
    seen: int | None = None,
) -> Clock:
    """Let a term run since its event on a day. The same again gives the clock that is there."""
    now = held(petition, seen)
    must(actor, "run_clock", now, on=timezone.localdate(at))
    kept = now.clocks.exclude(state=Clock.State.DONE).filter(term=term).first()
    if kept is not None and kept.counted_from == start:
        return kept
    if kept is not None:
        raise Refused(f"“{kept}” đang chạy từ {short(kept.counted_from)}. {_NOTHING}")
    if not now.is_open:
        raise Refused(f"Kiến nghị đã kết thúc nên không tính hạn nữa. {_NOTHING}")
    if start > timezone.localdate(at):
        raise Refused(f"Ngày của sự kiện ở sau hôm nay. {_NOTHING} Hãy xem lại ngày.")
    table = timetable()
    row = next((row for row in offered_terms(table, start) if row.name == term), None)
    if row is None:
        raise Refused(
            f"Thời hạn “{term}” không áp dụng được từ {short(start)}. {_NOTHING} "
            "Hãy chọn trong danh sách, hoặc nhờ quản trị bật thời hạn."
        )
    clock = Clock(
        petition=now, term=term, means=row.means[:300], counted_from=start,
        place=territory_path(now.unit) if now.unit else "", is_remote=remote,
        is_complex=complex_case, started_at=at, started_by=actor,
    )  # fmt: skip
    answer = counted(running(clock, ()), table)
    clock.basis = answer.basis[:400]
    clock.save()
    _set_day(clock, f"{row.event}: {short(start)}", actor, at)
    remember("clock_start", now, actor, at, {"clock": clock.pk, "term": term})
    return clock


@transaction.atomic
def pause_clock(
    clock: Clock, on: date, reason: str, basis: str, *, actor: Account, at: datetime,
    seen: int | None = None,
) -> Clock:  # fmt: skip
    """Stop a clock by a decision of a day, where the row of its term lets it stand still. `basis`:
    the decision, by number and day."""
    case, now = _held(clock, "stop_clock", actor, at, seen)
    if not reason.strip() or not basis.strip():
        raise Refused(f"Tạm dừng phải có lý do và căn cứ. {_NOTHING} Hãy ghi cả hai.")
    _not_later(on, at)
    ended = now.pauses.filter(ended__gt=on).exists()
    if ended:
        raise Refused(f"Ngày này nằm trong lần tạm dừng trước. {_NOTHING} Hãy xem lại ngày.")
    try:
        running(now).pause(on, timetable().terms)
    except TermError as error:
        raise Refused(f"{error} {_NOTHING}") from error
    now.pauses.create(
        begun=on, reason=reason.strip()[:400], basis=basis.strip()[:400], at=at, by=actor
    )
    now.state, now.due_on = Clock.State.PAUSED, None
    now.save()
    remember("clock_pause", case, actor, at, {"clock": now.pk, "on": on.isoformat()})
    return now


@transaction.atomic
def resume_clock(
    clock: Clock, on: date, *, actor: Account, at: datetime, seen: int | None = None
) -> Clock:
    """Let a clock go on by a decision of a day; its day is counted anew in the unit of the term."""
    case, now = _held(clock, "stop_clock", actor, at, seen)
    _not_later(on, at)
    try:
        running(now).resume(on)
    except TermError as error:
        raise Refused(f"{error} {_NOTHING}") from error
    stopped = now.pauses.get(ended=None)
    stopped.ended = on
    stopped.save(update_fields=["ended"])
    now.state = Clock.State.RUNNING
    said = f"tạm dừng {short(stopped.begun)}–{short(on)}: {stopped.reason} ({stopped.basis})"
    _set_day(now, said, actor, at)
    remember("clock_resume", case, actor, at, {"clock": now.pk, "on": on.isoformat()})
    return now


@transaction.atomic
def extend_clock(
    clock: Clock, reason: str, *, actor: Account, at: datetime, seen: int | None = None
) -> Clock:
    """Prolong a term once more, by as much and as often as its row allows."""
    case, now = _held(clock, "stop_clock", actor, at, seen)
    if not reason.strip():
        raise Refused(f"Gia hạn phải có lý do. {_NOTHING} Hãy ghi lý do.")
    if now.state != Clock.State.RUNNING:
        raise Refused(f"Thời hạn đang không chạy nên không gia hạn được. {_NOTHING}")
    now.extended += 1
    _set_day(now, f"gia hạn lần {now.extended}: {reason.strip()}", actor, at)
    remember("clock_extend", case, actor, at, {"clock": now.pk, "times": now.extended})
    return now


@transaction.atomic
def finish_clock(
    clock: Clock, on: date, *, actor: Account, at: datetime, seen: int | None = None
) -> Clock:
    """What the term asked for was done on a day."""
    case, now = _held(clock, "run_clock", actor, at, seen)
    _not_later(on, at)
    if now.state != Clock.State.RUNNING:
        raise Refused(f"Thời hạn đang không chạy nên không ghi là xong được. {_NOTHING}")
    if on < now.counted_from:
        raise Refused(f"Thời hạn chỉ bắt đầu từ {short(now.counted_from)}. {_NOTHING}")
    now.state, now.done_on = Clock.State.DONE, on
    now.save()
    remember("clock_finish", case, actor, at, {"clock": now.pk, "on": on.isoformat()})
    return now


def _held(
    clock: Clock, verb: str, actor: Account, at: datetime, seen: int | None
) -> tuple[Petition, Clock]:
    case = held(clock.petition, seen)
    must(actor, verb, case, on=timezone.localdate(at))
    return case, Clock.objects.get(pk=clock.pk)


def _set_day(clock: Clock, reason: str, actor: Account, at: datetime) -> None:
    """Count, keep the day with its reason, and save the clock."""
    answer = counted(running(clock), timetable())
    clock.due_on, clock.why = answer.date, list(answer.steps)
    clock.save()
    ClockDate.objects.create(clock=clock, on=answer.date, reason=reason[:600], at=at, by=actor)


def _not_later(on: date, at: datetime) -> None:
    if on > timezone.localdate(at):
        raise Refused(f"Ngày này ở sau hôm nay. {_NOTHING} Hãy xem lại ngày.")
