"""What everybody may read of petitions: texts that two persons let through, from their day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet, Sum

from gandan.domain.petitions.models import Petition, VoterRating


@dataclass(frozen=True, slots=True)
class Rated:
    """How many said what of the answers to a petition."""

    satisfied: int = 0
    partly: int = 0
    unsatisfied: int = 0

    @property
    def total(self) -> int:
        return self.satisfied + self.partly + self.unsatisfied

    @property
    def satisfied_share(self) -> int:
        return round(100 * self.satisfied / self.total) if self.total else 0


def published(at: datetime) -> QuerySet[Petition]:
    """The petitions whose public text everybody may read at this moment, the newest first."""
    open_now = Petition.objects.filter(published_at__lte=at).exclude(published_text="")
    return open_now.order_by("-published_at", "-id")


def rated(petition: Petition) -> Rated:
    counts = VoterRating.objects.filter(petition=petition).aggregate(
        satisfied=Sum("satisfied"), partly=Sum("partly"), unsatisfied=Sum("unsatisfied")
    )
    return Rated(**{name: number or 0 for name, number in counts.items()})
