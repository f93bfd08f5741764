"""Statutory terms as dated rows, and due dates that explain themselves. Pure."""

from gandan.kernel.terms.clocks import Clock, Move, moves, nearest
from gandan.kernel.terms.due import Due, StillPaused, due, why
from gandan.kernel.terms.pauses import Pause
from gandan.kernel.terms.table import TermOff, term_of, terms
from gandan.kernel.terms.term import Term, TermError

__all__ = [
    "Clock",
    "Due",
    "Move",
    "Pause",
    "StillPaused",
    "Term",
    "TermError",
    "TermOff",
    "due",
    "moves",
    "nearest",
    "term_of",
    "terms",
    "why",
]
