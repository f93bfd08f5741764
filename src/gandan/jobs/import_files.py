"""Bring files into the registry: safe to run twice, safe to be killed.

Workers only read. This process writes, one transaction per file, so that a file is wholly in or
not at all; running it again brings in what is missing and changes nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from gandan.domain.directory.queries import Account
from gandan.domain.registry import actions, queries
from gandan.domain.registry.queries import Document
from gandan.jobs.reading_pool import Job, Unreadable, read_all
from vanban.input import Rejected, open_all

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
    for job, reading in read_all(_unknown(files, settled), processes):
        yield from _drain(settled)
        if isinstance(reading, Unreadable):
            yield Outcome(job.name, "refused", sentence=reading.sentence)
            continue
        received = actions.receive_read(job.data, reading, actor=actor, at=now())
        fate: Fate = "new" if received.is_new else "known"
        yield Outcome(job.name, fate, received.documents)
    yield from _drain(settled)


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
