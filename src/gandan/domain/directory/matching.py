"""Which unit a name in a document means.

One unit: it is linked. Several: a person is asked. None: a person may create it. A name is read
as of the day of the document and from the place of its issuer: "Sở Nội vụ" in a plan of one
province means the one of that province.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from django.db.models import Q

from gandan.domain.directory.folding import fold, fold_plain, without_title
from gandan.domain.directory.models import Unit, UnitName
from gandan.domain.directory.models.dated import valid_on

How = Literal["name", "level", "plain", "none"]

# "UBND tỉnh" is a name cut at the level: which province is understood from the issuer.
_LEVEL_WORDS = (
    "tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "đặc khu", "thị trấn",
    "tỉnh ủy", "thành ủy", "huyện ủy", "đảng ủy",
)  # fmt: skip
_CUT_AT_LEVEL = tuple(fold(word) for word in _LEVEL_WORDS)


@dataclass(frozen=True, slots=True)
class Match:
    """The units that `name` may mean. `how` says by which comparison they were found."""

    name: str
    candidates: tuple[Unit, ...]
    how: How

    @property
    def unit(self) -> Unit | None:
        """The unit, if there is no doubt about it: one candidate, found with its diacritics."""
        sure = len(self.candidates) == 1 and self.how in {"name", "level"}
        return self.candidates[0] if sure else None


def match(name: str, on: date, scope: Unit | None = None) -> Match:
    """The units that a name means on a day, read from the place of `scope` (the issuer)."""
    return match_all([name], on, scope)[name]


def match_all(names: Iterable[str], on: date, scope: Unit | None = None) -> dict[str, Match]:
    """`match` for many names in at most six queries, however many names there are."""
    wanted = {name: fold(name) for name in names if fold(name)}
    found = {name: Match(name, (), "none") for name in names}
    by_key = _units_by(Q(folded__in=set(wanted.values())), "folded", on)
    for name, key in wanted.items():
        if key in by_key:
            found[name] = Match(name, _nearest(by_key[key], scope), "name")
    _match_cut_at_level(found, wanted, on, scope)
    _match_head(found, on, scope)
    _match_plain(found, wanted, on, scope)
    return found


def _match_cut_at_level(
    found: dict[str, Match], wanted: dict[str, str], on: date, scope: Unit | None
) -> None:
    cut = {
        name: f"{key} "
        for name, key in wanted.items()
        if not found[name].candidates and key.endswith(_CUT_AT_LEVEL)
    }
    if scope is None or not cut:
        return
    begins = Q()
    for start in set(cut.values()):
        begins |= Q(folded__startswith=start)
    by_key = _units_by(begins, "folded", on)
    for name, start in cut.items():
        units = {unit.pk: unit for key, held in by_key.items() if key.startswith(start)
                 for unit in held}  # fmt: skip
        if units:
            found[name] = Match(name, _nearest(list(units.values()), scope), "level")


def _match_head(found: dict[str, Match], on: date, scope: Unit | None) -> None:
    """What is laid on the head of a unit is laid on the unit."""
    missing = (name for name, match in found.items() if not match.candidates)
    units = {name: unit for name in missing if (unit := without_title(name))}
    if units:
        again = match_all(set(units.values()), on, scope)
        found.update({name: replace(again[unit], name=name) for name, unit in units.items()})


def _match_plain(
    found: dict[str, Match], wanted: dict[str, str], on: date, scope: Unit | None
) -> None:
    missing = {name: fold_plain(name) for name in wanted if not found[name].candidates}
    if not missing:
        return
    by_key = _units_by(Q(folded_plain__in=set(missing.values())), "folded_plain", on)
    for name, key in missing.items():
        if key in by_key:
            found[name] = Match(name, _nearest(by_key[key], scope), "plain")


def _units_by(condition: Q, key: str, on: date) -> dict[str, list[Unit]]:
    rows = (
        UnitName.objects.filter(condition)
        .filter(valid_on(on), valid_on(on, "unit__"))
        .select_related("unit")
        .order_by("unit__path")
    )
    by_key: dict[str, list[Unit]] = {}
    for row in rows:
        units = by_key.setdefault(getattr(row, key), [])
        if all(unit.pk != row.unit_id for unit in units):
            units.append(row.unit)
    return by_key


def _nearest(units: list[Unit], scope: Unit | None) -> tuple[Unit, ...]:
    """Those in the smallest part of the tree around the scope that holds any; else all."""
    if scope is None or len(units) == 1:
        return tuple(units)
    steps = scope.path.strip("/").split("/")
    for length in range(len(steps), 0, -1):
        around = "/" + "/".join(steps[:length]) + "/"
        near = tuple(unit for unit in units if unit.path.startswith(around))
        if near:
            return near
    return tuple(units)
