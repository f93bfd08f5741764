"""The stretches of a text to underline: each fact, and inside a duty the words of its date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gandan.domain.registry.queries import Fact, FactKind

_NOT_UNDERLINED = {FactKind.HEADER}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that belongs to the fact `pk`. Only the fact itself is an `anchor`; the words of
    its date, which may stand elsewhere, are not."""

    pk: int
    kind: str
    start: int
    end: int
    status: str
    anchor: bool = True


def marks(facts: Iterable[Fact]) -> Iterator[Mark]:
    for fact in facts:
        if fact.kind in _NOT_UNDERLINED:
            continue
        yield Mark(fact.pk, fact.kind, fact.start, fact.end, fact.status)
        for start, end in fact.data.get("time_spans") or ():
            yield Mark(fact.pk, "date", start, end, fact.status, anchor=False)
