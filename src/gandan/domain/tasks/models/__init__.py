"""The nouns of work: a task, who works on it, by when, what was done, what proves it."""

from gandan.domain.tasks.models.desk import BulkChange, FirstFilter, SavedFilter
from gandan.domain.tasks.models.due_date import DueDate
from gandan.domain.tasks.models.progress import Evidence, ProgressNote
from gandan.domain.tasks.models.reminder import CalendarFeed, Mailbox, Reminder
from gandan.domain.tasks.models.request import ExtensionRequest
from gandan.domain.tasks.models.talk import Comment, Subscription
from gandan.domain.tasks.models.task import (
    NO_DAY,
    PERIODS,
    Cooperation,
    Priority,
    Recurrence,
    State,
    Task,
)

__all__ = [
    "NO_DAY",
    "PERIODS",
    "BulkChange",
    "CalendarFeed",
    "Comment",
    "Cooperation",
    "DueDate",
    "Evidence",
    "ExtensionRequest",
    "FirstFilter",
    "Mailbox",
    "Priority",
    "ProgressNote",
    "Recurrence",
    "Reminder",
    "SavedFilter",
    "State",
    "Subscription",
    "Task",
]
