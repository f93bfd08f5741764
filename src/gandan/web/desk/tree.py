"""Units in order of their paths, as the nested lists that a page shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from gandan.domain.directory.queries import Unit


@dataclass(slots=True)
class Branch:
    unit: Unit
    below: list[Branch] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(1 + branch.size for branch in self.below)


def grow(units: Iterable[Unit]) -> list[Branch]:
    """The tops of the tree; a unit whose parent is not among the units is a top."""
    branches = {unit.pk: Branch(unit) for unit in sorted(units, key=lambda unit: unit.pk)}
    tops: list[Branch] = []
    for branch in branches.values():
        over = branches.get(branch.unit.parent_id or 0)
        (over.below if over else tops).append(branch)
    return tops
