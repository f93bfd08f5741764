"""A table of the directory with thousands of rows: the verdict on every row, then the good rows, a part at
a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.utils import timezone

from gandan.domain.directory.access import must_administer, standing
from gandan.domain.directory.actions import TABLES, DirectoryTable, Row, Verdict, rows_of_workbook
from gandan.domain.directory.actions.exchange.importing import Numbered, enter_part
from gandan.domain.errands import actions
from gandan.domain.errands.queries import Errand, order_of
from gandan.jobs.errand_steps import Step, Told, keep_judged

# A unit takes some thirteen milliseconds to enter; while a part is written, nobody else writes (SQLite).
_AT_ONCE = 50
_FATES = {"new": "new", "changed": "new", "unchanged": "there", "refused": "refused"}


def judge_table(errand: Errand) -> Iterator[Step]:
    """Nothing is written to the directory: rows and verdicts are kept for the page that shows them."""
    must_administer(standing(errand.asked_by, timezone.localdate()))
    table = TABLES[errand.said["table"]]
    rows = rows_of_workbook((errand.folder / "0").read_bytes(), table.heads)
    actions.set_total(errand, len(rows))
    yield Step(partial(_kept, errand, rows, table.judge(rows)), len(rows))


def _kept(
    errand: Errand, rows: Sequence[Row], verdicts: Sequence[Verdict], _: datetime
) -> list[Told]:
    keep_judged(errand, {"rows": rows, "verdicts": [_plain(one) for one in verdicts]})
    return []


def _plain(one: Verdict) -> dict[str, Any]:
    return {
        "number": one.number, "name": one.name, "fate": one.fate, "words": list(one.words),
        "writes": bool(one.steps),
    }  # fmt: skip


def enter_table(errand: Errand) -> Iterator[Step]:
    """The good rows in parts, each a deed, each row with its own verdict. What the whole table says
    against a row (a code that an earlier row has) holds, though that row is in another part."""
    order = order_of(errand)
    table = TABLES[order["table"]]
    against = {one.number: one for one in table.judge(order["rows"]) if one.fate == "refused"}
    rows = list(enumerate(order["rows"], 2))
    for first in range(errand.done, len(rows), _AT_ONCE):
        part = rows[first : first + _AT_ONCE]
        yield Step(partial(_entered, errand, table, part, against), len(part))


def _entered(
    errand: Errand, table: DirectoryTable, rows: Sequence[Numbered],
    against: Mapping[int, Verdict], at: datetime,
) -> list[Told]:  # fmt: skip
    who = errand.asked_by
    must_administer(standing(who, timezone.localdate(at)))
    good = [row for row in rows if row[0] not in against]
    entered = enter_part(table.verb, table.judge, good, actor=who, at=at)
    verdicts = {**against, **{one.number: one for one in entered}}
    return [_told(verdicts[number]) for number, _ in rows]


def _told(one: Verdict) -> Told:
    """By its number: names of people stay with the table."""
    why = " ".join(one.words) if one.fate == "refused" else ""
    return Told(f"#{one.number}", _FATES[one.fate], why)
