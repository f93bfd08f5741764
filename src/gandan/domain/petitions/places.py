"""Codes of communes: which commune of today an old code means."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


def place_today(code: str) -> str:
    """The commune that took over the whole of the one with this code; else the code itself."""
    return _taken_over().get(code, code)


@cache
def _taken_over() -> dict[str, str]:
    """A former commune that was split went to several: it is left as it is."""
    rows = files("gandan.domain.directory").joinpath("territory", "successions.csv")
    found: dict[str, set[str]] = {}
    for row in csv.DictReader(rows.read_text("utf-8").splitlines()):
        found.setdefault(row["former"], set()).add(row["commune"])
    return {former: next(iter(now)) for former, now in found.items() if len(now) == 1}
