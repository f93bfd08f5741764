"""The life of a unit, as a table: (from, verb, to, who, basis). Pure.

Every step cites the document that orders it. "standing" and "ended" are read from the dates of the
unit on the day asked about; neither is stored.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from gandan.domain.directory.models import Role, Unit


class Step(NamedTuple):
    before: str
    verb: str
    after: str
    who: str
    basis: str


_BASIS = "Luật Tổ chức chính quyền địa phương 72/2025/QH15; quyết định của cấp có thẩm quyền"
_WHO = str(Role.ADMINISTRATOR)

UNIT: tuple[Step, ...] = (
    Step("absent", "found", "standing", _WHO, _BASIS),
    Step("standing", "rename", "standing", _WHO, _BASIS),
    Step("standing", "move", "standing", _WHO, _BASIS),
    Step("standing", "split", "standing", _WHO, _BASIS),
    Step("standing", "split", "ended", _WHO, _BASIS),
    Step("standing", "merge", "standing", _WHO, _BASIS),
    Step("standing", "merge", "ended", _WHO, _BASIS),
    Step("standing", "dissolve", "ended", _WHO, _BASIS),
)


def state_on(unit: Unit, day: date) -> str:
    """ "absent" before its first day, "ended" after its last, else "standing"."""
    if unit.valid_from is not None and day < unit.valid_from:
        return "absent"
    return "standing" if unit.holds_on(day) else "ended"
