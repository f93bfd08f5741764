"""What a line of a list says of a task, and no more. Part of `queries`.

A list shows fifty tasks with their units, people and documents. Of all of these only some words are
shown, so only they are read: whole objects were a third of the work of a list.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet

from gandan.domain.tasks.models import Cooperation, DueDate, Recurrence, Task
from gandan.domain.tasks.standings import CLOSED


class Line(NamedTuple):
    """`lead` and the three of the document are None where there is none."""

    key: int
    text: str
    state: str
    recurrence: str
    next_due: date | None
    lead: str | None
    lead_text: str
    section: str
    fact: int | None
    document: int | None
    number: str | None
    kind: str | None
    subject: str | None

    @property
    def is_open(self) -> bool:
        return self.state not in CLOSED

    @property
    def document_called(self) -> str:
        """As `Document` is called, its number first."""
        return self.number or self.kind or (self.subject or "")[:80]


class FullLine(NamedTuple):
    """With those who help, and which of the six are clear, in the order of `six_clarities`."""

    line: Line
    cooperating: tuple[str, ...]
    clear: tuple[bool, ...]


_NAMED = (
    "pk", "text", "state", "recurrence", "next_due", "lead__name", "lead_text", "section", "fact",
    "document", "document__number", "document__kind", "document__subject",
)  # fmt: skip
_FOR_THE_SIX = ("leader__name", "officer__name", "authority", "product")


def lines(tasks: QuerySet[Task]) -> list[Line]:
    """The tasks of a list, in its order; one question."""
    return [Line(*row) for row in _bare(tasks).values_list(*_NAMED)]


def full_lines(tasks: QuerySet[Task]) -> list[FullLine]:
    """Three questions, however many tasks."""
    rows = list(_bare(tasks).values_list(*_NAMED, *_FOR_THE_SIX))
    keys = [row[0] for row in rows]
    helping = helping_of(keys)
    dates = DueDate.objects.filter(task__in=keys, replaced_by__isnull=True).order_by()
    dated = set(dates.values_list("task", flat=True))
    found = []
    for *said, leader, officer, authority, product in rows:
        line = Line(*said)
        clear = (
            bool(leader or officer),
            bool(line.text.strip()),
            line.key in dated or line.recurrence != Recurrence.NONE,
            bool(line.lead),
            bool(authority),
            bool(product),
        )
        found.append(FullLine(line, helping.get(line.key, ()), clear))
    return found


def _bare(tasks: QuerySet[Task]) -> QuerySet[Any, Any]:
    return tasks.select_related(None).prefetch_related(None)


def helping_of(keys: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """By task: the units that help, or the words of the document for those that nobody found."""
    found: dict[int, tuple[str, ...]] = {}
    parts = Cooperation.objects.filter(task__in=keys).order_by("id")
    for task, unit, text in parts.values_list("task", "unit__name", "text"):
        found[task] = (*found.get(task, ()), unit or text)
    return found
