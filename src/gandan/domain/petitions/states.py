"""The life of a petition, as one pure table: from, verb, to, who, whether a reason is asked, basis."""

from __future__ import annotations

from typing import NamedTuple

from gandan.domain.directory.access import Role
from gandan.domain.petitions.models import State

_WORKERS = frozenset({str(Role.CLERK), str(Role.HEAD), str(Role.OFFICER)})
# What lays a task on a unit is done by those who may assign tasks.
_CLERKS = frozenset({str(Role.CLERK)})
_ANSWERERS = frozenset({str(Role.CLERK), str(Role.HEAD)})
_HEADS = frozenset({str(Role.HEAD)})
_SORT = "Luật Tiếp công dân 42/2013/QH13 Điều 26"
_SEND = "Luật Tiếp công dân 42/2013/QH13 Điều 26, 27"
_ANSWER = "Luật Tiếp công dân 42/2013/QH13 Điều 28; NQLT 72/2025"
_FOLLOW = "NQLT 72/2025 (theo dõi, giám sát việc trả lời kiến nghị cử tri)"


class Step(NamedTuple):
    before: State
    verb: str
    after: State
    who: frozenset[str]
    needs_reason: bool
    basis: str
    label: str


def _steps(
    befores: tuple[State, ...], verb: str, after: State, who: frozenset[str], basis: str, label: str,
    *, needs_reason: bool = False,
) -> tuple[Step, ...]:  # fmt: skip
    return tuple(Step(each, verb, after, who, needs_reason, basis, label) for each in befores)


_UNANSWERED = (State.RECEIVED, State.CLASSIFIED, State.TRANSFERRED)

TABLE: tuple[Step, ...] = (
    *_steps((State.RECEIVED,), "classify", State.CLASSIFIED, _WORKERS, _SORT, "Phân loại"),
    *_steps(
        (State.CLASSIFIED, State.TRANSFERRED, State.FOLLOWED), "classify", State.CLASSIFIED,
        _WORKERS, _SORT, "Phân loại lại",
    ),
    *_steps(
        (State.RECEIVED, State.CLASSIFIED, State.TRANSFERRED, State.FOLLOWED), "transfer",
        State.TRANSFERRED, _CLERKS, _SEND, "Chuyển",
    ),
    *_steps(
        (*_UNANSWERED, State.ANSWERED, State.FOLLOWED), "answer", State.ANSWERED,
        _ANSWERERS, _ANSWER, "Trả lời",
    ),
    *_steps((State.ANSWERED,), "follow", State.FOLLOWED, _WORKERS, _FOLLOW, "Theo dõi"),
    *_steps(
        (State.ANSWERED, State.FOLLOWED), "close", State.CLOSED, _WORKERS, _FOLLOW, "Kết thúc"
    ),
    *_steps(
        _UNANSWERED, "close", State.CLOSED, _HEADS, _SORT, "Kết thúc, không trả lời",
        needs_reason=True,
    ),
    # Whose answer it is does not judge it: `access` opens this to the units on the other side.
    *_steps(
        (State.ANSWERED, State.FOLLOWED, State.CLOSED), "send_back", State.CLASSIFIED,
        frozenset(), _FOLLOW, "Yêu cầu trả lời lại", needs_reason=True,
    ),
    *_steps(
        (State.CLOSED,), "reopen", State.CLASSIFIED, _WORKERS, _FOLLOW, "Mở lại", needs_reason=True
    ),
)  # fmt: skip


def step(before: str, verb: str) -> Step | None:
    """The step that a verb takes from a state; None: the verb is not open from there."""
    return next((each for each in TABLE if each.before == before and each.verb == verb), None)


def steps_from(before: str) -> tuple[Step, ...]:
    """Every step open from a state, in the order of work."""
    return tuple(each for each in TABLE if each.before == before)
