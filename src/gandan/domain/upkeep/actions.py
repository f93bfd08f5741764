"""Ask for a job now; begin and end a run.

`begin` and `end` are for the machine: they change nothing but the row of the run.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.tasks.digest import is_working_day
from gandan.domain.upkeep.access import must
from gandan.domain.upkeep.models import JobRun
from gandan.domain.upkeep.schedule import Job, is_due
from gandan.domain.upkeep.states import can_ask, is_to_begin, state_of
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused

__all__ = ["ask", "begin", "end"]


@transaction.atomic
def ask(job: Job, *, actor: Account, at: datetime) -> JobRun:
    """Have the job run at the next look, whatever the hour. Asked twice before that, it is once."""
    day = timezone.localdate(at)
    must(actor, "ask_job", on=day)
    JobRun.objects.get_or_create(job=job.key, day=day)
    run = JobRun.objects.select_for_update().get(job=job.key, day=day)
    state = state_of(run, at)
    if state == "asked":
        return run
    if not can_ask(state):
        raise Refused(f"“{job.name}” đang chạy. Chưa yêu cầu chạy lại. Hãy đợi lần này xong.")
    run.asked_at, run.tries = at, 0
    run.save(update_fields=["asked_at", "tries"])
    record("job.ask", run, actor=actor, at=at, data={"job": job.key})
    return run


def begin(job: Job, *, at: datetime) -> JobRun | None:
    """Take the run of today if it is owed; None if not, or if another process was faster.

    The row is changed only if it still is what was seen: of several that see it, one changes it.
    """
    day = timezone.localdate(at)
    run = JobRun.objects.filter(job=job.key, day=day).first()
    is_asked = run is not None and state_of(run, at) == "asked"
    if not is_asked and not is_due(job, at, is_working_day):
        return None
    if run is None:
        run, _ = JobRun.objects.get_or_create(job=job.key, day=day)
    if not is_to_begin(run, at):
        return None
    seen = JobRun.objects.filter(pk=run.pk, begun_at=run.begun_at, ended_at=run.ended_at)
    taken = seen.update(begun_at=at, ended_at=None, outcome="", said="", tries=F("tries") + 1)
    return JobRun.objects.get(pk=run.pk) if taken else None


def end(run: JobRun, outcome: JobRun.Outcome, said: str, *, at: datetime) -> bool:
    """Keep what became of the run; False if it was given up for dead and taken by another."""
    mine = JobRun.objects.filter(pk=run.pk, begun_at=run.begun_at, ended_at=None)
    return bool(mine.update(ended_at=at, outcome=outcome, said=said[:400]))
