"""The verbs of work: the only writes. Each checks, changes and remembers in one go."""

from gandan.domain.tasks.actions.assigning import Source, accept_duty, assign, undo_acceptance
from gandan.domain.tasks.actions.dates import add_due_date, extend, meet_due_date
from gandan.domain.tasks.actions.editing import edit
from gandan.domain.tasks.actions.progress import add_evidence, note_progress
from gandan.domain.tasks.actions.review import correct_duty
from gandan.domain.tasks.actions.steps import step_part, take_step

__all__ = [
    "Source",
    "accept_duty",
    "add_due_date",
    "add_evidence",
    "assign",
    "correct_duty",
    "edit",
    "extend",
    "meet_due_date",
    "note_progress",
    "step_part",
    "take_step",
    "undo_acceptance",
]
