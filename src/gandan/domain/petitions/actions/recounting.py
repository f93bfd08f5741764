"""The days by which petitions must be answered, and those of the terms that run in them, counted anew:
the days of their tasks go with the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from gandan.domain.directory.access import standing
from gandan.domain.directory.queries import Account
from gandan.domain.petitions.access import must
from gandan.domain.petitions.counted import UNANSWERED
from gandan.domain.petitions.deadlines import term_of_source
from gandan.domain.petitions.models import Clock, ClockDate, Petition
from gandan.domain.petitions.running import counted, running
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.actions import Recount
from gandan.kernel.events import record
from gandan.kernel.many_rows import by_hundreds, held, write_alike
from gandan.kernel.timetable import timetable


class RecountAnswer(NamedTuple):
    """The day of an answer, `old`, becomes `new`; `basis` tells it."""

    petition: int
    old: date | None
    new: date
    basis: str


class RecountClock(NamedTuple):
    """The day of a clock in the petition `case` is `old` until the table in force now gives another."""

    clock: int
    case: int
    old: date


@transaction.atomic
def recount(moved: Iterable[RecountAnswer], reason: str, *, actor: Account, at: datetime) -> int:
    """Each old day is kept in the words of the new one and in the event. How many: what is not due on
    `old` any more, or was answered, is left."""
    return by_hundreds(moved, partial(_recounted, reason=reason, actor=actor, at=at))


@transaction.atomic
def recount_clocks(
    moved: Iterable[RecountClock], reason: str, *, actor: Account, at: datetime
) -> int:
    """Each old day stays, with its reason. How many: what does not run any more, or is not due on `old`,
    is left."""
    return by_hundreds(moved, partial(_clocks_recounted, reason=reason, actor=actor, at=at))


def _recounted(moved: Sequence[RecountAnswer], reason: str, actor: Account, at: datetime) -> int:
    now = _held({each.petition for each in moved}, actor, at)
    changed, of_tasks = {}, []
    for each in moved:
        petition = now[each.petition]
        if petition.due_on != each.old or petition.state not in UNANSWERED:
            continue
        was = f"trước là {each.old:%d/%m/%Y}" if each.old else "trước chưa có hạn"
        term = petition.term or term_of_source(petition.source)
        basis = f"{each.basis} ({was}; {reason})"[:400]
        changed[petition.pk] = (each.new, term, basis)
        record(
            "petition.recount", petition, actor=actor, at=at, unit_id=_having(petition),
            data={"from": each.old.isoformat() if each.old else None, "to": each.new.isoformat()},
        )  # fmt: skip
        if petition.task_id is not None:
            of_tasks.append(Recount(petition.task_id, each.old, each.new))
    write_alike(
        Petition.objects.all(), ("due_on", "term", "term_basis"), changed,
        sequence=F("sequence") + 1,
    )  # fmt: skip
    tasks.recount(of_tasks, reason, actor=actor, at=at)
    return len(changed)


def _clocks_recounted(
    moved: Sequence[RecountClock], reason: str, actor: Account, at: datetime
) -> int:
    cases = _held({each.case for each in moved}, actor, at)
    rows = Clock.objects.prefetch_related("pauses").in_bulk([each.clock for each in moved])
    table = timetable()
    changed, dates = {}, []
    for each in moved:
        clock, case = rows[each.clock], cases[each.case]
        if clock.state != Clock.State.RUNNING or clock.due_on != each.old:
            continue
        answer = counted(running(clock), table)
        changed[clock.pk] = (answer.date, answer.steps)
        dates.append(ClockDate(clock=clock, on=answer.date, reason=reason[:600], at=at, by=actor))
        record(
            "petition.clock_recount", case, actor=actor, at=at, unit_id=_having(case),
            data={"clock": clock.pk, "from": each.old.isoformat(), "to": answer.date.isoformat()},
        )  # fmt: skip
    write_alike(Clock.objects.all(), ("due_on", "why"), changed)
    ClockDate.objects.bulk_create(dates)
    touched = {rows[key].petition_id for key in changed}
    Petition.objects.filter(pk__in=touched).update(sequence=F("sequence") + 1)
    return len(changed)


def _held(keys: set[int], actor: Account, at: datetime) -> Mapping[int, Petition]:
    who = standing(actor, timezone.localdate(at))
    now = held(Petition.objects.select_related("unit", "holder"), keys)
    for petition in now.values():
        must(who, "recount", petition, on=who.on)
    return now


def _having(petition: Petition) -> int | None:
    return petition.holder_id or petition.unit_id
