"""Enter the units and people of a province from one table (`samples/province.toml`).

Each row goes through the verbs of the directory; a row that is there already is left as it is, so
that loading again adds only what is new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from gandan.domain.directory import actions
from gandan.domain.directory.queries import Account, Unit, UnitName, account_named, unit_with_code
from gandan.kernel.refusal import Refused

_CITATION = "Dữ liệu tỉnh mẫu"
Row = Mapping[str, Any]


@transaction.atomic
def load_province(province: Mapping[str, Sequence[Row]], *, actor: Account, at: datetime) -> None:
    """`unit` rows: code, name, kind, level, parent, aliases, abbreviations, valid_from, valid_to,
    successors. `person` rows: username, name, post, unit, role, password."""
    rows = {row["code"]: row for row in province["unit"]}
    units: dict[str, Unit] = {}
    created: list[str] = []
    for code in rows:
        _enter(code, rows, units, created, (), actor, at)
    for code in created:
        _hand_over(rows[code], units, actor, at)
    for row in province["person"]:
        _let_in(row, units, actor, at)


def _enter(
    code: str, rows: Mapping[str, Row], units: dict[str, Unit], created: list[str],
    above: tuple[str, ...], actor: Account, at: datetime,
) -> None:  # fmt: skip
    """Enter a unit after those above it; what was not there before is named in `created`."""
    if code in units:
        return
    if code in above or code not in rows:
        raise Refused(f"Trong bảng đơn vị, {code} không có hoặc nằm trong chính nó. Chưa lưu gì.")
    row = rows[code]
    parent = row.get("parent") or None
    if parent is not None:
        _enter(parent, rows, units, created, (*above, code), actor, at)
    known = unit_with_code(code)
    if known is not None:
        units[code] = known
        return
    units[code] = actions.create_unit(
        code=code,
        name=row["name"],
        kind=row["kind"],
        level=row["level"],
        parent=units[parent] if parent else None,
        valid_from=row.get("valid_from"),
        valid_to=row.get("valid_to"),
        actor=actor,
        at=at,
    )
    for kind, names in (("alias", "aliases"), ("abbreviation", "abbreviations")):
        for name in row.get(names, ()):
            actions.add_alias(units[code], name, kind=UnitName.Kind(kind), actor=actor, at=at)
    created.append(code)


def _hand_over(row: Row, units: Mapping[str, Unit], actor: Account, at: datetime) -> None:
    """A unit that ended and has successors: merged into the one, or split among the several."""
    successors = [units[code] for code in row.get("successors", ())]
    if not successors:
        return
    unit, on = units[row["code"]], row["valid_to"] + timedelta(days=1)
    if len(successors) == 1:
        actions.merge_units([unit], successors[0], on=on, citation=_CITATION, actor=actor, at=at)
    else:
        actions.split_unit(unit, successors, on=on, citation=_CITATION, actor=actor, at=at)


def _let_in(row: Row, units: Mapping[str, Unit], actor: Account, at: datetime) -> None:
    unit = units[row["unit"]]
    account = account_named(row["username"])
    if account is None:
        person = actions.add_person(row["name"], unit, row["post"], actor=actor, at=at)
        account = actions.open_account(
            row["username"], person, row["password"], unit=unit, actor=actor, at=at
        )
    over = units[row.get("over", row["unit"])]
    actions.grant_role(account, row["role"], over, actor=actor, at=at)
