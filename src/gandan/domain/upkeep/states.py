"""What a run is at a moment, and whether a job is to be begun. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from gandan.domain.upkeep.models import JobRun

# After this a run that has not ended was cut off, and one that failed is tried again.
PATIENCE = timedelta(hours=1)
MOST_TRIES = 3
State = Literal["waiting", "asked", "running", "cut", "done", "failed"]


class Step(NamedTuple):
    before: State
    verb: str
    after: State
    who: str
    basis: str


_PRACTICE = "thông lệ vận hành"
_MACHINE, _ADMINISTRATOR = "machine", "administrator"
RUN: tuple[Step, ...] = (
    Step("waiting", "begin", "running", _MACHINE, _PRACTICE),
    Step("asked", "begin", "running", _MACHINE, _PRACTICE),
    Step("cut", "begin", "running", _MACHINE, _PRACTICE),
    Step("failed", "begin", "running", _MACHINE, _PRACTICE),
    Step("running", "end", "done", _MACHINE, _PRACTICE),
    Step("running", "end", "failed", _MACHINE, _PRACTICE),
    Step("waiting", "ask", "asked", _ADMINISTRATOR, _PRACTICE),
    Step("cut", "ask", "asked", _ADMINISTRATOR, _PRACTICE),
    Step("done", "ask", "asked", _ADMINISTRATOR, _PRACTICE),
    Step("failed", "ask", "asked", _ADMINISTRATOR, _PRACTICE),
)


def state_of(run: JobRun, at: datetime) -> State:
    if run.begun_at is not None and run.ended_at is None and at - run.begun_at < PATIENCE:
        return "running"
    if run.asked_at is not None and (run.begun_at is None or run.asked_at > run.begun_at):
        return "asked"
    if run.begun_at is None:
        return "waiting"
    if run.ended_at is None:
        return "cut"
    return "done" if run.outcome == JobRun.Outcome.DONE else "failed"


def can_ask(state: State) -> bool:
    return any(step.before == state and step.verb == "ask" for step in RUN)


def is_to_begin(run: JobRun, at: datetime) -> bool:
    """Whether the day still owes this run: never run, or cut off or failed an hour ago and not
    tried too often. What a person asked for waits for nothing but the run before it."""
    state = state_of(run, at)
    if state in {"cut", "failed"}:
        return run.tries < MOST_TRIES and run.begun_at is not None and at - run.begun_at >= PATIENCE
    return state in {"waiting", "asked"}
