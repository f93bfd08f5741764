"""The life of a meeting, as one pure table: from, verb, to, who, basis."""

from __future__ import annotations

from typing import NamedTuple

from gandan.domain.directory.access import Role
from gandan.domain.meetings.models import InspectionState, State

_HEADS = frozenset({str(Role.CLERK), str(Role.HEAD)})


class Step(NamedTuple):
    before: State
    verb: str
    after: State
    who: frozenset[str]
    basis: str
    label: str


TABLE: tuple[Step, ...] = (
    Step(
        State.HELD, "conclude", State.CONCLUDED, _HEADS,
        "Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15 Điều 32", "Đưa kết luận vào",
    ),
)  # fmt: skip


def step(state: str, verb: str) -> Step | None:
    return next((each for each in TABLE if (each.before, each.verb) == (state, verb)), None)


def steps_from(state: str) -> list[Step]:
    return [each for each in TABLE if each.before == state]


class InspectionStep(NamedTuple):
    before: InspectionState
    verb: str
    after: InspectionState
    who: frozenset[str]
    basis: str
    label: str


INSPECTIONS: tuple[InspectionStep, ...] = (
    InspectionStep(
        InspectionState.UNDER_WAY, "conclude-inspection", InspectionState.CONCLUDED, _HEADS,
        "kế hoạch của cơ quan", "Đưa kết luận vào",
    ),
    InspectionStep(
        InspectionState.CONCLUDED, "close-inspection", InspectionState.CLOSED, _HEADS,
        "kế hoạch của cơ quan", "Khép lại: đã khắc phục xong",
    ),
)  # fmt: skip


def inspection_step(state: str, verb: str) -> InspectionStep | None:
    return next((each for each in INSPECTIONS if (each.before, each.verb) == (state, verb)), None)
