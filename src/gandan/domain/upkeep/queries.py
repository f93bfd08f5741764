"""Questions about what runs by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import Max, QuerySet
from django.utils import timezone

from gandan.domain.tasks.digest import is_working_day
from gandan.domain.upkeep.models import JobRun
from gandan.domain.upkeep.schedule import JOBS, Job, is_due, job_named, next_opening
from gandan.domain.upkeep.states import PATIENCE, State, can_ask, is_to_begin, state_of
from gandan.kernel.timetable import timetable

__all__ = ["JOBS", "Job", "JobRun", "Standing", "is_idle", "job_named", "runs", "standings"]

_LATE = timedelta(minutes=15)
Works = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Standing:
    """A job as it stands at a moment: its last run, and when it runs next (None: at the next look).
    `is_late`: it should have begun by now."""

    job: Job
    run: JobRun | None
    state: State
    next_at: datetime | None
    is_late: bool
    may_ask: bool


def runs() -> QuerySet[JobRun]:
    """Every run that was begun, the newest first."""
    return JobRun.objects.filter(begun_at__isnull=False)


def standings(at: datetime) -> list[Standing]:
    """Each job, in the order in which they are run."""
    newest = JobRun.objects.order_by().values("job").annotate(last=Max("pk")).values("last")
    last = {run.job: run for run in JobRun.objects.filter(pk__in=newest)}
    works = partial(is_working_day, calendar=timetable().calendar)
    return [_standing(job, last.get(job.key), at, works) for job in JOBS]


def is_idle(found: list[Standing]) -> bool:
    """Whether nothing seems to run by itself: something should have begun, and nothing is running."""
    return any(one.is_late for one in found) and all(one.state != "running" for one in found)


def _standing(job: Job, run: JobRun | None, at: datetime, works: Works) -> Standing:
    state: State = state_of(run, at) if run else "waiting"
    today = run if run is not None and run.day == timezone.localdate(at) else None
    may_ask = state == "asked" or today is None or can_ask(state)
    if today is not None and state == "asked":
        return Standing(job, run, state, None, at - (today.asked_at or at) > _LATE, may_ask)
    owed = today is None or is_to_begin(today, at)
    if owed and is_due(job, at, works):
        since = (today.begun_at + PATIENCE) if today is not None and today.begun_at else None
        since = since or datetime.combine(
            timezone.localdate(at), job.opens, timezone.localtime(at).tzinfo
        )
        return Standing(job, run, state, None, at - since > _LATE, may_ask)
    return Standing(job, run, state, _next(job, today, at, works), False, may_ask)


def _next(job: Job, today: JobRun | None, at: datetime, works: Works) -> datetime | None:
    """A run of today that failed is tried again today, while the job is open; else another day."""
    if today is not None and today.begun_at is not None:
        again = today.begun_at + PATIENCE
        if again > at and is_to_begin(today, again) and is_due(job, again, works):
            return again
        midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
        return next_opening(job, midnight + timedelta(days=1), works)
    return next_opening(job, at, works)
