"""The nouns of work: a task, who works on it, by when, what was done, what proves it."""

from gandan.domain.tasks.models.due_date import DueDate
from gandan.domain.tasks.models.progress import Evidence, ProgressNote
from gandan.domain.tasks.models.task import Cooperation, Priority, Recurrence, State, Task

__all__ = [
    "Cooperation",
    "DueDate",
    "Evidence",
    "Priority",
    "ProgressNote",
    "Recurrence",
    "State",
    "Task",
]
