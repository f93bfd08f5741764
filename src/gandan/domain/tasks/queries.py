"""Questions about work. Ask `access.visible_tasks` first: queries take what is visible."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from gandan.domain.directory.queries import Account, Leave, Unit, valid_on
from gandan.domain.registry.queries import Document, Fact
from gandan.domain.tasks.board import Board, UnitLoad, board
from gandan.domain.tasks.buckets import (
    BUCKETS,
    Bucket,
    Load,
    bucket_counts,
    bucket_of,
    days_left,
    span,
    within,
)
from gandan.domain.tasks.clarity import Clarity, six_clarities
from gandan.domain.tasks.counting import Counted
from gandan.domain.tasks.digest import (
    Digest,
    digest_of,
    extensions_asked,
    open_mentions,
    own_tasks,
    to_approve,
)
from gandan.domain.tasks.marking import Marked, marked_in
from gandan.domain.tasks.models import (
    PERIODS,
    BulkChange,
    CalendarFeed,
    Comment,
    Cooperation,
    DueDate,
    Evidence,
    ExtensionRequest,
    Mailbox,
    Priority,
    ProgressNote,
    Recurrence,
    SavedFilter,
    State,
    Task,
)
from gandan.domain.tasks.standings import (
    CLOSED,
    STANDINGS,
    Shares,
    late_on,
    parts_of,
    shares,
    shares_by,
    with_standing,
)
from gandan.domain.tasks.words import holding
from gandan.kernel.events import Event, about
from gandan.kernel.ids import subject_of

__all__ = [
    "BUCKETS",
    "CLOSED",
    "STANDINGS",
    "Board",
    "Bucket",
    "BulkChange",
    "CalendarFeed",
    "Clarity",
    "Comment",
    "Cooperation",
    "Counted",
    "Digest",
    "DueDate",
    "Evidence",
    "ExtensionRequest",
    "Load",
    "Mailbox",
    "Marked",
    "Priority",
    "ProgressNote",
    "Recurrence",
    "SavedFilter",
    "Shares",
    "State",
    "Task",
    "UnitLoad",
    "accounts_to_remind",
    "board",
    "bucket_counts",
    "bucket_of",
    "days_left",
    "digest_of",
    "extensions_asked",
    "find_tasks",
    "history_of",
    "in_bucket",
    "listed",
    "mailbox_of",
    "marked_in",
    "of_unit",
    "open_mentions",
    "own_tasks",
    "parts_of",
    "series",
    "shares",
    "shares_by",
    "six_clarities",
    "task_of",
    "task_page",
    "tasks_of_document",
    "tasks_of_facts",
    "to_approve",
    "with_standing",
    "without_lead",
]


def of_unit(visible: QuerySet[Task], unit: Unit, *, below: bool = True) -> QuerySet[Task]:
    """The open tasks that a unit (with those below it of its own level) leads or cooperates in.

    The rooms of a department are the department; the communes below a province are not: they have
    a worklist of their own, and the province sees them on its board.

    A union of both ways by their own indexes: of an OR PostgreSQL reads every task that is visible."""
    own = Q(path__startswith=unit.path, level=unit.level) if below else Q(pk=unit.pk)
    units = Unit.objects.filter(own).order_by().values("pk")
    led = Task.objects.filter(lead__in=units).exclude(state__in=CLOSED).order_by().values("pk")
    helping = Cooperation.objects.filter(unit__in=units).order_by().values("task")
    return visible.exclude(state__in=CLOSED).filter(pk__in=led.union(helping))


def in_bucket(tasks: QuerySet[Task], bucket: Bucket, on: date) -> QuerySet[Task]:
    """The tasks of a bucket as a list shows them, the most pressing first; slice it for a page."""
    return listed(tasks.filter(within(bucket, on), span(bucket, on)))


def find_tasks(
    visible: QuerySet[Task],
    *,
    words: str = "",
    state: str = "",
    lead: int | None = None,
    document: int | None = None,
    overdue_on: date | None = None,
    below: Unit | None = None,
) -> QuerySet[Task]:
    """The visible tasks, open and closed, that answer all filters. `below`: led by this unit or by
    one under it."""
    found = visible
    if state:
        found = found.filter(state=state)
    if lead is not None:
        found = found.filter(lead=lead)
    if document is not None:
        found = found.filter(document=document)
    if overdue_on is not None:
        found = found.filter(late_on(overdue_on))
    if below is not None:
        found = found.filter(lead__path__startswith=below.path)
    # Words last: what they leave out costs a look at a text, the others cost a look at a figure.
    return listed(holding(found, words))


def task_page(visible: QuerySet[Task], key: int) -> Task | None:
    """One task with everything its page shows, or None if it is not there or not visible."""
    return (
        visible.select_related(
            "lead", "leader", "officer", "document__file", "fact", "created_by__person", "parent"
        )
        .prefetch_related(
            Prefetch("comments", Comment.objects.select_related("by__person")),
            Prefetch("cooperations", Cooperation.objects.select_related("unit")),
            Prefetch("due_dates", DueDate.objects.select_related("set_by__person", "replaced_by")),
            Prefetch(
                "due_dates__requests", ExtensionRequest.objects.select_related("asked_by__person")
            ),
            Prefetch("notes", ProgressNote.objects.select_related("by__person")),
            Prefetch("evidence", Evidence.objects.select_related("document", "file", "by__person")),
        )
        .filter(pk=key)
        .first()
    )


def history_of(task: Task) -> QuerySet[Event]:
    """Who did what when, oldest first; of a part also how the whole was laid on many units."""
    named = subject_of(task)
    own = about(named.type, [named.id])
    if task.parent_id is not None:
        own |= about(named.type, [task.parent_id]) & Q(verb="task.cascade")
    return Event.objects.filter(own).select_related("actor__person").order_by("id")


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


def series() -> QuerySet[Task]:
    """The open duties that come back and have a unit: those of which occurrences are made."""
    comes_back = ~Q(rule="") | Q(recurrence__in=PERIODS)
    rows = Task.objects.filter(comes_back, period_from__isnull=True, lead__isnull=False)
    return rows.exclude(state__in=(*CLOSED, State.DRAFT)).order_by("id")


def accounts_to_remind(on: date) -> QuerySet[Account]:
    """The accounts of people who may sign in; who is away on the day is left alone, and told on the
    first day back."""
    rows = Account.objects.filter(is_active=True, person__isnull=False)
    rows = rows.exclude(person__in=Leave.objects.filter(valid_on(on)).values("person"))
    return rows.select_related("person").order_by("username")


def mailbox_of(account: Account) -> Mailbox | None:
    return Mailbox.objects.filter(account=account).first()


def listed(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """With all that a row of a list shows, the most pressing first; a constant number of queries."""
    return (
        tasks.select_related("lead", "leader", "officer", "document")
        .prefetch_related(
            Prefetch("cooperations", Cooperation.objects.select_related("unit")), "due_dates"
        )
        .order_by("due_order", "-priority", "id")
    )
