"""Questions about petitions. Ask `access.visible_petitions` first: queries take what is visible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from gandan.domain.petitions.fields import Field, fields, name_of
from gandan.domain.petitions.models import (
    Answer,
    AnswerKind,
    AskedLevel,
    Attachment,
    Join,
    Load,
    Petition,
    PublicRating,
    Route,
    SourceKind,
    State,
)
from gandan.domain.petitions.redaction import Suggestion, redacted, suggestions
from gandan.kernel.events import Event, history

__all__ = [
    "SMALLEST_CELL",
    "Answer",
    "AnswerKind",
    "AskedBefore",
    "AskedLevel",
    "Attachment",
    "Field",
    "Join",
    "Load",
    "Petition",
    "PublicRating",
    "Route",
    "Solving",
    "SourceKind",
    "State",
    "Suggestion",
    "asked_before",
    "fields",
    "history_of",
    "listed",
    "name_of",
    "oldest_unanswered",
    "petition_page",
    "petition_with_code",
    "redacted",
    "solving_by_unit",
    "suggestions",
    "texts_of",
]

SMALLEST_CELL = 5
"""Counts from 1 to 4 are hidden where counts are published: they may point at a person."""

_UNANSWERED = (State.RECEIVED, State.CLASSIFIED, State.TRANSFERRED)


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """ "Asked 4 times since 2019, promised twice": over a petition and those joined to it."""

    times: int
    since: date
    promised: int
    solved: int


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


def petition_page(visible: QuerySet[Petition], key: int) -> Petition | None:
    """One petition with everything its page shows, or None if it is not there or not visible."""
    return (
        visible.select_related("unit", "holder", "document", "task", "first", "received_by__person")
        .prefetch_related(
            "asked",
            Prefetch("routes", Route.objects.select_related("sender", "receiver", "by__person")),
            Prefetch(
                "answers", Answer.objects.select_related("unit", "task", "document", "by__person")
            ),
        )
        .filter(pk=key)
        .first()
    )


def petition_with_code(visible: QuerySet[Petition], code: str) -> Petition | None:
    return visible.filter(code=code.strip().upper()).first()


def listed(petitions: QuerySet[Petition]) -> QuerySet[Petition]:
    """As a list shows them, newest first; a constant number of queries."""
    return petitions.select_related("holder", "unit").order_by("-said_on", "-id")


def oldest_unanswered(visible: QuerySet[Petition]) -> QuerySet[Petition]:
    """Those that nobody answered yet, the longest waiting first."""
    waiting = visible.filter(state__in=_UNANSWERED).select_related("holder", "unit")
    return waiting.order_by("said_on", "id")


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


def texts_of(visible: QuerySet[Petition], keys: list[int]) -> dict[int, Petition]:
    """The visible ones among these keys, with what is needed to show and compare them."""
    return {one.pk: one for one in visible.filter(pk__in=keys).select_related("holder", "unit")}


def history_of(petition: Petition) -> QuerySet[Event]:
    """Who did what when, oldest first."""
    return history(petition).select_related("actor__person")


def after(key: int) -> QuerySet[Petition]:
    """The petitions that came after one, in the order of their keys: what derived files follow."""
    return Petition.objects.filter(pk__gt=key).order_by("pk")


def corrected_by_people() -> QuerySet[Petition]:
    """Those whose field a person decided: what the classifier learns from."""
    return Petition.objects.filter(field_by_person=True).exclude(field="").order_by(F("pk"))
