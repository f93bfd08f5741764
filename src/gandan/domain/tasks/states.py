"""The life of a task, as one pure table: from, verb, to, who, whether a reason is asked, basis.

Lateness is not in it: a task is late by its dates and the day, whatever its state.
"""

from __future__ import annotations

from typing import NamedTuple

from gandan.domain.directory.access import Role
from gandan.domain.tasks.models import State

HEAD, OFFICER, CLERK = str(Role.HEAD), str(Role.OFFICER), str(Role.CLERK)
_WORKERS = frozenset({HEAD, OFFICER})
_HEADS = frozenset({HEAD})
_ASSIGNERS = frozenset({HEAD, CLERK})
# Each office runs by its own working rules; they follow one order: assign, do, submit, approve.
_RULES = "Quy chế làm việc của cơ quan"


class Step(NamedTuple):
    before: State
    verb: str
    after: State
    who: frozenset[str]
    needs_reason: bool
    basis: str
    label: str


def _steps(
    befores: tuple[State, ...], verb: str, after: State, who: frozenset[str], label: str,
    *, needs_reason: bool = False,
) -> tuple[Step, ...]:  # fmt: skip
    return tuple(Step(each, verb, after, who, needs_reason, _RULES, label) for each in befores)


_OPEN = (
    State.DRAFT, State.ASSIGNED, State.RECEIVED, State.UNDER_WAY,
    State.WAITING, State.SUBMITTED, State.RETURNED,
)  # fmt: skip

TABLE: tuple[Step, ...] = (
    *_steps((State.DRAFT,), "assign", State.ASSIGNED, _ASSIGNERS, "Giao việc"),
    *_steps((State.ASSIGNED,), "receive", State.RECEIVED, _WORKERS, "Nhận việc"),
    *_steps((State.ASSIGNED,), "decline", State.DRAFT, _HEADS, "Từ chối", needs_reason=True),
    *_steps(
        (State.ASSIGNED, State.RECEIVED, State.RETURNED),
        "start", State.UNDER_WAY, _WORKERS, "Bắt đầu làm",
    ),
    *_steps(
        (State.RECEIVED, State.UNDER_WAY, State.RETURNED),
        # While it waits its dates stand still: whoever may extend may let it wait.
        "wait", State.WAITING, _HEADS, "Tạm chờ", needs_reason=True,
    ),
    *_steps((State.WAITING,), "resume", State.UNDER_WAY, _WORKERS, "Làm tiếp"),
    *_steps(
        (State.RECEIVED, State.UNDER_WAY), "submit", State.SUBMITTED, _WORKERS, "Trình duyệt"
    ),
    *_steps((State.SUBMITTED,), "approve", State.DONE, _HEADS, "Duyệt hoàn thành"),
    *_steps((State.SUBMITTED,), "return", State.RETURNED, _HEADS, "Trả lại", needs_reason=True),
    *_steps(_OPEN, "cancel", State.CANCELLED, _ASSIGNERS, "Hủy việc", needs_reason=True),
    *_steps((State.DONE,), "reopen", State.UNDER_WAY, _HEADS, "Mở lại", needs_reason=True),
)  # fmt: skip


def step(before: str, verb: str) -> Step | None:
    """The step that a verb takes from a state; None: the verb is not open from there."""
    return next((each for each in TABLE if each.before == before and each.verb == verb), None)


def steps_from(before: str) -> tuple[Step, ...]:
    """Every step open from a state, in the order of work."""
    return tuple(each for each in TABLE if each.before == before)
