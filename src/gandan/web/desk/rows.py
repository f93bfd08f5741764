"""A task as the two lines of a list: the words, then who, with whom, from where, by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from gandan.domain.tasks.queries import Task, six_clarities
from gandan.web.desk.states import WORDS, Look
from gandan.web.ui.wording import Due, say_due


@dataclass(frozen=True, slots=True)
class ClearMark:
    """One of the six marks: what it says when it is clear, and when it is missing."""

    name: str
    lack: str
    clear: bool
    said: str = ""

    @property
    def word(self) -> str:
        return _(self.name)

    @property
    def missing(self) -> str:
        return _(self.lack)


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task in one line of a table."""

    key: int
    words: str
    address: str
    lead: str
    source: str
    source_address: str
    due: Due
    look: Look


@dataclass(frozen=True, slots=True)
class Row(TaskLine):
    """With those who help, and what the task leaves open."""

    cooperating: tuple[str, ...]
    six: tuple[ClearMark, ...]


def lines_of(tasks: Iterable[Task], day: date) -> list[TaskLine]:
    """Tasks as `queries.in_short` gives them."""
    return [TaskLine(*_line(task, day)) for task in tasks]


def rows_of(tasks: Iterable[Task], day: date) -> list[Row]:
    """Tasks as listed by `queries`, which fetched all that a row needs."""
    return [
        Row(
            *_line(task, day),
            tuple(str(part) for part in task.cooperations.all()),
            clear_marks(task),
        )
        for task in tasks
    ]


def _line(task: Task, day: date) -> tuple[int, str, str, str, str, str, Due, Look]:
    return (
        task.pk,
        task.text,
        reverse("task", args=[task.pk]),
        str(task.lead) if task.lead else task.lead_text,
        source_words(task),
        source_address(task),
        due_of(task, day),
        WORDS[task.state],
    )


def due_of(task: Task, day: date) -> Due:
    return say_due(task.next_due, day, task.recurrence, over=not task.is_open)


def source_words(task: Task) -> str:
    """ "42-KH/… mục 5" """
    if task.document is None:
        return ""
    named = task.document.number or str(task.document)
    return f"{named} {_('mục')} {task.section}" if task.section else named


def source_address(task: Task) -> str:
    """The exact place of the words that lay the task down."""
    if task.document_id is None:
        return ""
    page = reverse("document", args=[task.document_id])
    return f"{page}#fact-{task.fact_id}" if task.fact_id else page


def clear_marks(task: Task) -> tuple[ClearMark, ...]:
    return tuple(
        ClearMark(one.name, one.missing, one.is_clear, one.said) for one in six_clarities(task)
    )
