"""A task as the two lines of a list: the words, then who, with whom, from where, by when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gandan.domain.tasks.lines import Line, full_lines, lines
from gandan.domain.tasks.queries import Task, six_clarities
from gandan.web.desk.states import WORDS, Look
from gandan.web.ui.quick import addresses
from gandan.web.ui.wording import Due, due_said, say_due


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


class Row(NamedTuple):
    """A task in a list. `cooperating` and `clear` (which of the six are) only of `rows_of`."""

    key: int
    words: str
    address: str
    lead: str
    source: str
    source_address: str
    due: Due
    state: str
    cooperating: tuple[str, ...] = ()
    clear: tuple[bool, ...] = ()

    @property
    def look(self) -> Look:
        return WORDS[self.state]


def lines_of(tasks: QuerySet[Task], day: date) -> list[Row]:
    """One line each, for a table."""
    row = _row_maker(day)
    return [row(line) for line in lines(tasks)]


def rows_of(tasks: QuerySet[Task], day: date) -> list[Row]:
    """With those who help, and what the task leaves open."""
    row = _row_maker(day)
    return [row(*each) for each in full_lines(tasks)]


def _row_maker(day: date) -> Callable[..., Row]:
    """What all rows of a list share is asked once."""
    language, place = get_language(), _("mục")
    task, document = addresses("task"), addresses("document")

    def row(line: Line, cooperating: tuple[str, ...] = (), clear: tuple[bool, ...] = ()) -> Row:
        source = source_address = ""
        if line.document is not None:
            source, source_address = line.document_called, document(line.document)
            if line.section:
                source = f"{source} {place} {line.section}"
            if line.fact:
                source_address = f"{source_address}#fact-{line.fact}"
        due = due_said(line.next_due, day, line.recurrence, not line.is_open, language)
        lead = line.lead or line.lead_text
        return Row(
            line.key, line.text, task(line.key), lead, source, source_address, due, line.state,
            cooperating, clear,
        )  # fmt: skip

    return row


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
