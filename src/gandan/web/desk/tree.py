"""Units in order of their paths, as the nested lists that a page shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gandan.domain.directory.queries import Unit


@dataclass(slots=True)
class Branch:
    unit: Unit
    name: str
    below: list[Branch] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(1 + branch.size for branch in self.below)


def grow(
    units: Iterable[Unit],
    names: Mapping[int, str] | None = None,
    parents: Mapping[int, int | None] | None = None,
) -> list[Branch]:
    """The tops of the tree; a unit whose parent is not among the units is a top. `names` and `parents`:
    those of another day, where they were not those of now."""
    called, under = names or {}, parents or {}
    branches = {
        unit.pk: Branch(unit, called.get(unit.pk, unit.name))
        for unit in sorted(units, key=lambda unit: unit.pk)
    }
    tops: list[Branch] = []
    for key, branch in branches.items():
        over = branches.get(under.get(key, branch.unit.parent_id) or 0)
        (over.below if over else tops).append(branch)
    return tops
