"""What an errand is at a moment. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from gandan.domain.errands.models import Errand

# Without a sign of life for so long it was cut off: the longest single thing is a scan of many pages.
PATIENCE = timedelta(minutes=10)
MOST_TRIES = 3
State = Literal["waiting", "running", "cut", "done", "failed", "stopped"]


class Step(NamedTuple):
    before: State
    verb: str
    after: State
    who: str
    basis: str


_PRACTICE = "thông lệ vận hành"
ERRAND: tuple[Step, ...] = (
    Step("waiting", "take", "running", "machine", _PRACTICE),
    Step("cut", "take", "running", "machine", _PRACTICE),
    Step("running", "note", "running", "machine", _PRACTICE),
    Step("running", "end", "done", "machine", _PRACTICE),
    Step("running", "end", "failed", "machine", _PRACTICE),
    Step("waiting", "stop", "stopped", "asker", _PRACTICE),
    Step("running", "stop", "stopped", "asker", _PRACTICE),
    Step("cut", "stop", "stopped", "asker", _PRACTICE),
)


def state_of(errand: Errand, at: datetime) -> State:
    if errand.ended_at is not None:
        outcomes: dict[str, State] = {"done": "done", "failed": "failed"}
        return outcomes.get(errand.outcome, "stopped")
    if errand.begun_at is None or errand.seen_at is None:
        return "waiting"
    return "running" if at - errand.seen_at < PATIENCE else "cut"
