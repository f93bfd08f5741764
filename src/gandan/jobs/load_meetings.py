"""The workbook of a campaign stored a chunk at a time: safe to run twice, and to be killed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from gandan.domain.directory.queries import Account
from gandan.domain.meetings import actions
from gandan.domain.meetings.queries import Campaign, SheetRow

CHUNK = 200


def load_meetings(
    rows: Sequence[SheetRow],
    campaign: Campaign,
    *,
    actor: Account,
    now: Callable[[], datetime],
    store: bool = True,
) -> list[actions.Verdict]:
    """Weigh every row, then store the new ones. A run that was cut off is simply run again: what was
    stored is found by its keys."""
    verdicts = actions.weigh(rows, campaign, actor=actor, at=now())
    if store:
        for start in range(0, len(verdicts), CHUNK):
            actions.load_chunk(verdicts[start : start + CHUNK], campaign, actor=actor, at=now())
    return verdicts
