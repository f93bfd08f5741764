"""Questions about meetings and campaigns. Rows come back as they are stored."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from gandan.domain.meetings.cutting import Cut, opinions_in
from gandan.domain.meetings.figures import TierFigures, figures_by_tier
from gandan.domain.meetings.kinds import Kind, KindField, kind_called, kinds, notice_gap
from gandan.domain.meetings.models import (
    Campaign,
    Delegate,
    Meeting,
    Minutes,
    Mode,
    Opinion,
    Promise,
    Reception,
    Requirement,
    State,
    Tier,
)
from gandan.domain.meetings.planning import (
    Against,
    DelegatePlan,
    Locality,
    by_locality,
    communes_without,
    plan_by_delegate,
)
from gandan.domain.meetings.reception_rules import (
    delegation_allowed,
    last_day_to_post,
    late_notice,
)
from gandan.domain.meetings.sheets import COLUMNS, SheetRow, rows_of_sheet
from gandan.kernel.ids import key_said

__all__ = [
    "COLUMNS",
    "NARROWED_BY",
    "Against",
    "Campaign",
    "Cut",
    "Delegate",
    "DelegatePlan",
    "Kind",
    "KindField",
    "Locality",
    "Meeting",
    "Minutes",
    "Mode",
    "Opinion",
    "Promise",
    "Reception",
    "Requirement",
    "SheetRow",
    "State",
    "Tier",
    "TierFigures",
    "by_locality",
    "campaign_named",
    "campaigns",
    "communes_without",
    "delegation_allowed",
    "figures_by_tier",
    "kind_called",
    "kinds",
    "last_day_to_post",
    "late_notice",
    "listed",
    "narrowed",
    "notice_gap",
    "opinions_in",
    "plan_by_delegate",
    "rows_of_sheet",
]


NARROWED_BY = ("tier", "mode", "kind", "unit", "campaign", "delegate")


def campaigns() -> QuerySet[Campaign]:
    return Campaign.objects.select_related("unit")


def campaign_named(name: str) -> Campaign | None:
    return Campaign.objects.select_related("unit").filter(name=" ".join(name.split())).first()


def listed(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings with all that a row of a list shows."""
    return meetings.select_related("unit", "campaign").order_by("-held_on", "-pk")


def narrowed(meetings: QuerySet[Meeting], asked: Mapping[str, str]) -> QuerySet[Meeting]:
    """Only those that fit what is asked: tier, mode, kind, unit, campaign, delegate; unknown words
    find nothing rather than everything."""
    for name in ("tier", "mode", "kind"):
        if asked.get(name):
            meetings = meetings.filter(**{name: asked[name]})
    for name, path in (("unit", "unit"), ("campaign", "campaign"), ("delegate", "delegates")):
        if asked.get(name):
            key = key_said(asked[name])
            meetings = meetings.filter(**{path: key}) if key else meetings.none()
    return meetings
