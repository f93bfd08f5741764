"""Questions about units and people, as of any day. Rows come back as they are stored."""

from __future__ import annotations

from gandan.domain.directory.folding import fold, fold_plain
from gandan.domain.directory.matching import Match, match, match_all
from gandan.domain.directory.models import (
    Account,
    Delegation,
    Leave,
    Level,
    Person,
    Post,
    Role,
    RoleGrant,
    Unit,
    UnitEvent,
    UnitIdentifier,
    UnitKind,
    UnitName,
)
from gandan.domain.directory.models.dated import valid_on
from gandan.domain.directory.queries.history import (
    Link,
    events_of,
    holder_of_place,
    links_after,
    links_before,
    successors_of,
)
from gandan.domain.directory.queries.meaning import (
    identifiers_of,
    places_with,
    units_meant,
    units_once_meant,
)
from gandan.domain.directory.queries.people import (
    account_named,
    accounts,
    grants_of,
    home_unit,
    people_of,
    working_units,
)
from gandan.domain.directory.queries.units import (
    descendants,
    name_on,
    names_of,
    parent_on,
    roots,
    unit_with_code,
    units,
    units_above,
    units_called,
    units_within,
)

__all__ = [
    "Account",
    "Delegation",
    "Leave",
    "Level",
    "Link",
    "Match",
    "Person",
    "Post",
    "Role",
    "RoleGrant",
    "Unit",
    "UnitEvent",
    "UnitIdentifier",
    "UnitKind",
    "UnitName",
    "account_named",
    "accounts",
    "descendants",
    "events_of",
    "fold",
    "fold_plain",
    "grants_of",
    "holder_of_place",
    "home_unit",
    "identifiers_of",
    "links_after",
    "links_before",
    "match",
    "match_all",
    "name_on",
    "names_of",
    "parent_on",
    "people_of",
    "places_with",
    "roots",
    "successors_of",
    "unit_with_code",
    "units",
    "units_above",
    "units_called",
    "units_meant",
    "units_once_meant",
    "units_within",
    "valid_on",
    "working_units",
]
