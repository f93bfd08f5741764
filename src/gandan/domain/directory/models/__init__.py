"""The nouns of the directory: units with their history, people with their posts, accounts."""

from gandan.domain.directory.models.account import Account, Role, RoleGrant
from gandan.domain.directory.models.person import Person, Post
from gandan.domain.directory.models.unit import Level, Unit, UnitKind, UnitName
from gandan.domain.directory.models.unit_event import Succession, UnitEvent

__all__ = [
    "Account",
    "Level",
    "Person",
    "Post",
    "Role",
    "RoleGrant",
    "Succession",
    "Unit",
    "UnitEvent",
    "UnitKind",
    "UnitName",
]
