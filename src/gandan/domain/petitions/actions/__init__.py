"""The verbs of petitions: the only writes. Each checks, changes and remembers in one go."""

from gandan.domain.petitions.actions.answering import answer
from gandan.domain.petitions.actions.appraising import assess, note_rating
from gandan.domain.petitions.actions.attaching import attach
from gandan.domain.petitions.actions.batch import classify_all, join_all, transfer_all, undo_batch
from gandan.domain.petitions.actions.classifying import classify
from gandan.domain.petitions.actions.clocks import (
    extend_clock,
    finish_clock,
    pause_clock,
    resume_clock,
    start_clock,
)
from gandan.domain.petitions.actions.gathering import accept_petition, take_opinion, undo_petition
from gandan.domain.petitions.actions.identity import open_identity
from gandan.domain.petitions.actions.joining import join, part
from gandan.domain.petitions.actions.loading import (
    COLUMNS,
    Row,
    known_among,
    load_of,
    must_load,
    store_chunk,
)
from gandan.domain.petitions.actions.publishing import (
    approve_publication,
    draft_publication,
    return_publication,
    show_publication,
    withdraw,
    withdraw_answer,
)
from gandan.domain.petitions.actions.rating import VERDICTS, rate
from gandan.domain.petitions.actions.receiving import Origin, receive
from gandan.domain.petitions.actions.recounting import (
    RecountAnswer,
    RecountClock,
    recount,
    recount_clocks,
)
from gandan.domain.petitions.actions.routing import transfer
from gandan.domain.petitions.actions.steps import SIMPLE, take_step
from gandan.domain.petitions.actions.visits import (
    Line,
    enter_visit,
    open_visitor,
    petition_of_visit,
    settle_visit,
)

__all__ = [
    "COLUMNS",
    "SIMPLE",
    "VERDICTS",
    "Line",
    "Origin",
    "RecountAnswer",
    "RecountClock",
    "Row",
    "accept_petition",
    "answer",
    "approve_publication",
    "assess",
    "attach",
    "classify",
    "classify_all",
    "draft_publication",
    "enter_visit",
    "extend_clock",
    "finish_clock",
    "join",
    "join_all",
    "known_among",
    "load_of",
    "must_load",
    "note_rating",
    "open_identity",
    "open_visitor",
    "part",
    "pause_clock",
    "petition_of_visit",
    "rate",
    "receive",
    "recount",
    "recount_clocks",
    "resume_clock",
    "return_publication",
    "settle_visit",
    "show_publication",
    "start_clock",
    "store_chunk",
    "take_opinion",
    "take_step",
    "transfer",
    "transfer_all",
    "undo_batch",
    "undo_petition",
    "withdraw",
    "withdraw_answer",
]
