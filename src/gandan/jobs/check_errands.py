"""Check several files for somebody who does not wait. What was sent goes with the step that read it;
what was found lies an hour in the folder of the errand and nowhere else, under names that say nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePath

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gandan.domain.errands.queries import Errand, order_of
from gandan.domain.registry import access, actions
from gandan.domain.registry.checking import MOST_FILES, Verdict, plain, verdict_on
from gandan.jobs.errand_steps import Step, Told
from gandan.jobs.reading_pool import Job, Unreadable, read_one
from gandan.kernel.access import Denied
from vanban.input import Rejected, open_all
from vanban.model import Reading

_LOST = "Không còn thấy tệp đã gửi. Hãy gửi lại tệp này."
_TOO_LARGE = "Tệp lớn hơn mức cho phép nên chưa soát. Hãy tách thành nhiều tệp."
_TOO_MANY = f"Mỗi lần soát nhiều nhất {MOST_FILES} tệp. Hãy gửi tệp này ở lần sau."
# The name of a file may itself be a secret: it stands with the result only, not in what stays.
_REFUSED = "Xem lý do ở trang kết quả."
Read = tuple[str, bytes, Reading | str]


def check_files(errand: Errand) -> Iterator[Step]:
    """A step for each file that was sent; an archive is one, with a verdict on each file in it."""
    order = order_of(errand)
    seen = 0
    for number, name in enumerate(order["names"]):
        path = errand.folder / str(number + 1)
        if number < errand.done:
            path.unlink(missing_ok=True)
            seen += len(json.loads((errand.folder / f"{number}.json").read_bytes()))
            continue
        read = list(_members(path, name, MOST_FILES - seen))
        seen += len(read)
        yield Step(partial(_written, errand, number, path, read, order["keep"]))


def _members(path: Path, name: str, left: int) -> Iterator[Read]:
    """What was read in each, or the sentence that refuses it; reading may take minutes."""
    try:
        if path.stat().st_size > settings.GANDAN_LARGEST_UPLOAD:
            yield name, b"", _TOO_LARGE
            return
        members = list(open_all(path.read_bytes(), name))
    except OSError:
        yield name, b"", _LOST
    except Rejected as refusal:
        yield name, b"", str(refusal)
    else:
        for at, (member, data) in enumerate(members):
            yield member, data, _reading(member, data) if at < left else _TOO_MANY


def _reading(name: str, data: bytes) -> Reading | str:
    read = read_one(Job(f"tep{PurePath(name).suffix}", data))
    return read.sentence if isinstance(read, Unreadable) else replace(read, source=name)


def _written(
    errand: Errand, number: int, path: Path, read: Sequence[Read], keep: bool, at: datetime
) -> list[Told]:
    verdicts = [_verdict(errand, one, keep, at) for one in read]
    (errand.folder / f"{number}.json").write_text(json.dumps(list(map(plain, verdicts))), "utf-8")
    transaction.on_commit(partial(path.unlink, missing_ok=True))
    said = [("refused", _REFUSED) if one.sentence else ("new", "") for one in verdicts]
    return [Told(f"#{number + 1}", fate, sentence) for fate, sentence in said]


def _verdict(errand: Errand, one: Read, keep: bool, at: datetime) -> Verdict:
    name, data, reading = one
    if isinstance(reading, str):
        return Verdict(name, reading)
    day = timezone.localdate(at)
    kept: tuple[int, ...] = ()
    if keep:
        try:
            made = actions.receive_read(data, reading, actor=errand.asked_by, at=at)
        except Denied as denied:
            return Verdict(name, str(denied))
        kept = tuple(document.pk for document in made.documents)
    return verdict_on(reading, data, access.visible_documents(errand.asked_by, day), day, kept)
