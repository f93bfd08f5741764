"""The nouns of the directory: units with their history, people with their posts, accounts."""

from gandan.domain.directory.models.account import Account, Role, RoleGrant
from gandan.domain.directory.models.person import Delegation, Leave, Person, Post
from gandan.domain.directory.models.second_factor import SecondFactor
from gandan.domain.directory.models.unit import Level, Unit, UnitKind, UnitName
from gandan.domain.directory.models.unit_event import Succession, UnitEvent
from gandan.domain.directory.models.unit_identifier import UnitIdentifier

__all__ = [
    "Account",
    "Delegation",
    "Leave",
    "Level",
    "Person",
    "Post",
    "Role",
    "RoleGrant",
    "SecondFactor",
    "Succession",
    "Unit",
    "UnitEvent",
    "UnitIdentifier",
    "UnitKind",
    "UnitName",
]
