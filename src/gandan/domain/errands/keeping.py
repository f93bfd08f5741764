"""How long the files of an errand stay: those that were sent, and its result."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from gandan.domain.errands.models import Errand

KEPT = timedelta(days=7)
# A text that is checked is about to leave the house: it is looked at now, or sent again.
KEPT_OF: Mapping[str, timedelta] = {"check-files": timedelta(hours=1)}


def kept_until(errand: Errand) -> datetime | None:
    """None: it has not ended."""
    if errand.ended_at is None:
        return None
    return errand.ended_at + KEPT_OF.get(errand.kind, KEPT)


def is_kept(errand: Errand, at: datetime) -> bool:
    """Whether its files may still be shown, also where nobody has removed them yet."""
    until = kept_until(errand)
    return until is None or at < until
