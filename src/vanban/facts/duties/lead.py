"""Who leads a duty, and what says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import prod

import regex

from vanban.facts.unit import Unit
from vanban.model import Fired, LeadSource, Span
from vanban.rules import table
from vanban.rules.pattern import compiled

_CONFIDENCE = table("confidence")


_ONLY_GENERIC = compiled(
    r"(?:\s*,?\s*(?:các|cơ\s+quan|đơn\s+vị|địa\s+phương|sở|ban|ngành|tổ\s+chức|nêu\s+trên))+",
    regex.I,
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The bodies charged, where the predicate about them begins, and the rule that found them.

    `executors` are those whom the lead directs. `doubts` name what speaks against the finding, by
    the words of `rules/confidence.toml`.
    """

    units: tuple[Unit, ...]
    source: LeadSource
    rule: str
    said: Span
    predicate: int
    executors: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(unit.name for unit in self.units)

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(unit.span for unit in self.units)

    def doubted(self, *doubts: str) -> Lead:
        """The same lead with further doubts."""
        return replace(self, doubts=tuple(dict.fromkeys((*self.doubts, *doubts))))

    @property
    def trust(self) -> float:
        """The share of duties found in this way that needed no correction."""
        trust: float = _CONFIDENCE["support"].get(self.rule, _CONFIDENCE["other"]) * prod(
            _CONFIDENCE["doubt"][doubt] for doubt in self._doubts
        )
        return round(trust, 3)

    @property
    def _doubts(self) -> tuple[str, ...]:
        unknown = not all(unit.known for unit in self.units)
        return (*self.doubts, "unknown_body") if unknown else self.doubts

    @property
    def fired(self) -> tuple[Fired, ...]:
        """The rule that found the lead, and the doubts about it."""
        names = ", ".join(self.names)
        return (
            Fired(self.rule, self.said, names),
            *(Fired(f"doubt.{doubt}", self.said) for doubt in self._doubts),
        )

    @property
    def is_generic(self) -> bool:
        """Only «các cơ quan, đơn vị» and the like, which may resume bodies named before."""
        return all(unit.every and not unit.named and _is_bare(unit.name) for unit in self.units)


def _is_bare(name: str) -> bool:
    return _ONLY_GENERIC.fullmatch(name) is not None
