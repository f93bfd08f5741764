"""Do the long work that people asked for, one errand after the other, thing by thing.

What is slow happens between the steps, what is written within one: a thing is done wholly, with its
line and the progress, or not at all. A process that is killed leaves an errand that the next goes on
with.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from threading import Event

from django.db import close_old_connections, transaction

from gandan.domain.errands import actions
from gandan.domain.errands.queries import Errand, Line
from gandan.jobs.errand_kinds import KINDS, Kind
from gandan.kernel.access import Denied, NoAccount
from gandan.kernel.refusal import Refused

log = logging.getLogger(__name__)

# A person looks at the page that shows it.
PAUSE = 2.0
# Between two steps others write: SQLite has one writer, and who waits for their turn looks ten times a
# second. Without it a request waited in vain until it gave up.
BREATH = 0.25
Clock = Callable[[], datetime]
_NOBODY = "Tài khoản đã yêu cầu không còn dùng được nên việc dừng ở đây. Phần đã làm được giữ lại."


class _TakenAwayError(Exception):
    """It was stopped, or another process has it: the thing under way is undone."""


def work_errands(now: Clock, stop: Event, *, pause: float = PAUSE) -> None:
    """Look again and again until `stop`."""
    while not stop.is_set():
        close_old_connections()
        try:
            while not stop.is_set() and run_next(now, stop, breath=BREATH) is not None:
                continue
        except Exception:
            log.exception("the errands could not be looked at")
        stop.wait(pause)


def run_next(
    now: Clock,
    stop: Event | None = None,
    kinds: Mapping[str, Kind] = KINDS,
    *,
    breath: float = 0,
) -> Errand | None:
    """Do the next errand as far as it goes; None: there is none."""
    actions.clear_files(now())
    errand = actions.take(at=now())
    if errand is None:
        return None
    kind = kinds[errand.kind]
    stop = stop or Event()
    if not kind.goes_on:
        actions.begin_again(errand)
    try:
        for lines in _done(errand, kind, now):
            log.debug("errand %s: %s lines", errand.pk, lines)
            if stop.wait(breath):
                actions.put_back(errand)
                return errand
    except _TakenAwayError:
        return errand
    except (Refused, Denied) as refusal:
        actions.end(errand, Errand.Outcome.FAILED, at=now(), told=str(refusal))
    except NoAccount:
        actions.end(errand, Errand.Outcome.FAILED, at=now(), told=_NOBODY)
    except Exception as error:
        log.exception("errand %s of kind %s failed", errand.pk, errand.kind)
        told = (
            f"Gặp lỗi ({type(error).__name__}). Phần đã làm được giữ lại. "
            "Hãy gửi nhật ký của máy chủ cho người phụ trách chương trình."
        )
        actions.end(errand, Errand.Outcome.FAILED, at=now(), told=told)
    else:
        result = kind.result if (errand.folder / kind.result).is_file() else ""
        actions.end(errand, Errand.Outcome.DONE, at=now(), result=result)
    return errand


def _done(errand: Errand, kind: Kind, now: Clock) -> Iterator[int]:
    for step in kind.does(errand):
        with transaction.atomic():
            lines = [
                Line(errand=errand, name=one.name[:255], fate=one.fate,
                     sentence=one.sentence[:400], address=one.address)
                for one in step.act(now())
            ]  # fmt: skip
            if not actions.note(errand, step.counts, lines, at=now()):
                raise _TakenAwayError
        yield len(lines)
