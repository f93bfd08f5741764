"""The clocks of a case as arithmetic: the kernel's clock of a row, and the terms that can run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Prefetch, QuerySet

from gandan.domain.petitions.models import Clock, ClockDate, ClockPause, Petition
from gandan.kernel.calendar import OutsideCalendar
from gandan.kernel.refusal import Refused
from gandan.kernel.terms import Clock as Running
from gandan.kernel.terms import Due, Pause, Term, TermError
from gandan.kernel.timetable import Timetable

# A denunciation is never kept among petitions (Luật Tố cáo 25/2018/QH14 Điều 22), nor do its terms run.
MATTERS = ("complaint", "reception", "letter", "voters")


def offered_terms(table: Timetable, on: date) -> list[Term]:
    """The terms in force on a day that run forward from an event of a case."""
    return [
        row
        for row in table.terms
        if row.name.partition(".")[0] in MATTERS
        and row.on and row.in_force(on)
        and row.direction == "after" and not row.every and row.unit != "giờ" and row.length
    ]  # fmt: skip


def running(clock: Clock, pauses: Sequence[ClockPause] | None = None) -> Running:
    """The clock as the kernel counts it; `pauses`: those of the row, if they are known already."""
    stood = clock.pauses.all() if pauses is None else pauses
    return Running(
        clock.term, clock.counted_from, remote=clock.is_remote, complex=clock.is_complex,
        extended=clock.extended, territory=clock.place,
        pauses=tuple(Pause(each.begun, each.ended) for each in stood),
    )  # fmt: skip


def counted(clock: Running, table: Timetable) -> Due:
    """Its day by this table; raises Refused with the sentence of the term."""
    try:
        return clock.due(table.calendar, table.terms)
    except (TermError, OutsideCalendar) as error:
        raise Refused(f"{error} Chưa có gì thay đổi.") from error


def clocks_of(petition: Petition) -> QuerySet[Clock]:
    """The clocks of a case in the order in which they began, with pauses and dates."""
    return petition.clocks.select_related("started_by__person").prefetch_related(
        Prefetch("pauses", ClockPause.objects.select_related("by__person")),
        Prefetch("dates", ClockDate.objects.select_related("by__person")),
    )
