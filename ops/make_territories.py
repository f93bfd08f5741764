"""Make the territory tables of the directory from the licensed data set they come from.

    pip download --no-deps vietnamadminunits==1.0.4
    python ops/make_territories.py vietnamadminunits-1.0.4-py3-none-any.whl

The wheel (MIT, Tran Ngoc Minh Hieu) holds the 34 provinces and 3,321 communes of QĐ 19/2025/QĐ-TTg, the
10,040 communes before 1/7/2025 and what became of each. The package itself is not a dependency: only
its data is used, turned into four small tables with the columns that a directory needs.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

TABLES = Path(__file__).parents[1] / "src/gandan/domain/directory/territory"
DATA = "vietnamadminunits/data/"


def main(wheel: str) -> None:
    with zipfile.ZipFile(wheel) as archive, tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(archive.extract(DATA + "dataset.db", folder))
        converter = json.loads(archive.read(DATA + "converter_2025.json"))
    write("provinces", ["code", "name"], provinces(database))
    write("communes", ["code", "name", "province", "lat", "lon", "km2"], communes(database))
    write(
        "former_communes",
        ["code", "name", "district_code", "district", "province_code", "province"],
        former_communes(database),
    )
    write("successions", ["former", "commune", "whole"], successions(database, converter))


def write(name: str, columns: list[str], rows: Iterable[tuple[object, ...]]) -> None:
    with (TABLES / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(columns)
        table.writerows(sorted(rows))


def provinces(database: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    yield from database.execute("select distinct provinceCode, province from admin_units")


def communes(database: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    yield from database.execute(
        "select wardCode, ward, provinceCode, wardLat, wardLon, wardAreaKm2 from admin_units"
    )


def former_communes(database: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    yield from database.execute(
        "select wardCode, ward, districtCode, district, provinceCode, province"
        " from admin_units_legacy where wardCode is not null"
    )


def successions(
    database: sqlite3.Connection, converter: dict[str, dict[str, dict[str, list[object]]]]
) -> Iterator[tuple[str, str, str]]:
    """Former code, present code, and whether the former commune went there whole ("yes"/"no").

    A commune that was divided has several rows: the directory asks, it does not choose.
    """
    now = {
        (province, ward): code
        for province, ward, code in database.execute(
            "select provinceKey, wardKey, wardCode from admin_units"
        )
    }
    before: dict[str, list[str]] = {}
    for province, district, ward, code in database.execute(
        "select provinceKey, districtKey, wardKey, wardCode from admin_units_legacy"
        " where wardCode is not null"
    ):
        before.setdefault(f"{province}_{district}_{ward}", []).append(code)
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, formers in wards.items():
            for former in formers:
                for code in before.get(str(former), ()):  # five former districts had no communes
                    yield code, now[province, ward], "yes"
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for former, parts in divided.items():
            for part in parts:
                for code in before[former]:
                    yield code, now[province, part["newWardKey"]], "no"  # type: ignore[index]


if __name__ == "__main__":
    main(sys.argv[1])
