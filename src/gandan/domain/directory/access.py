"""Who may do what in the directory, and what everybody's standing is.

A standing is the roles an account holds on a day, each with the part of the tree it covers. The
other apps build their rules on it. An account without a role may do nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from gandan.domain.directory.models import (
    Account,
    Delegation,
    Role,
    RoleGrant,
    Succession,
    Unit,
    UnitEvent,
)
from gandan.domain.directory.models.dated import valid_on
from gandan.kernel.access import Denied, NoAccount, allowed, demand, someone

__all__ = ["Denied", "NoAccount", "Role", "Standing", "can", "must", "standing", "units_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """`grants` are pairs of role and path of the unit it is held in ("" covers every unit)."""

    account: Account
    on: date
    grants: tuple[tuple[str, str], ...]

    def holds(self, *roles: str) -> bool:
        """Whether one of the roles (any role, if none is named) is held anywhere."""
        return any(not roles or role in roles for role, _ in self.grants)

    def holds_over(self, unit: Unit | None, *roles: str) -> bool:
        """Whether one of the roles is held in the unit or above it. Nobody's unit is nobody's."""
        return unit is not None and any(
            role in roles and unit.path.startswith(path) for role, path in self.grants
        )

    def paths(self, *roles: str) -> tuple[str, ...]:
        """The tops of the parts of the tree where one of the roles (or any) is held."""
        held = {path for role, path in self.grants if not roles or role in roles}
        return tuple(sorted(held))


def units_of(who: Standing, *roles: str) -> QuerySet[Unit]:
    """The units in which somebody themself holds one of the roles, or acts for who does (not all below)."""
    return Unit.objects.filter(path__in=[path for path in who.paths(*roles) if path])


_LINK = "unit__predecessors"
_COVERED = (
    "role", "unit__path", f"{_LINK}__predecessor", f"{_LINK}__predecessor__path",
    f"{_LINK}__event__kind", f"{_LINK}__event__on",
)  # fmt: skip
_HELD = "account__person__delegations_held"
_ACTS = (f"{_HELD}__id", f"{_HELD}__valid_from", f"{_HELD}__valid_to")


def standing(account: Account | None, on: date) -> Standing:
    """The roles of an account on a day; raises NoAccount for nobody or a closed account.

    A role in a unit covers what the units left that were merged into it: nothing is orphaned by a
    merger. After a split nobody inherits by himself; who takes what is for people to say. Whoever acts
    for another in a unit by a document (ủy quyền) has, for that time, what the other may do in it.
    """
    asking = someone(account)
    held = RoleGrant.objects.filter(valid_on(on), account=asking).order_by()
    # Every request asks this, and few ever act for another: whether somebody does is told beside their roles.
    rows = list(held.values_list(*_COVERED, *_ACTS))
    if asking.person_id is not None and (not rows or _acts(rows, on)):
        rows += _lent(asking.person_id, on).values_list(*_COVERED, *_ACTS)
    grants, former = set(), {}
    for role, path, unit, former_path, kind, since, *_ in rows:
        grants.add((role, path or ""))
        if kind == UnitEvent.Kind.MERGE and since <= on:
            former[role, unit] = former_path
    while former:
        grants |= {(role, path) for (role, _), path in former.items()}
        former = _one_merger_earlier(former, on)
    return Standing(asking, on, tuple(sorted(grants)))


def _acts(rows: Iterable[tuple[Any, ...]], on: date) -> bool:
    return any(
        key and Delegation(valid_from=first, valid_to=last).holds_on(on)
        for *_, key, first, last in rows
    )


def _lent(person: int, on: date) -> QuerySet[RoleGrant]:
    """The roles of those for whom somebody acts on a day, in the unit in which they do. To look after
    accounts is no part of an office that a document could hand on."""
    given = "account__person__delegations_given"
    return RoleGrant.objects.filter(
        valid_on(on),
        valid_on(on, f"{given}__"),
        role__in=(Role.HEAD, Role.OFFICER, Role.CLERK),
        account__is_active=True,
        **{f"{given}__receiver": person, f"{given}__unit": F("unit")},
    ).order_by()


def _one_merger_earlier(
    units: Mapping[tuple[str, int], str], on: date
) -> dict[tuple[str, int], str]:
    """By role and unit: the units that had been merged into these before."""
    links = Succession.objects.filter(
        event__kind=UnitEvent.Kind.MERGE,
        event__on__lte=on,
        successor__in={unit for _, unit in units},
    )
    rows = list(links.values_list("successor", "predecessor", "predecessor__path"))
    return {
        (role, former): path
        for role, unit in units
        for successor, former, path in rows
        if successor == unit
    }


def _administers(who: Standing, unit: Unit | None) -> bool:
    """A unit without a place yet (a new root) is for who administers every unit."""
    if unit is None:
        return "" in who.paths(Role.ADMINISTRATOR)
    return who.holds_over(unit, Role.ADMINISTRATOR)


def _sets_the_clock(who: Standing, territory: str) -> bool:
    """The calendar of the country and the terms hold for everybody here: they are for who
    administers a unit that stands under none. A place's own days are for who administers a unit
    of that place."""
    paths = who.paths(Role.ADMINISTRATOR)
    if any(path.count("/") <= 2 for path in paths):
        return True
    if not territory:
        return False
    return any(
        unit.path.startswith(path)
        for unit in Unit.objects.filter(valid_on(who.on), territory=territory)
        for path in paths
    )


def _names_units(who: Standing, unit: Unit | None) -> bool:
    """Văn thư read the documents: they meet the new names first, so they may enter them."""
    return who.holds(Role.CLERK) or _administers(who, unit)


RULES: Mapping[str, Callable[[Standing, Any], bool]] = {
    "read": lambda who, _: who.holds(),
    "create_unit": _names_units,
    "name_unit": _names_units,
    "restructure": _administers,
    "manage_people": _administers,
    "manage_accounts": _administers,
    "set_clock": _sets_the_clock,
}


def must_administer(who: Standing) -> None:
    """Raise Denied unless somebody administers some unit: tables of the directory are for them."""
    if not who.holds(Role.ADMINISTRATOR):
        raise Denied("Chỉ người quản trị nhập, xuất danh bạ. Chưa có gì thay đổi.")


def can(who: Account | Standing | None, verb: str, thing: Any, *, on: date) -> bool:
    """Whether an account may do the verb to the unit. Pass a `Standing` to ask often."""
    return allowed(RULES, _standing_of(who, on), verb, thing)


def must(who: Account | Standing | None, verb: str, thing: Any, *, on: date) -> None:
    """Raise Denied, with a sentence for the person, unless `can`."""
    demand(
        RULES,
        _standing_of(who, on),
        verb,
        thing,
        "Tài khoản của bạn không được làm việc này với danh bạ đơn vị. Chưa có gì thay đổi. "
        "Hãy nhờ người quản trị.",
    )


def _standing_of(who: Account | Standing | None, on: date) -> Standing:
    return who if isinstance(who, Standing) else standing(who, on)
