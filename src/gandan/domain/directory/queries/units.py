"""Which units there are on a day, where they stand and what they are called."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from gandan.domain.directory.folding import fold_plain
from gandan.domain.directory.models import Unit, UnitEvent, UnitName
from gandan.domain.directory.models.dated import valid_on


def units(on: date) -> QuerySet[Unit]:
    """The units that exist on a day, as a tree in order."""
    return Unit.objects.filter(valid_on(on)).select_related("parent")


def unit_with_code(code: str) -> Unit | None:
    return Unit.objects.filter(code=code).first()


def roots(on: date) -> QuerySet[Unit]:
    """The units of a day that stand under none."""
    return units(on).filter(parent__isnull=True)


def descendants(unit: Unit, on: date) -> QuerySet[Unit]:
    """The unit itself and all below it that exist on a day."""
    return units(on).filter(path__startswith=unit.path)


def units_called(words: str, on: date) -> QuerySet[Unit]:
    """The units of a day with a name that holds these words, typed with or without diacritics."""
    named = UnitName.objects.filter(valid_on(on), folded_plain__contains=fold_plain(words))
    return units(on).filter(pk__in=named.values("unit"))


def units_within(paths: Iterable[str], on: date) -> QuerySet[Unit]:
    """The units of a day in these parts of the tree; the path "" is the whole of it."""
    there = Q(pk__in=[])
    for path in paths:
        there |= Q(path__startswith=path)
    return units(on).filter(there)


def are_many(paths: Iterable[str], few: int = 300) -> bool:
    """Whether more than a few units ever stood in these parts of the tree."""
    there = Q(pk__in=[])
    for path in paths:
        there |= Q(path__startswith=path)
    return Unit.objects.filter(there).order_by()[: few + 1].count() > few


def units_above(unit: Unit) -> list[Unit]:
    """The units over this one, the highest first."""
    keys = [int(key) for key in unit.path.strip("/").split("/")[:-1]]
    return list(Unit.objects.filter(pk__in=keys).order_by("path"))


def territory_path(unit: Unit) -> str:
    """The territory codes of a unit from the widest to its own ("56/22366"), as the working calendar
    asks for them."""
    codes = [one.territory for one in (*units_above(unit), unit)]
    return "/".join(dict.fromkeys(code for code in codes if code))


def territory_paths(keys: Iterable[int]) -> dict[int | None, str]:
    """`territory_path` of many units, by key: two questions, however many."""
    coded: dict[int, str] = dict(Unit.objects.exclude(territory="").values_list("pk", "territory"))
    wanted = set(keys)
    found: dict[int | None, str] = {}
    for key, path in Unit.objects.exclude(path="").values_list("pk", "path").iterator():
        if key in wanted:
            codes = (coded.get(int(step), "") for step in path.strip("/").split("/"))
            found[key] = "/".join(dict.fromkeys(code for code in codes if code))
    return found


def names_of(unit: Unit) -> QuerySet[UnitName]:
    """Every name a unit has or had, the official ones first."""
    return unit.names.order_by("-kind", "-valid_from", "text")


def name_on(unit: Unit, on: date) -> str:
    """The official name of a unit on a day; its present one if none is kept for that day."""
    official = unit.names.filter(valid_on(on), kind=UnitName.Kind.OFFICIAL)
    return official.order_by("-valid_from").values_list("text", flat=True).first() or unit.name


def names_on(units: Iterable[Unit], on: date) -> dict[int, str]:
    """By unit its official name on a day; one question for all."""
    official = UnitName.objects.filter(
        valid_on(on), kind=UnitName.Kind.OFFICIAL, unit__in=[unit.pk for unit in units]
    )
    return dict(official.order_by("valid_from").values_list("unit", "text"))


def former_parents(on: date) -> dict[int, int | None]:
    """By unit that moved after a day: what it stood under on that day."""
    moved = UnitEvent.objects.filter(kind=UnitEvent.Kind.MOVE, on__gt=on).order_by("-on", "-id")
    return dict(moved.values_list("unit", "former_parent"))


def parent_on(unit: Unit, on: date) -> Unit | None:
    """The unit it stood under on a day: before its first later move, what that move took it from."""
    later = unit.events.filter(kind=UnitEvent.Kind.MOVE, on__gt=on).order_by("on", "id").first()
    return later.former_parent if later else unit.parent
