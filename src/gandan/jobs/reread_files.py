"""Read held files again with the reader of today: safe to run twice, safe to be killed.

Workers only read. This process writes each file in a transaction of its own; running it again goes
on where it ended, because what this reader has read is not read by it once more.
"""

from __future__ import annotations

import logging
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from django.db import DatabaseError

from gandan.domain.directory.queries import Account
from gandan.domain.registry import actions, queries
from gandan.domain.registry.queries import File
from gandan.jobs.reading_pool import Job, Unreadable, read_all
from vanban.model import Reading

log = logging.getLogger(__name__)

_LOST = (
    "Không lấy lại được tệp gốc từ kho tệp, hoặc tệp không còn như khi nhận. "
    "Những gì đã đọc vẫn giữ nguyên. Hãy khôi phục kho tệp từ bản sao lưu rồi chạy lại."
)
_NOT_WRITTEN = (
    "Cơ sở dữ liệu không nhận bản đọc mới. Những gì đã đọc vẫn giữ nguyên. "
    "Hãy gửi tệp cho người phụ trách chương trình."
)
_KEPT = "Trình đọc hôm nay không đọc được tệp này: {why} Những gì đã đọc trước đây vẫn giữ nguyên."
Fate = Literal["reread", "current", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; `counts` as `registry.rereading.tally` gives them."""

    name: str
    fate: Fate
    counts: Counter[str] = field(default_factory=Counter)
    sentence: str = ""


def reread_files(
    files: Iterable[File],
    *,
    actor: Account,
    now: Callable[[], datetime],
    processes: int = 1,
) -> Iterator[Outcome]:
    """Each file again; yields what became of it as soon as it is known."""
    under_way: deque[File] = deque()
    settled: deque[Outcome] = deque()
    for job, reading in read_all(_older(files, under_way, settled), processes):
        while settled:
            yield settled.popleft()
        yield _write(under_way.popleft(), job, reading, actor, now())
    yield from settled


def _older(files: Iterable[File], under_way: deque[File], settled: deque[Outcome]) -> Iterator[Job]:
    for file in files:
        if not queries.read_by_older(queries.documents_of(file)).exists():
            settled.append(Outcome(file.name, "current"))
            continue
        try:
            data = queries.bytes_of(file)
        except (OSError, ValueError):
            settled.append(Outcome(file.name, "refused", sentence=_LOST))
            continue
        under_way.append(file)
        yield Job(file.name, data)


def _write(
    file: File, job: Job, reading: Reading | Unreadable, actor: Account, at: datetime
) -> Outcome:
    if isinstance(reading, Unreadable):
        why = _KEPT.format(why=reading.sentence.split(" Chưa lưu")[0])
        return Outcome(job.name, "refused", sentence=why)
    try:
        done = actions.reread_read(file, reading, actor=actor, at=at)
    except DatabaseError:
        log.exception("the database refused a new reading of file %s", file.pk)
        return Outcome(job.name, "refused", sentence=_NOT_WRITTEN)
    return Outcome(job.name, "reread" if done.is_new else "current", done.counts)
