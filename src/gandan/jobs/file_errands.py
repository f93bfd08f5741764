"""Receive many files for somebody who does not wait: each gets its own verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from gandan.domain.directory.queries import Account
from gandan.domain.errands.queries import Errand
from gandan.domain.registry import actions, queries
from gandan.domain.registry.queries import Document
from gandan.jobs.errand_steps import Step, Told
from gandan.jobs.reading_pool import Job, Unreadable, read_one
from vanban.input import Rejected, open_all
from vanban.model import Reading

_LOST = "Không còn thấy tệp đã gửi. Chưa lưu gì của tệp. Hãy gửi lại tệp này."
_TOO_LARGE = (
    "Tệp lớn hơn mức cho phép. Chưa lưu gì. Hãy tách thành nhiều tệp hoặc quét lại nhẹ hơn."
)
Read = tuple[Job, Reading | Unreadable | None]


def receive_files(errand: Errand) -> Iterator[Step]:
    """A step for each file that was sent; a zip is one, with a line for each file in it. A file is
    read, which may take minutes, before the step that writes."""
    for number, name in enumerate(errand.said["files"]):
        if number < errand.done:
            continue
        path = errand.folder / str(number)
        if path.is_file() and path.stat().st_size > settings.GANDAN_LARGEST_UPLOAD:
            yield _refused(name, _TOO_LARGE)
            continue
        try:
            data = path.read_bytes()
            read = [_read(member, content) for member, content in open_all(data, name)]
        except OSError:
            yield _refused(name, _LOST)
        except Rejected as refusal:
            yield _refused(name, str(refusal))
        else:
            yield _received(read, errand.asked_by)


def _read(name: str, data: bytes) -> Read:
    held = queries.file_with(queries.digest(data))
    return Job(name, data), None if held is not None else read_one(Job(name, data))


def _received(read: Sequence[Read], actor: Account) -> Step:
    def act(at: datetime) -> list[Told]:
        return [_told(job, reading, actor, at) for job, reading in read]

    return Step(act)


def _told(job: Job, reading: Reading | Unreadable | None, actor: Account, at: datetime) -> Told:
    if isinstance(reading, Unreadable):
        return Told(job.name, "refused", reading.sentence)
    if reading is None:
        kept = actions.receive(job.data, job.name, actor=actor, at=at)
    else:
        kept = actions.receive_read(job.data, reading, actor=actor, at=at)
    return Told(job.name, "new" if kept.is_new else "there", address=_address(kept.documents))


def _address(documents: Sequence[Document]) -> str:
    return reverse("document", args=[documents[0].pk]) if documents else ""


def _refused(name: str, sentence: str) -> Step:
    return Step(lambda _: [Told(name, "refused", sentence)])
