"""Which unit somebody means by what they typed: a code, an identifier or a name."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from gandan.domain.directory.folding import fold
from gandan.domain.directory.matching import match
from gandan.domain.directory.models import Unit, UnitIdentifier, UnitKind, UnitName
from gandan.domain.directory.models.dated import valid_on
from gandan.domain.directory.queries.units import unit_with_code


def units_meant(words: str, on: date) -> list[Unit]:
    """The units that a code or a name stands for on a day; several are a question to the person.

    A territory code first means the place that bears it on that day (the same number may have been
    another commune's before 1/7/2025), then a unit's own code, an electronic identifier, a name."""
    said = words.strip()
    places = list(places_with(said).filter(valid_on(on))) if said else []
    if places:
        return places
    own = unit_with_code(said)
    if own is not None:
        return [own]
    identified = unit_identified(said, on)
    return [identified] if identified is not None else list(match(said, on).candidates)


def unit_identified(value: str, on: date) -> Unit | None:
    """The unit that had an electronic identifier on a day: never two, as `add_identifier` sees to it."""
    rows = UnitIdentifier.objects.filter(valid_on(on), value=value.strip().upper())
    found = rows.select_related("unit__parent").first()
    return found.unit if found is not None else None


def units_once_meant(words: str, today: date) -> list[Unit]:
    """The units that a code or a name stood for at any time, for who asks what became of one: an
    ended place with that code comes before the one that bears the number today."""
    said = words.strip()
    ended = [place for place in places_with(said) if not place.holds_on(today)]
    now = ended or units_meant(said, today)
    if now or not fold(said):
        return now
    named = UnitName.objects.filter(folded=fold(said)).values("unit")
    return list(Unit.objects.filter(pk__in=named).select_related("parent"))


def places_with(territory: str) -> QuerySet[Unit]:
    """The provinces, districts and communes that bear or bore a code, the latest first."""
    rows = Unit.objects.filter(territory=territory, kind=UnitKind.TERRITORY)
    return rows.exclude(territory="").select_related("parent").order_by("-valid_from", "-pk")


def identifiers_of(unit: Unit) -> QuerySet[UnitIdentifier]:
    """Every electronic identifier a unit has or had."""
    return unit.identifiers.order_by("valid_from", "value")
