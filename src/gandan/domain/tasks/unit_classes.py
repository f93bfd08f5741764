"""Which units a class that documents name as one stands for: "UBND các xã, phường, đặc khu".

The classes are rows of `unit_classes.toml`; the units are those of the directory on a day.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import regex

from gandan.domain.directory.queries import Unit, descendants, fold_plain, units


@dataclass(frozen=True, slots=True)
class UnitClass:
    """`pattern` is matched against the folded name without diacritics."""

    id: str
    means: str
    pattern: regex.Pattern[str]
    kinds: tuple[str, ...]
    levels: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    source: str


@cache
def classes() -> tuple[UnitClass, ...]:
    text = files("gandan.domain.tasks").joinpath("unit_classes.toml").read_text("utf-8")
    return tuple(
        UnitClass(
            row["id"],
            row["means"],
            regex.compile(row["pattern"]),
            tuple(row["kinds"]),
            tuple(row["levels"]),
            tuple(row["examples"]),
            tuple(row["counterexamples"]),
            row["source"],
        )
        for row in tomllib.loads(text)["class"]
    )


def class_named(name: str) -> UnitClass | None:
    """The class that a name in a document stands for; None: it names no class that we know."""
    folded = fold_plain(name)
    return next((row for row in classes() if row.pattern.fullmatch(folded)), None)


def class_with_id(key: str) -> UnitClass | None:
    return next((row for row in classes() if row.id == key), None)


def units_of_class(row: UnitClass, on: date, scope: Unit | None) -> list[Unit]:
    """The units of a class that exist on a day, seen from the place of `scope`: those in the
    smallest part of the tree around it that holds any; the whole tree if it stands apart."""
    found = list(units(on).filter(kind__in=row.kinds, level__in=row.levels))
    if scope is None:
        return found
    steps = scope.path.strip("/").split("/")
    for length in range(len(steps), 0, -1):
        around = "/" + "/".join(steps[:length]) + "/"
        near = [unit for unit in found if unit.path.startswith(around) and unit != scope]
        if near:
            return near
    return found


def units_below(row: UnitClass, on: date, top: Unit) -> list[Unit]:
    """The units of a class that exist on a day in a part of the tree that somebody chose."""
    return list(descendants(top, on).filter(kind__in=row.kinds, level__in=row.levels))
