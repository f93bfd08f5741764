"""A file of petitions that a clerk sent: the verdict on every row, then the good rows, a part at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from django.utils import timezone

from gandan.domain.directory.queries import Unit
from gandan.domain.errands.queries import Errand
from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Row
from gandan.jobs.errand_steps import Step, Told, keep_judged, nothing_to_say
from gandan.jobs.load_petitions import CHUNK, digest
from gandan.jobs.petition_rows import Sheet
from gandan.kernel.refusal import Refused
from vanban.input.limits import DEFAULT
from vanban.input.package import Package
from vanban.input.source import Rejected

# Fields that the list does not have, as far as they are told.
_MOST_UNSORTED = 20
Numbered = tuple[int, Row | str]
_SAID_BEFORE = "Dòng này nói đúng như một dòng ở trên hoặc một kiến nghị đã có."


def weigh_petitions(errand: Errand) -> Iterator[Step]:
    """Nothing is stored: what is not taken in is told row by row, for the page that shows it."""
    actions.must_load(_unit(errand), actor=errand.asked_by, at=timezone.now())
    sheet = _sheet(errand)
    left_out: list[dict[str, Any]] = []
    keys: set[str] = set()
    rows = sheet.numbered()
    while part := list(islice(rows, CHUNK)):
        verdicts = _verdicts(part, keys)
        left_out += [one._asdict() for one in verdicts if one.verdict != "new"]
        yield Step(nothing_to_say, len(part))
    judged = {
        "new": len(keys),
        "verdicts": left_out,
        "unknown": sorted(sheet.unknown),
        "unsorted": sheet.unsorted.most_common(_MOST_UNSORTED),
    }
    yield Step(partial(_kept, errand, judged), 0)


def load_petitions(errand: Errand) -> Iterator[Step]:
    """Each part is one deed, with the rights that whoever asked has at its moment. Of a file that was cut
    off the rest is stored; one that was stored to its end stores nothing more."""
    who, unit = errand.asked_by, _unit(errand)
    state = actions.load_of(digest(_path(errand)), unit=unit, actor=who, at=timezone.now())
    if state.is_finished:
        yield Step(partial(_was_loaded, str(errand.said["files"][0])), errand.total)
        return
    rows = _sheet(errand).numbered(state.next_row)
    keys: set[str] = set()

    def stored(part: Sequence[Numbered], is_last: bool, at: datetime) -> list[Told]:
        nonlocal state
        verdicts = _verdicts(part, keys)
        good = [row for _, row in part if isinstance(row, Row)]
        state = actions.store_chunk(
            state, good, read=len(part), refused=len(part) - len(good), is_last=is_last,
            unit=unit, actor=who, at=at,
        )  # fmt: skip
        return [Told(f"#{one.row}", one.verdict, one.sentence) for one in verdicts]

    is_last = False
    while not is_last:
        part = list(islice(rows, CHUNK))
        is_last = len(part) < CHUNK
        yield Step(partial(stored, part, is_last), len(part))


class _Verdict(NamedTuple):
    row: int
    verdict: str
    sentence: str = ""


def _verdicts(part: Sequence[Numbered], keys: set[str]) -> list[_Verdict]:
    """`keys`: of the rows before, to which those of these rows come."""
    known = actions.known_among([row for _, row in part if isinstance(row, Row)])
    found = []
    for line, row in part:
        if isinstance(row, str):
            found.append(_Verdict(line, "refused", row))
        elif row.key in known or row.key in keys:
            found.append(_Verdict(line, "there", _SAID_BEFORE))
        else:
            keys.add(row.key)
            found.append(_Verdict(line, "new"))
    return found


def _was_loaded(name: str, _: datetime) -> list[Told]:
    return [Told(name, "there", "Tệp này đã nạp từ trước, không nạp thêm.")]


def _sheet(errand: Errand) -> Sheet:
    path, name = _path(errand), str(errand.said["files"][0])
    if Path(name).suffix.lower() == ".xlsx":
        try:
            Package(path.read_bytes(), DEFAULT, "xlsx")
        except Rejected as rejected:
            raise Refused(f"{name} không mở được: {rejected} Chưa nạp gì.") from rejected
    return Sheet(path, name)


def _path(errand: Errand) -> Path:
    path = errand.folder / "0"
    if not path.is_file():
        raise Refused("Không còn tệp đã gửi. Phần đã nạp được giữ lại. Hãy gửi lại tệp.")
    return path


def _unit(errand: Errand) -> Unit:
    return Unit.objects.get(pk=errand.said["unit"])


def _kept(errand: Errand, judged: Mapping[str, Any], _: datetime) -> Sequence[Told]:
    keep_judged(errand, judged)
    return ()
