"""Read many files at once, each in a worker process, without one bad file stopping the rest."""

from __future__ import annotations

import logging
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial

import vanban
from gandan.kernel.calendar import vietnam
from gandan.kernel.calendar.resting import day_off
from vanban.checking import checked
from vanban.input import Rejected
from vanban.model import Reading

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read: its name and its bytes; `check`: whether to check it as well."""

    name: str
    data: bytes
    check: bool = True


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file could not be read: a stable code and one Vietnamese sentence."""

    code: str
    sentence: str


Result = tuple[Job, Reading | Unreadable]


def read_one(job: Job) -> Reading | Unreadable:
    """Read one file, and check it. A fault of the reader is this file's misfortune, not that of the rest."""
    try:
        reading = vanban.read(job.data, job.name)
        return (
            checked(reading, job.data, day_off=partial(day_off, vietnam()))
            if job.check
            else reading
        )
    except Rejected as error:
        return Unreadable(error.code, str(error))
    except Exception:
        log.exception("the reader failed on %s", job.name)
        return Unreadable(
            "reader-fault",
            "Trình đọc gặp lỗi với tệp này. Chưa lưu gì của tệp. "
            "Hãy gửi tệp cho người phụ trách chương trình.",
        )


def read_all(jobs: Iterable[Job], processes: int) -> Iterator[Result]:
    """Each file with what was read, in the order given; a few files are in memory at a time."""
    if processes <= 1:
        for job in jobs:
            yield job, read_one(job)
        return
    yield from _read_in_pool(jobs, processes)


def _read_in_pool(jobs: Iterable[Job], processes: int) -> Iterator[Result]:
    waiting: deque[tuple[Job, Future[Reading | Unreadable]]] = deque()
    pool = _pool(processes)
    try:
        for job in jobs:
            try:
                waiting.append((job, pool.submit(read_one, job)))
            except BrokenProcessPool:
                yield from _one_by_one([each for each, _ in waiting] + [job])
                waiting.clear()
                pool = _renewed(pool, processes)
            while len(waiting) > 4 * processes:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _finished(job: Job, future: Future[Reading | Unreadable]) -> Result:
    try:
        return job, future.result()
    except BrokenProcessPool:
        return next(_one_by_one([job]))


def _one_by_one(jobs: list[Job]) -> Iterator[Result]:
    """A worker died (out of memory, a fault in a C library): which file did it? Each file that was
    under way gets a worker of its own, so that only the guilty one is refused."""
    for job in jobs:
        pool = _pool(1)
        try:
            yield job, pool.submit(read_one, job).result()
        except BrokenProcessPool:
            yield (
                job,
                Unreadable(
                    "reader-died",
                    "Tệp này làm trình đọc dừng giữa chừng. Chưa lưu gì của tệp. "
                    "Hãy mở tệp, lưu lại bằng phần mềm soạn thảo rồi gửi lần nữa.",
                ),
            )
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _renewed(broken: ProcessPoolExecutor, processes: int) -> ProcessPoolExecutor:
    broken.shutdown(wait=False, cancel_futures=True)
    return _pool(processes)


def _pool(processes: int) -> ProcessPoolExecutor:
    """Spawned, not forked: a worker must not inherit a connection to the database."""
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"))
