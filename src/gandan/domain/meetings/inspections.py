"""Questions about inspections and training courses. Part of `queries`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from gandan.domain.meetings.models import (
    Attendance,
    ChecklistItem,
    Course,
    Inspection,
    InspectionState,
    ItemVerdict,
    Session,
    Shortcoming,
    Visit,
)
from gandan.domain.registry.queries import Document
from gandan.domain.tasks.queries import State as TaskState


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit with a verdict for each item of the checklist, in its order (None: not said yet)."""

    visit: Visit
    verdicts: tuple[ItemVerdict | None, ...]
    shortcomings: tuple[Shortcoming, ...]

    def is_late(self, on: date) -> bool:
        return self.visit.meeting_id is None and self.visit.planned_on < on


@dataclass(frozen=True, slots=True)
class Reach:
    """Of one audience: planned, and the most who came to any session."""

    unit: str
    post: str
    planned: int
    came: int

    @property
    def is_reached(self) -> bool:
        return self.came > 0


def inspections(visible: QuerySet[Inspection]) -> QuerySet[Inspection]:
    """With how many visits there are, how many were held, and how much is still to be put right."""
    done = (TaskState.DONE, TaskState.CANCELLED)
    return (
        visible.select_related("unit", "document")
        .annotate(
            planned=Count("visits", distinct=True),
            held=Count("visits", filter=Q(visits__meeting__isnull=False), distinct=True),
            found=Count("visits__shortcomings", distinct=True),
            open_found=Count(
                "visits__shortcomings",
                filter=~Q(visits__shortcomings__task__state__in=done)
                & Q(visits__shortcomings__isnull=False),
                distinct=True,
            ),
        )
        .order_by("-created_at", "-pk")
    )


def visit_rows(inspection: Inspection, items: Sequence[ChecklistItem]) -> list[VisitRow]:
    """Every visit with its verdicts and shortcomings; three queries."""
    visits = inspection.visits.select_related("unit", "meeting").prefetch_related(
        "verdicts__evidence", "verdicts__item", "shortcomings__task", "shortcomings__item"
    )
    rows = []
    for visit in visits:
        said = {verdict.item_id: verdict for verdict in visit.verdicts.all()}
        rows.append(
            VisitRow(
                visit, tuple(said.get(item.pk) for item in items), tuple(visit.shortcomings.all())
            )
        )
    return rows


def courses(visible: QuerySet[Course]) -> QuerySet[Course]:
    """With how many sessions there are and how many were held."""
    return (
        visible.select_related("unit", "document")
        .annotate(
            planned=Count("sessions"),
            held=Count("sessions", filter=Q(sessions__meeting__isnull=False)),
        )
        .order_by("-created_at", "-pk")
    )


def reach_of(course: Course) -> list[Reach]:
    """By audience, in the order of the units; two queries. Who came to several sessions is one: the
    fullest session counts."""
    most: dict[int, int] = {}
    for row in Attendance.objects.filter(session__course=course).values("audience", "number"):
        most[row["audience"]] = max(most.get(row["audience"], 0), row["number"])
    return [
        Reach(each.unit.name, each.post, each.planned, most.get(each.pk, 0))
        for each in course.audiences.select_related("unit")
    ]


def units_reached(rows: Sequence[Reach]) -> tuple[int, int]:
    """How many of the invited units sent anybody, of how many."""
    invited = {row.unit for row in rows}
    return len({row.unit for row in rows if row.is_reached}), len(invited)


def sessions_of(course: Course) -> QuerySet[Session]:
    """Each with the number of people who came."""
    return course.sessions.select_related("meeting").annotate(people=Sum("attendances__number"))


def of_plan(
    document: Document, visible: QuerySet[Inspection], courses_seen: QuerySet[Course]
) -> tuple[list[Inspection], list[Course]]:
    """What a plan brought: its inspections and its courses. Most plans brought none: what there is is
    asked first, how far it is only then; four queries at the most."""
    mine = Q(document=document) | Q(task__document=document)
    found, taught = _keys(visible.filter(mine)), _keys(courses_seen.filter(mine))
    return (
        list(inspections(Inspection.objects.filter(pk__in=found))) if found else [],
        list(courses(Course.objects.filter(pk__in=taught))) if taught else [],
    )


def _keys(rows: QuerySet[Any]) -> list[int]:
    return list(rows.order_by().values_list("pk", flat=True))


def words_of_verdicts() -> Mapping[str, str]:
    return dict(ItemVerdict.Word.choices)


__all__ = [
    "ChecklistItem", "Course", "Inspection", "InspectionState", "ItemVerdict", "Reach",
    "Session", "Shortcoming", "Visit", "VisitRow", "courses", "inspections", "of_plan",
    "reach_of", "sessions_of", "units_reached", "visit_rows", "words_of_verdicts",
]  # fmt: skip
