"""What a person typed beside a duty before giving it out: its words, its unit, its days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from gandan.domain.directory.queries import Unit
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import today
from gandan.web.desk.cards import Card
from gandan.web.desk.correction import DatesField
from gandan.web.desk.unit_field import unit_meant


@dataclass(frozen=True, slots=True)
class Typed:
    """`changes`: only the fields that differ from what was read."""

    fact: int
    changes: Mapping[str, Any]
    lead: Unit | None


def typed_in(said: Mapping[str, str], card: Card) -> Typed:
    """Raises Refused with the row and what is wrong; nothing is given out then."""
    key = card.fact.pk
    changes: dict[str, Any] = {}
    text = " ".join(said.get(f"text-{key}", card.words).split())
    if text and text != " ".join(card.words.split()):
        changes["text"] = text
    try:
        if f"due-{key}" in said:
            days = DatesField(required=False).clean(said[f"due-{key}"])
            if days != sorted(day.isoformat() for day in card.due):
                changes["due"] = days
        unit = said.get(f"unit-{key}", "").strip()
        lead = unit_meant(unit, today()) if unit else None
    except ValidationError as error:
        place = card.value.get("section") or card.words[:40]
        raise Refused(f"Mục {place}: {' '.join(error.messages)} Chưa giao nhiệm vụ nào.") from error
    if lead is not None:
        changes["lead"] = [lead.name]
    return Typed(key, changes, lead)


@dataclass(frozen=True, slots=True)
class Shown:
    """A row as it is shown: as it was read, or as the person had filled it in when it was refused."""

    text: str
    unit: str
    due: str
    is_chosen: bool | None
    is_open: bool


def shown_again(said: Any, card: Card) -> Shown:
    """`is_chosen` None: nobody has said anything yet. `said`: the form that was sent, if one was."""
    key = card.fact.pk
    read = "; ".join(f"{day:%d/%m/%Y}" for day in card.due)
    if not said:
        return Shown(card.words, "", read, None, is_open=False)
    text = said.get(f"text-{key}", card.words)
    unit, due = said.get(f"unit-{key}", ""), said.get(f"due-{key}", read)
    touched = (text, unit, due) != (card.words, "", read)
    return Shown(text, unit, due, str(key) in said.getlist("fact"), is_open=touched)
