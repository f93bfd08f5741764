"""The figures of a campaign, counted from its records: each is the number of rows it opens into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Max, QuerySet, Sum, Value, When

from gandan.domain.meetings.models import Meeting, Mode, Tier


@dataclass(frozen=True, slots=True)
class TierFigures:
    """`by_mode` in the order of `Mode`, only modes that occurred; their sum is `sessions`."""

    tier: str
    sessions: int
    by_mode: Mapping[str, int]
    attendees: int
    attendees_at_least: bool
    opinions: int
    until: date

    @property
    def said(self) -> str:
        return str(Tier(self.tier).label) if self.tier else "khác"


def figures_by_tier(meetings: QuerySet[Meeting]) -> list[TierFigures]:
    """One entry a tier, from the assembly down; one query."""
    rows = (
        meetings.order_by()
        .values("tier", "mode")
        .annotate(
            sessions=Count("pk"), people=Sum("attendees"), voiced=Sum("opinions"),
            vague=Max(
                Case(When(attendees_at_least=True, then=Value(1)), default=Value(0))
            ),
            until=Max("held_on"),
        )
    )  # fmt: skip
    found: dict[str, list[Mapping[str, object]]] = {}
    for row in rows:
        found.setdefault(row["tier"], []).append(row)
    order = [*Tier.values, ""]
    return [_figures(tier, found[tier]) for tier in sorted(found, key=order.index)]


def _figures(tier: str, rows: list[Mapping[str, object]]) -> TierFigures:
    modes = {row["mode"]: int(str(row["sessions"])) for row in rows}
    return TierFigures(
        tier,
        sum(modes.values()),
        {mode: modes[mode] for mode in Mode.values if mode in modes},
        sum(int(str(row["people"])) for row in rows),
        any(row["vague"] for row in rows),
        sum(int(str(row["voiced"])) for row in rows),
        max(day for row in rows if isinstance(day := row["until"], date)),
    )
