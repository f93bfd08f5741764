"""The calendar that is shipped: rows of `data/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from gandan.kernel.calendar.days import Calendar, LocalRule, Year


@cache
def rows(name: str) -> Mapping[str, Any]:
    """The parsed file `data/<name>.toml`."""
    text = files("gandan.kernel.calendar").joinpath("data", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def vietnam(switched_on: frozenset[str] = frozenset()) -> Calendar:
    """The calendar of the country with the local rules on file.

    `switched_on` names disputed days off of `days_off.toml` to be counted as such, for example
    "culture-day" (24/11): they are there, but off until their legal basis has been read.
    """
    table = rows("days_off")
    off: dict[date, str] = {}
    work: dict[date, str] = {}
    doubtful: dict[date, str] = {}
    years: dict[int, Year] = {}
    for row in table["year"]:
        years[row["year"]] = Year(row["year"], row["status"], row["source"])
        off |= {day["on"]: day["means"] for day in row["off"]}
        work |= {day["on"]: day["means"] for day in row.get("work", ())}
    for disputed in table["disputed"]:
        if disputed["on"] or disputed["id"] in switched_on:
            off |= {day["on"]: day["means"] for day in disputed["days"]}
        else:
            doubtful |= {day["on"]: disputed["means"] for day in disputed["days"]}
    local = tuple(local_rules(rows("local")["rule"]))
    return Calendar(years=years, off=off, work=work, local=local, doubtful=doubtful)


def disputed_days() -> Mapping[str, str]:
    """The disputed days off: id → why they are off."""
    return {row["id"]: row["reason"] for row in rows("days_off")["disputed"]}


def local_rules(written: Iterable[Mapping[str, Any]]) -> Iterable[LocalRule]:
    """Rows of `local.toml` as rules; a row with `on` is one day, one with `weekday` a habit."""
    for row in written:
        yield LocalRule(
            territory=row["territory"],
            kind=row["kind"],
            means=row["means"],
            document=row["document"],
            first=row.get("on") or row["first"],
            last=row.get("on") or row.get("last", date.max),
            weekday=row.get("weekday"),
            counts=row.get("counts", False),
        )
