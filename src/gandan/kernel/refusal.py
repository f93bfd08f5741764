"""The one error for a wish that cannot be fulfilled."""

from __future__ import annotations


class Refused(Exception):
    """What was asked cannot be, and nothing was changed. `str(error)` is a Vietnamese sentence
    for the person who asked: what happened and what to do."""
