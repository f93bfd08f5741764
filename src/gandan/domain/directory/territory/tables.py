"""The rows of the CSV and TOML files beside this module."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class Commune:
    code: str
    name: str
    province: str


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """A commune until 30/6/2025, with the district and the province it stood in."""

    code: str
    name: str
    district: str
    district_name: str
    province: str
    province_name: str


@dataclass(frozen=True, slots=True)
class Successor:
    """Where a former commune went. `is_whole` is false for a part of it: then there are several."""

    former: str
    commune: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Change:
    """From a day, by a document: other names, by code."""

    on: date
    citation: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Restructuring:
    """The day of the two-tier system and the documents cited for each tier."""

    on: date
    provinces: str
    districts: str
    communes: str


@dataclass(frozen=True, slots=True)
class Tables:
    provinces: Mapping[str, str]
    communes: tuple[Commune, ...]
    former_communes: tuple[FormerCommune, ...]
    successors: tuple[Successor, ...]
    changes: tuple[Change, ...]
    restructuring: Restructuring

    def of_province(self, code: str) -> Tables:
        """The same tables for one province of today: its communes and what became part of them."""
        communes = tuple(row for row in self.communes if row.province == code)
        here = {row.code for row in communes}
        links = tuple(row for row in self.successors if row.commune in here)
        came = {row.former for row in links}
        return Tables(
            provinces={key: name for key, name in self.provinces.items() if key == code},
            communes=communes,
            former_communes=tuple(row for row in self.former_communes if row.code in came),
            successors=links,
            changes=tuple(_only(change, here | {code}) for change in self.changes),
            restructuring=self.restructuring,
        )


@cache
def tables() -> Tables:
    """Every row of the country."""
    communes = tuple(
        Commune(row["code"], row["name"], row["province"]) for row in _rows("communes")
    )
    return Tables(
        provinces={row["code"]: row["name"] for row in _rows("provinces")},
        communes=communes,
        former_communes=tuple(
            FormerCommune(
                row["code"], row["name"], row["district_code"], row["district"],
                row["province_code"], row["province"],
            )
            for row in _rows("former_communes")
        ),
        successors=tuple(
            Successor(row["former"], row["commune"], row["whole"] == "yes")
            for row in _rows("successions")
        ),
        changes=tuple(_changes({row.code: row.name for row in communes})),
        restructuring=Restructuring(
            **tomllib.loads(_folder().joinpath("restructuring.toml").read_text("utf-8"))
        ),
    )  # fmt: skip


def _changes(names: Mapping[str, str]) -> Iterator[Change]:
    said = tomllib.loads(_folder().joinpath("changes.toml").read_text("utf-8"))
    for row in said["change"]:
        wards = {code: f"Phường {_proper(names[code])}" for code in row.get("wards", ())}
        yield Change(row["on"], row["citation"], {**row.get("provinces", {}), **wards})


def _proper(name: str) -> str:
    """A commune that becomes a ward keeps its own name: "Xã Trảng Dài" → "Trảng Dài"."""
    return name.removeprefix("Xã ")


def _only(change: Change, codes: set[str]) -> Change:
    return Change(
        change.on,
        change.citation,
        {code: name for code, name in change.names.items() if code in codes},
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = _folder().joinpath(f"{name}.csv").read_text("utf-8")
    yield from csv.DictReader(text.splitlines())


def _folder() -> Traversable:
    return files("gandan.domain.directory.territory")
