"""What the machine proposes for a text that is being typed: field, level, unit, the same before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from gandan.domain.directory.queries import Unit, match
from gandan.domain.petitions import queries, remembering
from gandan.domain.petitions.classification import Proposal, load_model, propose
from gandan.domain.petitions.denunciation import denounces
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import today

SHORTEST = 15
MODEL = "petition-classifier.npz"


@dataclass(frozen=True, slots=True)
class Near:
    """A petition like the text, and what became of it and of those joined to it."""

    similar: remembering.Similar
    before: queries.AskedBefore


@dataclass(frozen=True, slots=True)
class Proposed:
    said: Proposal | None
    unit: Unit | None
    near: tuple[Near, ...]
    looks_denouncing: bool

    @property
    def percent(self) -> int:
        return round(100 * self.said.confidence) if self.said else 0


def proposed(text: str, place: str, seen: QuerySet[queries.Petition]) -> Proposed:
    """Nothing of it is kept. A text that looks like a denunciation is compared with nothing."""
    if len(text.strip()) < SHORTEST:
        return Proposed(None, None, (), looks_denouncing=False)
    if denounces(text):
        return Proposed(None, None, (), looks_denouncing=True)
    said = sorted_by_machine(text)
    unit = match(said.department, today()).unit if said.department else None
    near = tuple(
        Near(one, queries.asked_before(seen, one.petition))
        for one in _one_a_group(remembering.similar(text, seen, place, most=12))
    )
    return Proposed(said, unit, near[:5], looks_denouncing=False)


def sorted_by_machine(text: str) -> Proposal:
    """With the model of the office, if there is one and it is the one that was written."""
    try:
        model = load_model(Path(settings.GANDAN_DATA) / "derived" / MODEL)
    except Refused:
        model = None
    return propose(text, model)


def _one_a_group(found: list[remembering.Similar]) -> list[remembering.Similar]:
    """Of petitions that were joined already, the one most like the text."""
    kept: dict[int, remembering.Similar] = {}
    for one in found:
        kept.setdefault(one.petition.first_id or one.petition.pk, one)
    return list(kept.values())
