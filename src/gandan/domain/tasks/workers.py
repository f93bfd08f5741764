"""Who does the work of a unit: the accounts that lead or do it there, by name. Part of `queries`."""

from __future__ import annotations

from datetime import date

from gandan.domain.directory.access import Role
from gandan.domain.directory.queries import Account, RoleGrant, Unit, valid_on


def workers_of(unit: Unit, on: date) -> list[Account]:
    """Those with the role of head or officer in the unit itself; those above are not bothered."""
    grants = RoleGrant.objects.filter(
        valid_on(on), unit=unit, role__in=(Role.HEAD, Role.OFFICER), account__is_active=True
    )
    found = {grant.account_id: grant.account for grant in grants.select_related("account__person")}
    return list(found.values())
