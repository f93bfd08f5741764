"""Answered is not solved: both shares, by the unit that has the petitions."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from gandan.domain.petitions.models import Answer, AnswerKind, Petition

SMALLEST_CELL = 5
"""Counts from 1 to 4 are hidden where counts are published: they may point at a person."""


@dataclass(frozen=True, slots=True)
class Solving:
    """Of the petitions that a unit has or had: how many were answered, and how many are solved."""

    unit: int
    name: str
    total: int
    answered: int
    solved: int

    @property
    def answered_share(self) -> int:
        return round(100 * self.answered / self.total)

    @property
    def solved_share(self) -> int:
        return round(100 * self.solved / self.total)


def solving_by_unit(visible: QuerySet[Petition]) -> list[Solving]:
    """By the unit that has the petition; units with fewer than `SMALLEST_CELL` are left out."""
    last = Answer.objects.filter(petition=OuterRef("pk"))
    counted = (
        visible.filter(holder__isnull=False)
        .order_by()
        .annotate(
            is_answered=Exists(last.filter(is_empty=False)),
            is_solved=Exists(last.filter(kind=AnswerKind.SOLVED)),
        )
        .values("holder", "holder__name")
        .annotate(
            total=Count("pk"),
            answered=Count("pk", filter=Q(is_answered=True)),
            solved=Count("pk", filter=Q(is_solved=True)),
        )
        .filter(total__gte=SMALLEST_CELL)
    )
    rows = [
        Solving(row["holder"], row["holder__name"], row["total"], row["answered"], row["solved"])
        for row in counted
    ]
    return sorted(rows, key=lambda row: (row.solved_share, -row.total, row.name))
