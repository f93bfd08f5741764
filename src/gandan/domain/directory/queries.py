"""Questions about units and people, as of any day. Rows come back as they are stored."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from gandan.domain.directory.folding import fold, fold_plain
from gandan.domain.directory.matching import Match, match, match_all
from gandan.domain.directory.models import (
    Account,
    Level,
    Person,
    Post,
    Role,
    RoleGrant,
    Succession,
    Unit,
    UnitEvent,
    UnitKind,
    UnitName,
)
from gandan.domain.directory.models.dated import valid_on

__all__ = [
    "Account",
    "Level",
    "Match",
    "Person",
    "Post",
    "Role",
    "RoleGrant",
    "Unit",
    "UnitEvent",
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
    "match",
    "match_all",
    "name_on",
    "names_of",
    "parent_on",
    "people_of",
    "roots",
    "successors_of",
    "unit_with_code",
    "units",
    "units_above",
    "units_called",
    "units_within",
    "valid_on",
    "working_units",
]


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


def name_on(unit: Unit, on: date) -> str:
    """The official name of a unit on a day; its present one if none is kept for that day."""
    official = unit.names.filter(valid_on(on), kind=UnitName.Kind.OFFICIAL)
    return official.order_by("-valid_from").values_list("text", flat=True).first() or unit.name


def parent_on(unit: Unit, on: date) -> Unit | None:
    """The unit it stood under on a day: before its first later move, what that move took it from."""
    later = unit.events.filter(kind=UnitEvent.Kind.MOVE, on__gt=on).order_by("on", "id").first()
    return later.former_parent if later else unit.parent


def events_of(unit: Unit) -> QuerySet[UnitEvent]:
    """What happened to a unit, as itself or as one that took over or was taken over."""
    return (
        UnitEvent.objects.filter(
            Q(unit=unit) | Q(successions__predecessor=unit) | Q(successions__successor=unit)
        )
        .select_related("unit", "former_parent")
        .distinct()
    )


def successors_of(unit: Unit, on: date) -> list[Unit]:
    """The units that hold the place of this one on a day: itself while it exists, else those that
    took over, followed through later mergers. Several after a split; none after a dissolution."""
    found: dict[int, Unit] = {}
    seen: set[int] = set()
    waiting = [unit]
    while waiting:
        current = waiting.pop()
        if current.pk in seen:
            continue
        seen.add(current.pk)
        if current.holds_on(on):
            found[current.pk] = current
            continue
        links = Succession.objects.filter(predecessor=current, event__on__lte=on)
        waiting.extend(link.successor for link in links.select_related("successor"))
    return sorted(found.values(), key=lambda each: each.path)


def holder_of_place(unit: Unit, on: date) -> Unit | None:
    """The one unit that holds its place on a day; None when there is none, or several."""
    holders = successors_of(unit, on)
    return holders[0] if len(holders) == 1 else None


def people_of(unit: Unit, on: date) -> QuerySet[Post]:
    """The posts of a unit on a day, each with its person."""
    return Post.objects.filter(valid_on(on), unit=unit).select_related("person")


def account_named(username: str) -> Account | None:
    return Account.objects.filter(username=username).select_related("person").first()


def working_units(account: Account, on: date) -> list[Unit]:
    """The units in which an account holds a role on a day, the highest first."""
    held = RoleGrant.objects.filter(valid_on(on), account=account, unit__isnull=False)
    return list(Unit.objects.filter(pk__in=held.values("unit")).order_by("path"))


def home_unit(account: Account, on: date) -> Unit | None:
    """The unit whose work an account sees first: that of its post, else of its first role."""
    if account.person_id is not None:
        posts = Post.objects.filter(valid_on(on), person_id=account.person_id)
        post = posts.select_related("unit").first()
        if post is not None:
            return post.unit
    return next(iter(working_units(account, on)), None)


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


def units_above(unit: Unit) -> list[Unit]:
    """The units over this one, the highest first."""
    keys = [int(key) for key in unit.path.strip("/").split("/")[:-1]]
    return list(Unit.objects.filter(pk__in=keys).order_by("path"))


def names_of(unit: Unit) -> QuerySet[UnitName]:
    """Every name a unit has or had, the official ones first."""
    return unit.names.order_by("-kind", "-valid_from", "text")


def grants_of(account: Account, on: date) -> QuerySet[RoleGrant]:
    """The roles an account holds on a day, each with its unit (none: every unit)."""
    return account.grants.filter(valid_on(on)).select_related("unit")


def accounts(on: date, within: Iterable[str]) -> QuerySet[Account]:
    """The accounts of people who hold or held a role in these parts of the tree."""
    held = RoleGrant.objects.filter(unit__in=units_within(within, on))
    rows = Account.objects.filter(person__isnull=False)
    return rows.filter(pk__in=held.values("account")).select_related("person").order_by("username")
