"""Who leads a duty, and what says so."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from vanban.facts.unit import Unit
from vanban.model import Fired, LeadSource, Span
from vanban.rules.pattern import compiled

#: How far a reader may trust a lead by the place it comes from: a table says it outright, an assignment
#: names it, a heading stands above it, a lead-in is carried over from further away.
TRUST: dict[LeadSource, float] = {
    "table": 0.96,
    "explicit": 0.92,
    "heading": 0.9,
    "chapeau": 0.78,
}


_ONLY_GENERIC = compiled(
    r"(?:\s*,?\s*(?:các|cơ\s+quan|đơn\s+vị|địa\s+phương|sở|ban|ngành|tổ\s+chức|nêu\s+trên))+",
    regex.I,
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The bodies charged, where the predicate about them begins, and the rule that found them.

    `executors` are those whom the lead directs. `weight` lowers the trust of the source.
    """

    units: tuple[Unit, ...]
    source: LeadSource
    rule: str
    said: Span
    predicate: int
    executors: tuple[str, ...] = ()
    weight: float = 1.0

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(unit.name for unit in self.units)

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(unit.span for unit in self.units)

    @property
    def trust(self) -> float:
        known = 1.0 if all(unit.known for unit in self.units) else 0.8
        return round(TRUST[self.source] * self.weight * known, 3)

    @property
    def fired(self) -> Fired:
        return Fired(self.rule, self.said, ", ".join(self.names))

    @property
    def is_generic(self) -> bool:
        """Only «các cơ quan, đơn vị» and the like, which may resume bodies named before."""
        return all(unit.every and not unit.named and _is_bare(unit.name) for unit in self.units)


def _is_bare(name: str) -> bool:
    return _ONLY_GENERIC.fullmatch(name) is not None
