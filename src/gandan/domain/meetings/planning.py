"""Required against held: per delegate and per locality, and who has not met anybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet, Sum

from gandan.domain.directory.queries import Level, Unit, UnitKind, units
from gandan.domain.meetings.models import Campaign, Delegate, Meeting, Requirement


@dataclass(frozen=True, slots=True)
class Against:
    """How a number held stands against one requirement."""

    requirement: Requirement
    held: int

    @property
    def missing(self) -> int:
        return max(0, self.requirement.number - self.held)


@dataclass(frozen=True, slots=True)
class DelegatePlan:
    """`against`: every requirement of the tier, the earliest first: a later letter does not hide it."""

    delegate: Delegate
    held: int
    against: tuple[Against, ...]

    @property
    def met_nobody(self) -> bool:
        return self.held == 0


@dataclass(frozen=True, slots=True)
class Locality:
    """The meetings of one unit in a campaign."""

    unit: int
    name: str
    held: int
    attendees: int
    opinions: int


def plan_by_delegate(campaign: Campaign) -> list[DelegatePlan]:
    """Every delegate of the campaign, those who met nobody too; two queries."""
    required = list(campaign.requirements.all())
    rows = campaign.delegates.annotate(held=Count("meetings"))
    return [_plan(delegate, delegate.held, required) for delegate in rows]


def _plan(delegate: Delegate, held: int, required: Iterable[Requirement]) -> DelegatePlan:
    own = tuple(Against(each, held) for each in required if each.tier == delegate.tier)
    return DelegatePlan(delegate, held, own)


def by_locality(meetings: QuerySet[Meeting]) -> list[Locality]:
    """The units that hold meetings, the one with most first; one query."""
    rows = (
        meetings.order_by()
        .values("unit", "unit__name")
        .annotate(held=Count("pk"), people=Sum("attendees"), voiced=Sum("opinions"))
        .order_by("-held", "unit__name")
    )
    return [
        Locality(row["unit"], row["unit__name"], row["held"], row["people"], row["voiced"])
        for row in rows
    ]


def communes_without(meetings: QuerySet[Meeting], on: date) -> list[Unit]:
    """The communes of the office in which none of these meetings was held: known by the code of their
    territory, whoever held them; three queries."""
    rows = meetings.order_by().values_list("unit__territory", "place_code").distinct()
    met = {code for row in rows for code in row if code}
    communes = units(on).filter(level=Level.COMMUNE, kind=UnitKind.PEOPLES_COMMITTEE)
    return [one for one in communes.exclude(territory="") if one.territory not in met]
