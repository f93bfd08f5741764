"""The cards beside a text: one per fact, in groups, the uncertain first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory.queries import Match, match_all
from gandan.domain.registry.queries import Document, Fact, FactKind
from gandan.domain.tasks.queries import Task
from gandan.web.desk.doubts import doubts_of
from gandan.web.desk.newer import Change, newer_of
from gandan.web.desk.states import SUMS, VERDICTS, Look


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says of a fact: its words as they hold now, and what they mean here."""

    fact: Fact
    value: dict[str, Any]
    leads: tuple[Match, ...] = ()
    cooperating: tuple[Match, ...] = ()
    due: tuple[date, ...] = ()
    doubts: tuple[str, ...] = ()
    target: Document | None = None
    task: Task | None = None
    petition: int | None = None

    @property
    def look(self) -> Look:
        return VERDICTS[self.fact.status]

    @property
    def newer(self) -> list[Change]:
        return newer_of(self.fact)

    @property
    def words(self) -> str:
        said = self.value.get("message") if self.fact.kind == FactKind.FINDING else None
        return str(said or self.value.get("text") or self.fact.quote)

    @property
    def place(self) -> str:
        return f"{reverse('document', args=[self.fact.document_id])}#card-{self.fact.pk}"

    @property
    def sum_look(self) -> Look:
        return SUMS[bool(self.value.get("holds"))]

    @property
    def choices(self) -> tuple[Any, ...]:
        """The units among which a person must choose the lead."""
        return next((m.candidates for m in self.leads if len(m.candidates) > 1), ())


@dataclass(slots=True)
class Group:
    name: str
    title: str | Promise
    cards: list[Card] = field(default_factory=list)


def cards_of(
    document: Document,
    facts: Sequence[Fact],
    tasks: Mapping[int, Task],
    day: date,
    petitions: Mapping[int, int] | None = None,
) -> list[Card]:
    """The cards of a document in the order of its text, its units looked up all at once. `tasks` and
    `petitions` are what was made of the facts, by their keys."""
    values = {fact.pk: fact.value for fact in facts if fact.kind != FactKind.HEADER}
    named = [name for value in values.values() for name in _names(value)]
    known = match_all(named, document.issued_on or day, document.issuer) if named else {}
    kept = petitions or {}
    return [
        _card(fact, values[fact.pk], known, tasks.get(fact.pk), kept.get(fact.pk))
        for fact in facts
        if fact.pk in values
    ]


def _names(value: Mapping[str, Any]) -> list[str]:
    return [*(value.get("lead") or ()), *(value.get("cooperating") or ())]


def _card(
    fact: Fact,
    value: dict[str, Any],
    known: Mapping[str, Match],
    task: Task | None,
    petition: int | None,
) -> Card:
    leads = tuple(known[name] for name in value.get("lead") or ())
    is_duty = fact.kind == FactKind.DUTY
    reference = getattr(fact, "reference", None) if fact.kind == FactKind.REFERENCE else None
    return Card(
        fact,
        value,
        leads,
        tuple(known[name] for name in value.get("cooperating") or ()),
        tuple(date.fromisoformat(day) for day in value.get("due") or ()) if is_duty else (),
        tuple(doubts_of(fact, value, leads)) if is_duty else (),
        reference.target if reference else None,
        task,
        petition,
    )


_GROUPS = (
    ("duty", _("Nhiệm vụ"), (FactKind.DUTY,)),
    ("report", _("Chế độ báo cáo"), (FactKind.REPORT_DUTY,)),
    ("petition", _("Kiến nghị"), (FactKind.PETITION,)),
    ("figure", _("Số liệu, hội nghị"), (FactKind.SUM, FactKind.MEETING)),
    ("reference", _("Viện dẫn"), (FactKind.REFERENCE,)),
    ("finding", _("Điểm cần soát"), (FactKind.FINDING,)),
)


def grouped(cards: Iterable[Card]) -> list[Group]:
    """The groups that have cards, what is uncertain before everything else, the least certain
    first."""
    doubtful = Group("doubtful", _("Cần xem kỹ"))
    groups = [Group(name, title) for name, title, _kinds in _GROUPS]
    place = {kind: at for at, (_n, _t, kinds) in enumerate(_GROUPS) for kind in kinds}
    for card in cards:
        (doubtful if card.doubts else groups[place[FactKind(card.fact.kind)]]).cards.append(card)
    doubtful.cards.sort(key=lambda card: card.fact.confidence)
    return [group for group in (doubtful, *groups) if group.cards]
