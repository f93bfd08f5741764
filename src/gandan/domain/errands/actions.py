"""Ask for long work, stop it; and for the machine: take it up, note how far it is, end it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.errands.access import must
from gandan.domain.errands.keeping import KEPT, KEPT_OF
from gandan.domain.errands.models import Errand, Line
from gandan.domain.errands.states import MOST_TRIES, PATIENCE
from gandan.kernel.events import record

_TOO_OFTEN = (
    "Việc này bị ngắt nhiều lần nên không chạy nữa. Phần đã làm được giữ lại. Hãy yêu cầu lại."
)


def ask(
    kind: str, *, key: str, said: Mapping[str, Any], total: int, actor: Account, at: datetime,
    files: Sequence[tuple[str, Iterable[bytes]]] = (),
) -> Errand:  # fmt: skip
    """Take it down, to be done by `gandan work`. A key that was seen before gives its errand back."""
    there = Errand.objects.filter(key=key, asked_by=actor).first()
    if there is not None:
        return there
    try:
        return _taken_down(kind, key, {**said, "files": [name for name, _ in files]}, total, files,
                           actor, at)  # fmt: skip
    except IntegrityError:  # the same form, sent twice at once
        return Errand.objects.get(key=key, asked_by=actor)


def ordered(order: Any) -> list[tuple[str, Iterable[bytes]]]:
    """As the `files` of an errand what is too long, or too much in a person's own words, to stay with it
    for ever: it goes with its files. `queries.order_of` gives it back."""
    return [("yeu-cau.json", [json.dumps(order).encode()])]


@transaction.atomic
def _taken_down(
    kind: str, key: str, said: Mapping[str, Any], total: int, files: Sequence[tuple[str, Iterable[bytes]]],
    actor: Account, at: datetime,
) -> Errand:  # fmt: skip
    errand = Errand.objects.create(
        kind=kind, key=key, said=said, total=total, asked_by=actor, asked_at=at
    )
    folder = errand.folder
    # A number may come again after a transaction that was undone: what it left is nobody's.
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, (_, chunks) in enumerate(files):
        with (folder / str(number)).open("wb") as out:
            out.writelines(chunks)
    record("errand.ask", errand, actor=actor, at=at, data={"kind": kind, "total": total})
    return errand


@transaction.atomic
def stop(errand: Errand, *, actor: Account, at: datetime) -> bool:
    """End it after the thing that is under way; what was done stays done. False: it had ended."""
    must(actor, "stop", errand, on=timezone.localdate(at))
    going = Errand.objects.filter(pk=errand.pk, ended_at=None)
    if not going.update(ended_at=at, outcome=Errand.Outcome.STOPPED):
        return False
    record("errand.stop", errand, actor=actor, at=at)
    return True


def take(*, at: datetime) -> Errand | None:
    """The next errand that waits or was cut off, for the caller alone; None: there is none."""
    for errand in Errand.objects.filter(ended_at=None).order_by("pk"):
        if errand.seen_at is not None and at - errand.seen_at < PATIENCE:
            continue
        mine = Errand.objects.filter(pk=errand.pk, ended_at=None, seen_at=errand.seen_at)
        if errand.tries >= MOST_TRIES:
            mine.update(ended_at=at, outcome=Errand.Outcome.FAILED, told=_TOO_OFTEN)
        elif mine.update(begun_at=at, seen_at=at, tries=F("tries") + 1):
            return Errand.objects.get(pk=errand.pk)
    return None


def set_total(errand: Errand, total: int) -> None:
    """Where only the work itself finds out how much there is."""
    Errand.objects.filter(pk=errand.pk, begun_at=errand.begun_at).update(total=total)


def begin_again(errand: Errand) -> None:
    """For what cannot go on where it stopped: nothing of it counts as done."""
    Errand.objects.filter(pk=errand.pk, begun_at=errand.begun_at).update(done=0)
    errand.done = 0


def note(errand: Errand, done: int, lines: Sequence[Line], *, at: datetime) -> bool:
    """So many things more are done, in the transaction that did them. False: it was stopped, or given
    up for dead and taken by another; then that transaction must be undone."""
    mine = Errand.objects.filter(pk=errand.pk, begun_at=errand.begun_at, ended_at=None)
    if not mine.update(done=F("done") + done, seen_at=at):
        return False
    Line.objects.bulk_create(lines)
    return True


def put_back(errand: Errand) -> None:
    """Leave it for the next that looks: the program is ending."""
    mine = Errand.objects.filter(pk=errand.pk, begun_at=errand.begun_at, ended_at=None)
    mine.update(seen_at=None, tries=F("tries") - 1)


def end(
    errand: Errand, outcome: Errand.Outcome, *, at: datetime, told: str = "", result: str = ""
) -> bool:
    mine = Errand.objects.filter(pk=errand.pk, begun_at=errand.begun_at, ended_at=None)
    return bool(mine.update(ended_at=at, outcome=outcome, told=told[:400], result=result))


def clear_files(at: datetime) -> int:
    """Remove the files of errands that ended long enough ago; how many. What became of them stays."""
    old = Errand.objects.filter(_kept_no_longer(at), is_cleared=False)
    keys = []
    for errand in old.defer("said"):
        shutil.rmtree(errand.folder, ignore_errors=True)
        keys.append(errand.pk)
    Errand.objects.filter(pk__in=keys).update(result="", is_cleared=True)
    return len(keys)


def _kept_no_longer(at: datetime) -> Q:
    long = Q(ended_at__lt=at - KEPT)
    for kind, kept in KEPT_OF.items():
        long |= Q(kind=kind, ended_at__lt=at - kept)
    return long
