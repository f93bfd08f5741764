"""The same request before: a petition and those that people joined to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from gandan.domain.petitions.models import Answer, AnswerKind, Petition


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """ "Asked 4 times since 2019, promised twice": over a petition and those joined to it."""

    times: int
    since: date
    promised: int
    solved: int


def group_of(visible: QuerySet[Petition], petition: Petition) -> QuerySet[Petition]:
    """A petition and the visible ones that people joined to it."""
    first = petition.first_id or petition.pk
    return visible.filter(Q(pk=first) | Q(first=first)).order_by("said_on", "id")


def asked_before(visible: QuerySet[Petition], petition: Petition) -> AskedBefore:
    group = group_of(visible, petition)
    answers = Answer.objects.filter(petition__in=group.values("pk"))
    return AskedBefore(
        times=group.count(),
        since=group.values_list("said_on", flat=True).first() or petition.said_on,
        promised=answers.filter(kind=AnswerKind.PROMISED).count(),
        solved=answers.filter(kind=AnswerKind.SOLVED).count(),
    )
