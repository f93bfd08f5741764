"""The parts of a worklist by how pressing they are; computed from the day, never stored. Part of
`queries`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.db.models import Count, F, Q, QuerySet

from gandan.domain.tasks.models import NO_DAY, Task

Bucket = Literal["overdue", "this-week", "later", "waiting", "no-date"]
BUCKETS: tuple[Bucket, ...] = ("overdue", "this-week", "later", "waiting", "no-date")


@dataclass(frozen=True, slots=True)
class Load:
    """How many open tasks stand in each bucket."""

    overdue: int
    this_week: int
    later: int
    waiting: int
    no_date: int

    @property
    def total(self) -> int:
        return self.overdue + self.this_week + self.later + self.waiting + self.no_date

    def of(self, bucket: Bucket) -> int:
        return int(getattr(self, bucket.replace("-", "_")))


def bucket_counts(tasks: QuerySet[Task], on: date) -> Load:
    """One query, however many tasks: counted day by day, and the days put into their buckets here."""
    counted = dict.fromkeys(BUCKETS, 0)
    by_day = tasks.order_by().values_list("next_due", "waiting_since").annotate(n=Count("pk"))
    for due, waits, n in by_day:
        counted[_bucket(due, waits, on)] += n
    return Load(**{bucket.replace("-", "_"): n for bucket, n in counted.items()})


def days_left(task: Task, on: date) -> int | None:
    """Days until the next due date; negative when it is past, None when there is none."""
    return None if task.next_due is None else (task.next_due - on).days


def bucket_of(task: Task, on: date) -> Bucket:
    """The bucket in which a task stands on a day: computed, never stored."""
    return _bucket(task.next_due, task.waiting_since, on)


def _bucket(due: date | None, waits: date | None, on: date) -> Bucket:
    if due is None:
        return "no-date"
    if waits is not None and due >= waits:
        return "waiting"
    if due < on:
        return "overdue"
    return "this-week" if due <= last_of_week(on) else "later"


def within(bucket: Bucket, on: date) -> Q:
    stands_still = Q(waiting_since__isnull=False, next_due__gte=F("waiting_since"))
    runs = Q(waiting_since__isnull=True) | Q(next_due__lt=F("waiting_since"))
    conditions: dict[Bucket, Q] = {
        "overdue": runs & Q(next_due__lt=on),
        "this-week": runs & Q(next_due__gte=on, next_due__lte=last_of_week(on)),
        "later": runs & Q(next_due__gt=last_of_week(on)),
        "waiting": stands_still,
        "no-date": Q(next_due__isnull=True),
    }
    return conditions[bucket]


def span(bucket: Bucket, on: date) -> Q:
    """Where the tasks of a bucket lie in the order of a list, so that a page begins there instead of
    reading all that is more pressing. It leaves none of them out; `within` says which they are."""
    spans: dict[Bucket, Q] = {
        "overdue": Q(due_order__lt=on),
        "this-week": Q(due_order__gte=on, due_order__lte=last_of_week(on)),
        "later": Q(due_order__gt=last_of_week(on)),
        "waiting": Q(),
        "no-date": Q(due_order=NO_DAY),
    }
    return spans[bucket]


def last_of_week(on: date) -> date:
    """The last day of the week that holds the day; weeks begin on Monday."""
    return on + timedelta(days=6 - on.weekday())
