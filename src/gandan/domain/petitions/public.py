"""What everybody may read of petitions: the words that two persons let through, and how far a petition is.

The text as it was said, who asked, and what was written between offices are not even loaded here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Sum
from django.utils import timezone

from gandan.domain.directory.queries import Unit, units
from gandan.domain.directory.queries import UnitKind as Kind
from gandan.domain.petitions.fields import Field, fields
from gandan.domain.petitions.models import Answer, Petition, Route, State, VoterRating

_SHOWN = (
    "code", "published_text", "published_at", "field", "place_code", "place_text", "said_on",
    "state", "due_on", "term_basis", "received_at", "first", "holder__name", "unit__name",
)  # fmt: skip
_ANSWERED = (State.ANSWERED, State.FOLLOWED, State.CLOSED)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """How far a petition is. `joined`: it goes on with the one that asked the same before."""

    code: str
    state: str
    holder: str
    since: date
    received_on: date
    due_on: date | None
    basis: str
    is_late: bool
    joined: bool
    question: Petition | None


@dataclass(frozen=True, slots=True)
class Rated:
    """How many said what of the answers to a petition, when they were asked."""

    satisfied: int = 0
    partly: int = 0
    unsatisfied: int = 0

    @property
    def total(self) -> int:
        return self.satisfied + self.partly + self.unsatisfied

    @property
    def satisfied_share(self) -> int:
        return round(100 * self.satisfied / self.total) if self.total else 0


def published(at: datetime | None = None) -> QuerySet[Petition]:
    """The petitions whose public text everybody may read (at this moment), the newest publication
    first, each with its public answers (`public_answers`); a constant number of queries."""
    shown = Petition.objects.filter(published_at__lte=at or timezone.now())
    return (
        shown.exclude(published_text="")
        .select_related("holder", "unit")
        .only(*_SHOWN)
        .prefetch_related(Prefetch("answers", public_answers(), to_attr="public_answers"))
        .order_by("-published_at", "-id")
    )


def public_answers() -> QuerySet[Answer]:
    return (
        Answer.objects.filter(published_at__isnull=False)
        .select_related("unit")
        .only("petition", "published_text", "published_at", "kind", "promised_on", "at", "unit__name")
    )  # fmt: skip


def narrowed(
    rows: QuerySet[Petition], *, field: str = "", place: str = "", answered: str = ""
) -> QuerySet[Petition]:
    """By field of the first level, by place as it is written, by whether there is a public answer
    ("yes", "no")."""
    if field:
        rows = rows.filter(field__in=within(field))
    if place:
        rows = rows.filter(place_text=place)
    if answered in {"yes", "no"}:
        there = Exists(Answer.objects.filter(petition=OuterRef("pk"), published_at__isnull=False))
        rows = rows.filter(there if answered == "yes" else ~there)
    return rows


def question_with(code: str) -> Petition | None:
    """A published petition by its code; one that is not published is as unknown as one that is not there."""
    return published().filter(code=code.strip().upper()).first()


def whereabouts(code: str, on: date) -> Whereabouts | None:
    """How far the petition with this code is. Nothing of its text, unless it is published."""
    rows = Petition.objects.select_related(
        "holder", "unit", "first", "first__holder", "first__unit"
    )
    one = rows.filter(code=code).defer("text", "first__text").first()
    if one is None:
        return None
    leading = one.first or one
    holder = leading.holder or leading.unit
    answered = leading.state in _ANSWERED
    return Whereabouts(
        code=one.code,
        state=leading.state,
        holder=holder.name if holder else "",
        since=_since(leading),
        received_on=timezone.localdate(one.received_at),
        due_on=one.due_on,
        basis=one.term_basis,
        is_late=not answered and one.due_on is not None and one.due_on < on,
        joined=one.first_id is not None,
        question=question_with(one.code) or question_with(leading.code),
    )


def rated(petition: Petition) -> Rated:
    counts = VoterRating.objects.filter(petition=petition).aggregate(
        satisfied=Sum("satisfied"), partly=Sum("partly"), unsatisfied=Sum("unsatisfied")
    )
    return Rated(**{name: number or 0 for name, number in counts.items()})


def top_fields() -> list[Field]:
    """The fields of the first level, in the order of the list."""
    return [one for one in fields().values() if not one.under]


def within(field: str) -> list[str]:
    """A field of the first level with those below it."""
    return [one.code for one in fields().values() if field in {one.code, one.under}]


def places_published() -> list[str]:
    """The places of published petitions, by name."""
    named = Petition.objects.filter(published_at__isnull=False).exclude(place_text="")
    return list(named.order_by("place_text").values_list("place_text", flat=True).distinct())


def receiving_units(on: date) -> list[Unit]:
    """The People's Committees of communes, to which somebody may write."""
    return list(units(on).filter(kind=Kind.PEOPLES_COMMITTEE, level="commune").order_by("name"))


def _since(petition: Petition) -> date:
    """The day since which the petition is where it is: answered, sent on, or received."""
    steps: QuerySet[Any] = (
        Answer if petition.state in _ANSWERED else Route
    )._default_manager.filter(petition=petition)
    last = steps.order_by("-at").values_list("at", flat=True).first()
    return timezone.localdate(last or petition.received_at)
