"""Look which daily jobs are due, and run them one after the other.

What keeps two processes from the same job, and a job from running twice a day, is the row of the run
(`upkeep.actions.begin`): as many may look as like.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from threading import Event

from django.db import close_old_connections
from django.utils import timezone

from gandan.domain.directory.actions import machine_account
from gandan.domain.upkeep import actions
from gandan.domain.upkeep.queries import JOBS, Job, JobRun
from gandan.jobs.daily import DUTIES
from gandan.kernel.refusal import Refused

log = logging.getLogger(__name__)

# A person who pressed "Chạy ngay" waits no longer than this.
PAUSE = 60.0
Clock = Callable[[], datetime]


def work(now: Clock, stop: Event, *, pause: float = PAUSE) -> Iterator[tuple[Job, JobRun]]:
    """Look again and again until `stop`; each run when it has ended. Nothing ends it but `stop`: a
    database that is away for a while is asked again."""
    while not stop.is_set():
        close_old_connections()
        try:
            yield from look(now, stop)
        except Exception:
            log.exception("the daily jobs could not be looked at")
        stop.wait(pause)


def look(now: Clock, stop: Event | None = None) -> Iterator[tuple[Job, JobRun]]:
    """Run what is due, each job once; one that fails does not keep the others back."""
    for job in JOBS:
        if stop is not None and stop.is_set():
            return
        run = actions.begin(job, at=now())
        if run is not None:
            outcome, said = _outcome(job, now())
            actions.end(run, outcome, said, at=now())
            run.refresh_from_db()
            yield job, run


def _outcome(job: Job, at: datetime) -> tuple[JobRun.Outcome, str]:
    """The words of an error may hold what nobody should read on a page: only its kind is kept."""
    try:
        said = DUTIES[job.key](timezone.localdate(at), machine_account(at), at)
    except Refused as refusal:
        return JobRun.Outcome.FAILED, str(refusal)
    except Exception as error:
        log.exception("the daily job %s failed", job.key)
        return JobRun.Outcome.FAILED, (
            f"Gặp lỗi ({type(error).__name__}). Phần đã làm được giữ lại. "
            "Hãy gửi nhật ký của máy chủ cho người phụ trách chương trình."
        )
    return JobRun.Outcome.DONE, said
