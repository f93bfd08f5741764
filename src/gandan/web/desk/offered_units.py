"""Among which units a form lets somebody choose, in words that an address can carry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import QueryDict

from gandan.domain.directory import queries
from gandan.domain.directory.access import Standing
from gandan.domain.directory.queries import Unit


@dataclass(frozen=True, slots=True)
class Offered:
    """The units in these parts of the tree. The path "" is the whole of it."""

    paths: tuple[str, ...]

    def units(self, on: date) -> QuerySet[Unit]:
        return queries.units_within(self.paths, on)

    def query(self) -> str:
        asked = QueryDict(mutable=True)
        asked.setlist("in", list(self.paths))
        return asked.urlencode()


EVERY = Offered(("",))


def under(unit: Unit | None) -> Offered:
    """The unit and those below it; without one, every unit."""
    return Offered((unit.path,)) if unit else EVERY


def held_by(who: Standing, *roles: str) -> Offered:
    """Where this person holds one of the roles."""
    return Offered(who.paths(*roles))


def asked_in(asked: QueryDict) -> Offered:
    """What the address says. Who may read the directory may read all of it, so it hides nothing;
    the form itself refuses what it did not offer."""
    return Offered(tuple(asked.getlist("in"))) if "in" in asked else EVERY
