"""`gandan petitions clocks`: the terms that run in cases, the most pressing first.

Of a case its number is printed, never its words nor who asked.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import Any

from django.utils import timezone

from gandan.cli.named_unit import named_unit
from gandan.cli.petition_answers import machine
from gandan.domain.petitions.access import visible_petitions
from gandan.domain.petitions.queries import Clock, clocks_under, late_clocks, open_clocks

NOT_FOUND = 1


def clocks(args: argparse.Namespace) -> int:
    on = args.on or timezone.localdate()
    who = machine()
    cases = visible_petitions(who, who.on)
    try:
        found = clocks_under(cases, named_unit(args.unit, on)) if args.unit else open_clocks(cases)
    except LookupError as error:
        print(error.args[0], file=sys.stderr)
        return NOT_FOUND
    if args.overdue:
        found = found.filter(late_clocks(on))
    rows = [row_of(clock, on) for clock in found]
    if args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _print(rows, on)
    return 0


def row_of(clock: Clock, on: date) -> dict[str, Any]:
    """One clock as plain values; a clock that stands still has no day."""
    having = clock.petition.holder or clock.petition.unit
    return {
        "case": clock.petition_id,
        "term": clock.term,
        "means": clock.means,
        "unit": having.name if having else None,
        "unit_code": having.code if having else None,
        "counted_from": clock.counted_from.isoformat(),
        "due": clock.due_on.isoformat() if clock.due_on else None,
        "days_left": (clock.due_on - on).days if clock.due_on else None,
        "state": clock.state,
        "extended": clock.extended,
        "basis": clock.basis,
    }


_DAYS = {"Từ ngày", "Hạn"}


def _print(rows: list[dict[str, Any]], on: date) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(
        title=f"{len(rows)} thời hạn của vụ việc, tính đến {on:%d/%m/%Y}", title_justify="left"
    )
    for head in ("Vụ việc", "Việc", "Đơn vị", "Từ ngày", "Hạn", "Còn lại (ngày)", "Trạng thái"):
        table.add_column(head, overflow="fold", no_wrap=head in _DAYS)
    for row in rows:
        left = "" if row["days_left"] is None else str(row["days_left"])
        table.add_row(
            str(row["case"]), row["means"], row["unit"] or "", _day(row["counted_from"]),
            _day(row["due"]), left, Clock.State(row["state"]).label,
        )  # fmt: skip
    Console(markup=False).print(table)


def _day(iso: str | None) -> str:
    return f"{date.fromisoformat(iso):%d/%m/%Y}" if iso else ""
