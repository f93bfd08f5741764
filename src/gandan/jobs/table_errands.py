"""A table of the directory with thousands of rows: the verdict on every row, then all good rows in one go."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.utils import timezone

from gandan.domain.directory.access import must_administer, standing
from gandan.domain.directory.actions import TABLES, Row, Verdict, rows_of_workbook
from gandan.domain.errands import actions
from gandan.domain.errands.queries import JUDGED, Errand, order_of
from gandan.jobs.errand_steps import Step, Told

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
    judged = {"rows": rows, "verdicts": [_plain(one) for one in verdicts]}
    part = errand.folder / f"{JUDGED}.part"
    part.write_text(json.dumps(judged), "utf-8")
    part.replace(errand.folder / JUDGED)
    return []


def _plain(one: Verdict) -> dict[str, Any]:
    return {
        "number": one.number, "name": one.name, "fate": one.fate, "words": list(one.words),
        "writes": bool(one.steps),
    }  # fmt: skip


def enter_table(errand: Errand) -> Iterator[Step]:
    """All good rows are one deed: all of them or nothing, as those of a small table are."""
    order = order_of(errand)
    table = TABLES[order["table"]]

    def act(at: datetime) -> list[Told]:
        verdicts = table.enter(order["rows"], actor=errand.asked_by, at=at)
        return [_told(one) for one in verdicts]

    yield Step(act, len(order["rows"]))


def _told(one: Verdict) -> Told:
    """By its number: names of people stay with the table."""
    why = " ".join(one.words) if one.fate == "refused" else ""
    return Told(f"#{one.number}", _FATES[one.fate], why)
