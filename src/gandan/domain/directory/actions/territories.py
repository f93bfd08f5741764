"""Enter provinces and communes from the tables: a whole province in a few statements.

Loading again adds what is missing and changes nothing else, so that a unit which an administrator
renamed or moved since stays as it is. A province that nobody merged stays the same unit through
2025; every commune of today is a new one, since 1/7/2025, beside those that went into it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import must
from gandan.domain.directory.actions.bodies import bodies_of
from gandan.domain.directory.actions.bulk import NewUnit, enter_events, enter_units
from gandan.domain.directory.actions.restructuring import rename_unit
from gandan.domain.directory.models import Account, Level, Unit, UnitEvent, UnitKind
from gandan.domain.directory.territory import Tables, tables
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused

FORMER = "cu."
"""Before the code of a unit that ended on 30/6/2025: its number may be another unit's now."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many units, links of succession and changes of name were new."""

    units: int
    successions: int
    changes: int


@transaction.atomic
def load_territories(
    province: str | None = None, *, bodies: bool = False, actor: Account, at: datetime
) -> Loaded:
    """Enter one province of today, or all. `bodies`: also the four standing bodies of each commune.

    Refused if the code is no province.
    """
    must(actor, "create_unit", None, on=timezone.localdate(at))
    must(actor, "restructure", None, on=timezone.localdate(at))
    every = tables()
    if province is not None and province not in every.provinces:
        raise Refused(
            f"Không có tỉnh, thành phố mang mã {province}. Chưa nạp gì. "
            "Hãy dùng mã 2 chữ số của Quyết định 19/2025/QĐ-TTg, ví dụ 22."
        )
    wanted = every if province is None else every.of_province(province)
    known = set(Unit.objects.values_list("code", flat=True))
    entered = enter_units(_units_of(wanted, bodies=bodies), known)
    linked = enter_events(_successions_of(wanted, entered))
    changed = _apply_changes(wanted, actor, at)
    if entered or linked or changed:
        for code in wanted.provinces:
            unit = Unit.objects.get(code=code)
            record(
                "territory.load", unit, actor=actor, at=at, unit_id=unit.pk,
                data={"units": len(entered), "bodies": bodies},
            )  # fmt: skip
    return Loaded(len(entered), linked, changed)


def _units_of(wanted: Tables, *, bodies: bool) -> list[NewUnit]:
    """In an order in which the parent of each comes before it."""
    first_day = wanted.restructuring.on
    last_day = first_day - timedelta(days=1)
    unmerged = _unmerged(wanted)
    found: dict[str, NewUnit] = {}
    for code, name in wanted.provinces.items():
        found[code] = NewUnit(
            code, name, UnitKind.TERRITORY, Level.PROVINCE, None, code,
            None if code in unmerged else first_day, None,
        )  # fmt: skip
    for row in wanted.former_communes:
        over = row.province if row.province in unmerged else f"{FORMER}{row.province}"
        found.setdefault(over, _former(over, row.province_name, Level.PROVINCE, None, last_day))
        district = f"{FORMER}{row.district}"
        found.setdefault(
            district, _former(district, row.district_name, Level.DISTRICT, over, last_day)
        )
        own = f"{FORMER}{row.code}"
        found[own] = _former(own, row.name, Level.COMMUNE, district, last_day)
    for commune in wanted.communes:
        new = NewUnit(
            commune.code, commune.name, UnitKind.TERRITORY, Level.COMMUNE, commune.province,
            commune.code, first_day, None,
        )  # fmt: skip
        found[new.code] = new
        if bodies:
            found.update((body.code, body) for body in bodies_of(new))
    return list(found.values())


def _former(code: str, name: str, level: Level, parent: str | None, last_day: date) -> NewUnit:
    return NewUnit(
        code, name, UnitKind.TERRITORY, level, parent, code.removeprefix(FORMER), None, last_day
    )


def _unmerged(wanted: Tables) -> set[str]:
    """The provinces that took in no other and kept code and name: they began long before 2025."""
    commune_in = {row.code: row.province for row in wanted.communes}
    former = {row.code: row for row in wanted.former_communes}
    came: dict[str, set[tuple[str, str]]] = {}
    for link in wanted.successors:
        row = former[link.former]
        into = came.setdefault(commune_in[link.commune], set())
        into.add((row.province, row.province_name))
    return {
        code for code, name in wanted.provinces.items() if came.get(code, set()) == {(code, name)}
    }


def _successions_of(
    wanted: Tables, entered: set[str]
) -> dict[tuple[str, str, date, str], list[tuple[str, str, bool]]]:
    """By event (kind, code of its unit, day, citation): who went where, and whether whole. Only what
    concerns a unit that is new here, so that loading again says nothing twice."""
    said = wanted.restructuring
    former = {row.code: row for row in wanted.former_communes}
    commune_in = {row.code: row.province for row in wanted.communes}
    unmerged = _unmerged(wanted)
    events: dict[tuple[str, str, date, str], list[tuple[str, str, bool]]] = {}
    parts_of_district: dict[str, set[str]] = {}
    provinces: set[tuple[str, str]] = set()
    for link in wanted.successors:
        row = former[link.former]
        key = (str(UnitEvent.Kind.MERGE), link.commune, said.on, said.communes)
        events.setdefault(key, []).append((f"{FORMER}{link.former}", link.commune, link.is_whole))
        parts_of_district.setdefault(row.district, set()).add(link.commune)
        if row.province not in unmerged:
            provinces.add((row.province, commune_in[link.commune]))
    for district, communes in parts_of_district.items():
        key = (str(UnitEvent.Kind.SPLIT), f"{FORMER}{district}", said.on, said.districts)
        only = len(communes) == 1
        events[key] = [(f"{FORMER}{district}", code, only) for code in sorted(communes)]
    for before, after in sorted(provinces):
        key = (str(UnitEvent.Kind.MERGE), after, said.on, said.provinces)
        events.setdefault(key, []).append((f"{FORMER}{before}", after, True))
    founded = {row.code for row in wanted.communes} - {link.commune for link in wanted.successors}
    for code in sorted(founded):
        events[(str(UnitEvent.Kind.FOUND), code, said.on, said.communes)] = []
    return {key: links for key, links in events.items() if key[1] in entered}


def _apply_changes(wanted: Tables, actor: Account, at: datetime) -> int:
    """Codes stay, names change: each unit of the place is renamed from the day, by the document."""
    done = 0
    before = {**wanted.provinces, **{row.code: row.name for row in wanted.communes}}
    for change in wanted.changes:
        for code, name in change.names.items():
            place = Unit.objects.get(code=code)
            for unit in Unit.objects.filter(territory=code, path__startswith=place.path):
                done += _renamed(unit, before[code], name, change.on, change.citation, actor, at)
    return done


def _renamed(
    unit: Unit, old: str, new: str, on: date, citation: str, actor: Account, at: datetime
) -> bool:
    """A body is named after its place: "Ủy ban nhân dân xã …" follows it."""
    if unit.events.filter(kind=UnitEvent.Kind.RENAME, on=on, citation=citation).exists():
        return False
    said_in_body = {old: new, _lowered(old): _lowered(new)}
    name = next((unit.name.replace(a, b) for a, b in said_in_body.items() if a in unit.name), None)
    if name is None or name == unit.name:
        return False
    rename_unit(unit, name, on=on, citation=citation, actor=actor, at=at)
    return True


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]
