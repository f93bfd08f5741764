"""Figures for everybody: counted over all petitions, but no small cell is told."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from gandan.domain.petitions.fields import fields, name_of
from gandan.domain.petitions.models import Answer, AnswerKind, Petition
from gandan.domain.petitions.queries import SMALLEST_CELL


@dataclass(frozen=True, slots=True)
class FieldFigures:
    """None: a number from 1 to 4, which might point at a person, or one from which it could be reckoned."""

    name: str
    total: int
    answered: int | None
    solved: int | None


def by_field() -> list[FieldFigures]:
    """Requests by field of the first level: how many, answered, solved; one query. A request that was
    joined to another counts once. Fields with fewer than `SMALLEST_CELL` stand together."""
    answers = Answer.objects.filter(petition=OuterRef("pk"))
    counted = (
        Petition.objects.filter(first__isnull=True)
        .order_by()
        .annotate(
            is_answered=Exists(answers.filter(is_empty=False)),
            is_solved=Exists(answers.filter(kind=AnswerKind.SOLVED)),
        )
        .values_list("field")
        .annotate(
            total=Count("pk"),
            answered=Count("pk", filter=Q(is_answered=True)),
            solved=Count("pk", filter=Q(is_solved=True)),
        )
    )
    known = fields()
    sums: dict[str, list[int]] = {}
    for field, *numbers in counted:
        top = known[field].under or field if field in known else ""
        before = sums.get(top, [0, 0, 0])
        sums[top] = [old + new for old, new in zip(before, numbers, strict=True)]
    small = [top for top, (total, *_) in sums.items() if total < SMALLEST_CELL]
    rest = [sum(column) for column in zip(*(sums.pop(top) for top in small), strict=True)]
    rows = [
        _row(name_of(top) if top else "Chưa phân loại", *numbers) for top, numbers in sums.items()
    ]
    rows.sort(key=lambda row: (-row.total, row.name))
    if rest and rest[0] >= SMALLEST_CELL:
        rows.append(_row("Các lĩnh vực khác" if rows else "Mọi lĩnh vực", *rest))
    return rows


def _row(name: str, total: int, answered: int, solved: int) -> FieldFigures:
    return FieldFigures(name, total, _told(answered, total), _told(solved, total))


def _told(part: int, whole: int) -> int | None:
    """A part, unless it or what is left of the whole is a small cell."""
    small = range(1, SMALLEST_CELL)
    return None if part in small or whole - part in small else part
