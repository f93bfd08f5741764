"""Questions about petitions. Ask `access.visible_petitions` first: queries take what is visible."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from gandan.domain.petitions.codes import key_of_sending
from gandan.domain.petitions.fields import Field, fields, name_of
from gandan.domain.petitions.listing import (
    ORDERS,
    counts_by_state,
    narrowed,
    ordered,
    sessions,
)
from gandan.domain.petitions.models import (
    Answer,
    AnswerKind,
    AskedLevel,
    Assessment,
    Attachment,
    Batch,
    Clock,
    Join,
    Load,
    Petition,
    Publication,
    PublicRating,
    Route,
    SourceKind,
    State,
    Visit,
    VoterRating,
)
from gandan.domain.petitions.public import Rated, published, rated
from gandan.domain.petitions.redaction import Suggestion, redacted, suggestions
from gandan.domain.petitions.register import visible_receptions, visits_between, visits_of
from gandan.domain.petitions.repeats import AskedBefore, asked_before, group_of
from gandan.domain.petitions.running import clocks_of, offered_terms
from gandan.domain.petitions.solving import SMALLEST_CELL, Solving, solving_by_unit
from gandan.domain.petitions.synthesis import Line, Section, Synthesis, ToldLine, synthesise, told
from gandan.domain.petitions.worklist import (
    ClockDigest,
    clock_counts,
    clock_deadlines,
    clock_digest,
    clocks_in_bucket,
    clocks_of_unit,
    clocks_under,
    holding_words,
    late_clocks,
    open_clocks,
)
from gandan.kernel.events import Event, history

__all__ = [
    "ORDERS",
    "SMALLEST_CELL",
    "Answer",
    "AnswerKind",
    "AskedBefore",
    "AskedLevel",
    "Assessment",
    "Attachment",
    "Batch",
    "Clock",
    "ClockDigest",
    "Field",
    "Join",
    "Line",
    "Load",
    "Petition",
    "PublicRating",
    "Publication",
    "Rated",
    "Route",
    "Section",
    "Solving",
    "SourceKind",
    "State",
    "Suggestion",
    "Synthesis",
    "ToldLine",
    "Visit",
    "VoterRating",
    "asked_before",
    "clock_counts",
    "clock_deadlines",
    "clock_digest",
    "clocks_in_bucket",
    "clocks_of",
    "clocks_of_unit",
    "clocks_under",
    "counts_by_state",
    "fields",
    "group_of",
    "history_of",
    "holding_words",
    "late_clocks",
    "listed",
    "made_of_facts",
    "made_of_opinions",
    "name_of",
    "narrowed",
    "offered_terms",
    "oldest_unanswered",
    "open_clocks",
    "ordered",
    "petition_of_task",
    "petition_page",
    "petition_with_code",
    "published",
    "rated",
    "redacted",
    "sessions",
    "solving_by_unit",
    "suggestions",
    "synthesise",
    "texts_of",
    "to_be_shown",
    "told",
    "visible_receptions",
    "visits_between",
    "visits_of",
]

_UNANSWERED = (State.RECEIVED, State.CLASSIFIED, State.TRANSFERRED)


def petition_page(visible: QuerySet[Petition], key: int) -> Petition | None:
    """One petition with everything its page shows, or None if it is not there or not visible."""
    return (
        visible.select_related(
            "unit", "holder", "document", "fact", "meeting", "task", "first", "received_by__person"
        )
        .prefetch_related(
            "asked",
            Prefetch("routes", Route.objects.select_related("sender", "receiver", "by__person")),
            Prefetch("attachments", Attachment.objects.select_related("file")),
            Prefetch(
                "publications",
                Publication.objects.select_related("drafted_by__person", "decided_by__person"),
            ),
            Prefetch("assessments", Assessment.objects.select_related("unit", "by__person")),
            Prefetch("ratings", VoterRating.objects.select_related("meeting")),
            Prefetch(
                "answers", Answer.objects.select_related("unit", "task", "document", "by__person")
            ),
        )
        .filter(pk=key)
        .first()
    )


def petition_with_code(visible: QuerySet[Petition], code: str) -> Petition | None:
    return visible.filter(code=code.strip().upper()).first()


def listed(petitions: QuerySet[Petition]) -> QuerySet[Petition]:
    """As a list shows them, newest first; a constant number of queries."""
    return petitions.select_related("holder", "unit").order_by("-said_on", "-id")


def oldest_unanswered(visible: QuerySet[Petition]) -> QuerySet[Petition]:
    """Those that nobody answered yet, the longest waiting first."""
    waiting = visible.filter(state__in=_UNANSWERED).select_related("holder", "unit")
    return waiting.order_by("said_on", "id")


def texts_of(visible: QuerySet[Petition], keys: list[int]) -> dict[int, Petition]:
    """The visible ones among these keys, with what is needed to show and compare them."""
    return {one.pk: one for one in visible.filter(pk__in=keys).select_related("holder", "unit")}


def made_of_facts(visible: QuerySet[Petition], keys: Sequence[int]) -> dict[int, int]:
    """By key of the fact: the visible petition that was made of it."""
    rows = visible.filter(fact__in=keys).exclude(content_key=None)
    return dict(rows.values_list("fact", "pk"))


def made_of_opinions(keys: Sequence[int]) -> dict[int, Petition]:
    """By key of the opinion: the petition that was made of it."""
    known = {key_of_sending(f"opinion:{key}"): key for key in keys}
    rows = Petition.objects.filter(content_key__in=list(known)).select_related("holder")
    return {known[one.content_key or ""]: one for one in rows}


def petition_of_task(visible: QuerySet[Petition], task: int) -> Petition | None:
    """The petition whose answer, or whose promise, a task is."""
    promised = Answer.objects.filter(task=task).values("petition")
    return visible.filter(Q(task=task) | Q(pk__in=promised)).first()


def to_be_shown(on: date) -> QuerySet[Publication]:
    """The public texts that were let through for a day that has come."""
    waiting = Publication.objects.filter(state=Publication.State.APPROVED, shown_from__lte=on)
    return waiting.select_related("petition").order_by("pk")


def history_of(petition: Petition) -> QuerySet[Event]:
    """Who did what when, oldest first."""
    return history(petition).select_related("actor__person")


def after(key: int) -> QuerySet[Petition]:
    """The petitions that came after one, in the order of their keys: what derived files follow."""
    return Petition.objects.filter(pk__gt=key).order_by("pk")


def corrected_by_people() -> QuerySet[Petition]:
    """Those whose field a person decided: what the classifier learns from."""
    return Petition.objects.filter(field_by_person=True).exclude(field="").order_by(F("pk"))
