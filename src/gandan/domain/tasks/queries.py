"""Questions about work. Ask `access.visible_tasks` first: queries take what is visible."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.db.models import Count, F, Prefetch, Q, QuerySet

from gandan.domain.directory.queries import Unit, fold_plain
from gandan.domain.registry.queries import Document, Fact
from gandan.domain.tasks.clarity import Clarity, six_clarities
from gandan.domain.tasks.models import (
    Cooperation,
    DueDate,
    Evidence,
    Priority,
    ProgressNote,
    Recurrence,
    State,
    Task,
)
from gandan.kernel.events import Event, history

__all__ = [
    "BUCKETS",
    "Bucket",
    "Clarity",
    "Cooperation",
    "DueDate",
    "Evidence",
    "Load",
    "Priority",
    "ProgressNote",
    "Recurrence",
    "State",
    "Task",
    "bucket_counts",
    "bucket_of",
    "days_left",
    "find_tasks",
    "history_of",
    "in_bucket",
    "listed",
    "of_unit",
    "six_clarities",
    "task_of",
    "task_page",
    "tasks_of_document",
    "tasks_of_facts",
    "without_lead",
]

Bucket = Literal["overdue", "this-week", "later", "no-date"]
BUCKETS: tuple[Bucket, ...] = ("overdue", "this-week", "later", "no-date")
_CLOSED = (State.DONE, State.CANCELLED)


@dataclass(frozen=True, slots=True)
class Load:
    """How many open tasks stand in each bucket."""

    overdue: int
    this_week: int
    later: int
    no_date: int

    @property
    def total(self) -> int:
        return self.overdue + self.this_week + self.later + self.no_date

    def of(self, bucket: Bucket) -> int:
        return int(getattr(self, bucket.replace("-", "_")))


def of_unit(visible: QuerySet[Task], unit: Unit, *, below: bool = True) -> QuerySet[Task]:
    """The open tasks that a unit (with those below it) leads or cooperates in."""
    own = Q(path__startswith=unit.path) if below else Q(pk=unit.pk)
    units = Unit.objects.filter(own).values("pk")
    helping = Cooperation.objects.filter(unit__in=units).values("task")
    return visible.exclude(state__in=_CLOSED).filter(Q(lead__in=units) | Q(pk__in=helping))


def bucket_counts(tasks: QuerySet[Task], on: date) -> Load:
    """One query, however many tasks."""
    counted = tasks.aggregate(
        **{bucket.replace("-", "_"): Count("pk", filter=_within(bucket, on)) for bucket in BUCKETS}
    )
    return Load(**counted)


def in_bucket(tasks: QuerySet[Task], bucket: Bucket, on: date) -> QuerySet[Task]:
    """The tasks of a bucket as a list shows them, the most pressing first; slice it for a page."""
    return listed(tasks.filter(_within(bucket, on)))


def find_tasks(
    visible: QuerySet[Task],
    *,
    words: str = "",
    state: str = "",
    lead: int | None = None,
    document: int | None = None,
    overdue_on: date | None = None,
) -> QuerySet[Task]:
    """The visible tasks, open and closed, that answer all filters."""
    found = visible
    for word in fold_plain(words).split():
        found = found.filter(search__contains=word)
    if state:
        found = found.filter(state=state)
    if lead is not None:
        found = found.filter(lead=lead)
    if document is not None:
        found = found.filter(document=document)
    if overdue_on is not None:
        found = found.filter(_within("overdue", overdue_on)).exclude(state__in=_CLOSED)
    return listed(found)


def days_left(task: Task, on: date) -> int | None:
    """Days until the next due date; negative when it is past, None when there is none."""
    return None if task.next_due is None else (task.next_due - on).days


def bucket_of(task: Task, on: date) -> Bucket:
    """The bucket in which a task stands on a day: computed, never stored."""
    if task.next_due is None:
        return "no-date"
    if task.next_due < on:
        return "overdue"
    return "this-week" if task.next_due <= _sunday(on) else "later"


def task_page(visible: QuerySet[Task], key: int) -> Task | None:
    """One task with everything its page shows, or None if it is not there or not visible."""
    return (
        visible.select_related(
            "lead", "leader", "officer", "document__file", "fact", "created_by__person"
        )
        .prefetch_related(
            Prefetch("cooperations", Cooperation.objects.select_related("unit")),
            Prefetch("due_dates", DueDate.objects.select_related("set_by__person", "replaced_by")),
            Prefetch("notes", ProgressNote.objects.select_related("by__person")),
            Prefetch("evidence", Evidence.objects.select_related("document", "file", "by__person")),
        )
        .filter(pk=key)
        .first()
    )


def history_of(task: Task) -> QuerySet[Event]:
    """Who did what when, oldest first."""
    return history(task).select_related("actor__person")


def tasks_of_document(visible: QuerySet[Task], document: Document) -> QuerySet[Task]:
    """The tasks that a document lays down, in the order of its text."""
    return listed(visible.filter(document=document)).order_by("start", "id")


def tasks_of_facts(visible: QuerySet[Task], facts: list[Fact]) -> dict[int, Task]:
    """By fact: the visible task made of it. One query for a whole document page."""
    found = visible.filter(fact__in=facts).select_related("lead")
    return {task.fact_id: task for task in found if task.fact_id is not None}


def without_lead(visible: QuerySet[Task]) -> QuerySet[Task]:
    """The drafts of which nobody knows whose they are."""
    return listed(visible.filter(lead__isnull=True, state=State.DRAFT))


def task_of(visible: QuerySet[Task], fact: Fact) -> Task | None:
    return visible.filter(fact=fact).first()


def listed(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """With all that a row of a list shows, the most pressing first; a constant number of queries."""
    return (
        tasks.select_related("lead", "leader", "officer", "document")
        .prefetch_related(
            Prefetch("cooperations", Cooperation.objects.select_related("unit")), "due_dates"
        )
        .order_by(F("next_due").asc(nulls_last=True), "-priority", "id")
    )


def _within(bucket: Bucket, on: date) -> Q:
    conditions: dict[Bucket, Q] = {
        "overdue": Q(next_due__lt=on),
        "this-week": Q(next_due__gte=on, next_due__lte=_sunday(on)),
        "later": Q(next_due__gt=_sunday(on)),
        "no-date": Q(next_due__isnull=True),
    }
    return conditions[bucket]


def _sunday(on: date) -> date:
    """The last day of the week that holds the day; weeks begin on Monday."""
    return on + timedelta(days=6 - on.weekday())
