"""Each day: the public texts whose day has come are shown. Safe to run twice."""

from __future__ import annotations

from datetime import date, datetime

from gandan.domain.directory.queries import Account
from gandan.domain.petitions import actions, queries


def show_publications(on: date, *, actor: Account, at: datetime) -> int:
    """How many were shown now."""
    waiting = list(queries.to_be_shown(on))
    return sum(actions.show_publication(one, actor=actor, at=at) for one in waiting)
