"""Who works where on a day, who acts for whom, and what accounts may do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from gandan.domain.directory.models import (
    Account,
    Delegation,
    Leave,
    Person,
    Post,
    RoleGrant,
    SecondFactor,
    Unit,
)
from gandan.domain.directory.models.dated import not_over, valid_on
from gandan.domain.directory.queries.units import units_within


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


def grants_of(account: Account, on: date) -> QuerySet[RoleGrant]:
    """The roles an account holds on a day, each with its unit (none: every unit)."""
    return account.grants.filter(valid_on(on)).select_related("unit")


def accounts(on: date, within: Iterable[str]) -> QuerySet[Account]:
    """The accounts of people who hold or held a role in these parts of the tree."""
    held = RoleGrant.objects.filter(unit__in=units_within(within, on))
    rows = Account.objects.filter(person__isnull=False)
    return rows.filter(pk__in=held.values("account")).select_related("person").order_by("username")


def accounts_named(rows: QuerySet[Account], words: str) -> QuerySet[Account]:
    """Those with these letters in the name to sign in with or in the person's own."""
    ways = {words, words.title(), words.capitalize()}  # SQLite folds the letters of English alone
    named = Q(username__icontains=words)
    for way in ways:
        named |= Q(person__name__icontains=way)
    return rows.filter(named)


def people_within(paths: Iterable[str], on: date) -> QuerySet[Post]:
    """The posts of a day in these parts of the tree, by unit."""
    there = units_within(paths, on)
    rows = Post.objects.filter(valid_on(on), unit__in=there)
    return rows.select_related("person", "unit").order_by("unit__path", "id")


def persons_within(paths: Iterable[str], on: date) -> QuerySet[Person]:
    """Everybody who holds or held a post in these parts of the tree."""
    posts = Post.objects.filter(unit__in=units_within(paths, on))
    return Person.objects.filter(pk__in=posts.values("person"))


def posts_of(person: Person) -> QuerySet[Post]:
    """Every post somebody holds or held, the latest first."""
    return person.posts.select_related("unit").order_by("-valid_from", "-pk")


def delegations_of(unit: Unit, on: date) -> QuerySet[Delegation]:
    """Who acts for whom in a unit on a day, or will."""
    rows = unit.delegations.filter(not_over(on)).order_by("valid_from", "id")
    return rows.select_related("giver", "receiver")


def acting_for(persons: Iterable[int], unit: Unit, on: date) -> QuerySet[Delegation]:
    """Who acts for these people in a unit on a day."""
    rows = unit.delegations.filter(valid_on(on), giver__in=persons)
    return rows.select_related("giver", "receiver")


def leaves_of(unit: Unit, on: date) -> QuerySet[Leave]:
    """Who of a unit is on leave on a day, or will be."""
    there = people_of(unit, on).values("person")
    rows = Leave.objects.filter(not_over(on), person__in=there)
    return rows.select_related("person").order_by("valid_from", "id")


def away(persons: Iterable[int], on: date) -> QuerySet[Leave]:
    """Which of these people are on leave on a day."""
    return Leave.objects.filter(valid_on(on), person__in=persons).select_related("person")


def asks_second_factor(account: Account) -> bool:
    """Whether a password alone does not open this account."""
    return SecondFactor.objects.filter(account=account).exists()


def account_with(key: object) -> Account | None:
    """The open account with this key; None for any other, and for what is no key."""
    if not isinstance(key, int):
        return None
    return Account.objects.filter(pk=key, is_active=True).first()
