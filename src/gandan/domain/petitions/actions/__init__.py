"""The verbs of petitions: the only writes. Each checks, changes and remembers in one go."""

from gandan.domain.petitions.actions.answering import answer
from gandan.domain.petitions.actions.attaching import attach
from gandan.domain.petitions.actions.classifying import classify
from gandan.domain.petitions.actions.identity import open_identity
from gandan.domain.petitions.actions.joining import join, part
from gandan.domain.petitions.actions.loading import Row, load_of, store_chunk
from gandan.domain.petitions.actions.publishing import (
    publish,
    publish_answer,
    withdraw,
    withdraw_answer,
)
from gandan.domain.petitions.actions.rating import VERDICTS, rate
from gandan.domain.petitions.actions.receiving import Origin, receive
from gandan.domain.petitions.actions.routing import transfer
from gandan.domain.petitions.actions.steps import SIMPLE, take_step

__all__ = [
    "SIMPLE",
    "VERDICTS",
    "Origin",
    "Row",
    "answer",
    "attach",
    "classify",
    "join",
    "load_of",
    "open_identity",
    "part",
    "publish",
    "publish_answer",
    "rate",
    "receive",
    "store_chunk",
    "take_step",
    "transfer",
    "withdraw",
    "withdraw_answer",
]
