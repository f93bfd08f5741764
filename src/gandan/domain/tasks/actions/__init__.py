"""The verbs of work: the only writes. Each checks, changes and remembers in one go."""

from gandan.domain.tasks.actions.accepting import accept_duties
from gandan.domain.tasks.actions.assigning import Source, accept_duty, assign, undo_acceptance
from gandan.domain.tasks.actions.bulk import (
    assign_all,
    change_each,
    extend_all,
    remind_all,
)
from gandan.domain.tasks.actions.by_hand import assign_by_hand
from gandan.domain.tasks.actions.cascading import cascade, lay_each, split
from gandan.domain.tasks.actions.cooperating import change_cooperation
from gandan.domain.tasks.actions.dates import add_due_date, extend, meet_due_date
from gandan.domain.tasks.actions.desk import (
    change_filter,
    close_feed,
    delete_filter,
    open_feed,
    open_first,
    save_filter,
    set_mailbox,
)
from gandan.domain.tasks.actions.editing import edit
from gandan.domain.tasks.actions.progress import add_evidence, note_progress
from gandan.domain.tasks.actions.recounting import Recount, recount
from gandan.domain.tasks.actions.reminding import remind
from gandan.domain.tasks.actions.reorganising import (
    dissolve_unit,
    end_post,
    hand_over,
    hand_over_post,
    merge_units,
    open_work,
    split_unit,
)
from gandan.domain.tasks.actions.repeating import make_occurrences
from gandan.domain.tasks.actions.requests import answer_extension, ask_extension
from gandan.domain.tasks.actions.review import correct_duty
from gandan.domain.tasks.actions.settling import settle
from gandan.domain.tasks.actions.steps import step_part, take_step
from gandan.domain.tasks.actions.talking import comment, subscribe, unsubscribe
from gandan.domain.tasks.actions.undoing import undo_bulk

__all__ = [
    "Recount",
    "Source",
    "accept_duties",
    "accept_duty",
    "add_due_date",
    "add_evidence",
    "answer_extension",
    "ask_extension",
    "assign",
    "assign_all",
    "assign_by_hand",
    "cascade",
    "change_cooperation",
    "change_each",
    "change_filter",
    "close_feed",
    "comment",
    "correct_duty",
    "delete_filter",
    "dissolve_unit",
    "edit",
    "end_post",
    "extend",
    "extend_all",
    "hand_over",
    "hand_over_post",
    "lay_each",
    "make_occurrences",
    "meet_due_date",
    "merge_units",
    "note_progress",
    "open_feed",
    "open_first",
    "open_work",
    "recount",
    "remind",
    "remind_all",
    "save_filter",
    "set_mailbox",
    "settle",
    "split",
    "split_unit",
    "step_part",
    "subscribe",
    "take_step",
    "undo_acceptance",
    "undo_bulk",
    "unsubscribe",
]
