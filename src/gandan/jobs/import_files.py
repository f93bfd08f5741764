"""Bring files into the registry: safe to run twice, safe to be killed.

Workers only read. This process writes in transactions, so that a file is wholly in or not at all;
running it again brings in what is missing and changes nothing else.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from django.db import DatabaseError, transaction

from gandan.domain.directory.queries import Account
from gandan.domain.registry import actions, queries
from gandan.domain.registry.queries import Document
from gandan.jobs.reading_pool import Job, Result, Unreadable, read_all
from vanban.input import Rejected, open_all
from vanban.model import Reading

log = logging.getLogger(__name__)

_AT_ONCE = 8
_NOT_WRITTEN = (
    "Cơ sở dữ liệu không nhận nội dung của tệp này. Chưa lưu gì của tệp. "
    "Hãy gửi tệp cho người phụ trách chương trình."
)
Fate = Literal["new", "known", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; `sentence` says why it was refused."""

    name: str
    fate: Fate
    documents: tuple[Document, ...] = ()
    sentence: str = ""


def import_files(
    files: Sequence[Path],
    *,
    actor: Account,
    now: Callable[[], datetime],
    processes: int = 1,
) -> Iterator[Outcome]:
    """Receive each file; yields what became of it as soon as it is known."""
    settled: list[Outcome] = []
    read: list[Result] = []
    for result in read_all(_unknown(files, settled), processes):
        read.append(result)
        if len(read) == _AT_ONCE:
            settled.extend(_write(read, actor, now))
            read.clear()
        yield from _drain(settled)
    settled.extend(_write(read, actor, now))
    yield from _drain(settled)


def _write(read: Sequence[Result], actor: Account, now: Callable[[], datetime]) -> list[Outcome]:
    """A few files in one transaction, because each commit waits for the disk; within it each file
    is a transaction of its own, so that a file that cannot be written does not take others along.
    """
    with transaction.atomic():
        return [_write_one(job, reading, actor, now()) for job, reading in read]


def _write_one(job: Job, reading: Reading | Unreadable, actor: Account, at: datetime) -> Outcome:
    if isinstance(reading, Unreadable):
        return Outcome(job.name, "refused", sentence=reading.sentence)
    try:
        received = actions.receive_read(job.data, reading, actor=actor, at=at)
    except DatabaseError:
        log.exception("the database refused %s", job.name)
        return Outcome(job.name, "refused", sentence=_NOT_WRITTEN)
    return Outcome(job.name, "new" if received.is_new else "known", received.documents)


def _unknown(files: Sequence[Path], settled: list[Outcome]) -> Iterator[Job]:
    """The files, and those inside zips, whose bytes are not in the registry yet; the others are
    settled at once."""
    for path in files:
        try:
            members = open_all(path.read_bytes(), path.name)
        except OSError as error:
            settled.append(Outcome(str(path), "refused", sentence=_cannot_open(error)))
            continue
        except Rejected as error:
            settled.append(Outcome(path.name, "refused", sentence=str(error)))
            continue
        for name, data in members:
            file = queries.file_with(queries.digest(data))
            if file is None:
                yield Job(name, data)
            else:
                settled.append(Outcome(name, "known", tuple(queries.documents_of(file))))


def _drain(settled: list[Outcome]) -> Iterator[Outcome]:
    while settled:
        yield settled.pop(0)


def _cannot_open(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "Không có tệp này. Hãy xem lại đường dẫn."
    return f"Không mở được tệp ({error.strerror}). Hãy xem lại quyền đọc."
