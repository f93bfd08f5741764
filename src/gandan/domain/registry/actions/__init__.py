"""The verbs of the registry: the only writes. Each checks, changes and remembers in one go."""

from gandan.domain.registry.actions.keep import keep
from gandan.domain.registry.actions.receiving import (
    Received,
    read_sent,
    receive,
    receive_all,
    receive_read,
)
from gandan.domain.registry.actions.rereading import Reread, reread, reread_read
from gandan.domain.registry.actions.restricting import restrict
from gandan.domain.registry.actions.review import accept, correct, reject, undo

__all__ = [
    "Received",
    "Reread",
    "accept",
    "correct",
    "keep",
    "read_sent",
    "receive",
    "receive_all",
    "receive_read",
    "reject",
    "reread",
    "reread_read",
    "restrict",
    "undo",
]
