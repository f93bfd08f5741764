"""Load a file of petitions: safe to run twice, safe to be killed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Row
from gandan.domain.petitions.queries import Load
from gandan.jobs.petition_rows import Sheet
from gandan.kernel.refusal import Refused

CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file holds, counted without storing anything."""

    rows: int
    usable: int
    repeated: int
    refused: Counter[str]
    unknown: tuple[str, ...]


def preview(path: Path) -> Preview:
    """Count the rows that could be stored, those that say the same twice, and why others cannot."""
    sheet = _opened(path)
    refused: Counter[str] = Counter()
    keys: set[bytes] = set()
    usable = 0
    for row in sheet.rows():
        if isinstance(row, Row):
            usable += 1
            keys.add(bytes.fromhex(row.key)[:12])
        else:
            refused[row] += 1
    return Preview(
        usable + refused.total(), usable, usable - len(keys), refused, tuple(sorted(sheet.unknown))
    )


def load(
    path: Path, *, unit: Unit | None, actor: Account, now: Callable[[], datetime]
) -> Iterator[tuple[Load, Sheet]]:
    """Store the file chunk by chunk, yielding how far it is after each; a load that was cut off goes
    on where it stopped, and one that came to its end stores nothing more."""
    sheet = _opened(path)
    state = actions.load_of(digest(path), unit=unit, actor=actor, at=now())
    if state.is_finished:
        yield state, sheet
        return
    rows = sheet.rows(state.next_row)
    while True:
        chunk = list(islice(rows, CHUNK))
        stored = [row for row in chunk if isinstance(row, Row)]
        state = actions.store_chunk(
            state, stored, read=len(chunk), refused=len(chunk) - len(stored),
            is_last=len(chunk) < CHUNK, unit=unit, actor=actor, at=now(),
        )  # fmt: skip
        yield state, sheet
        if len(chunk) < CHUNK:
            return


def _opened(path: Path) -> Sheet:
    if not path.is_file():
        raise Refused(f"Không có tệp {path}. Chưa nạp gì. Hãy xem lại đường dẫn.")
    return Sheet(path)


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
