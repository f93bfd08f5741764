"""The list of petitions as an officer narrows it: facets, order, and how many there are of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from gandan.domain.petitions.fields import fields
from gandan.domain.petitions.models import Answer, AskedLevel, Petition, SourceKind, State
from gandan.kernel.ids import key_said

WAITING = (State.RECEIVED, State.CLASSIFIED, State.TRANSFERRED)
ORDERS: Mapping[str, tuple[Any, ...]] = {
    "newest": ("-said_on", "-id"),
    "oldest": ("said_on", "id"),
    "due": (F("due_on").asc(nulls_last=True), "id"),
}
_CODES: Mapping[str, frozenset[str]] = {
    "state": frozenset(State.values),
    "level": frozenset(AskedLevel.values),
    "source": frozenset(SourceKind.values),
}


def narrowed(
    visible: QuerySet[Petition], asked: Mapping[str, Any], today: date
) -> QuerySet[Petition]:
    """Only those that fit: state, level, source, field (with those under it), place, session, unit,
    late, unjoined, answer. Unknown words find nothing rather than everything."""
    rows = visible
    for name, known in _CODES.items():
        if said := str(asked.get(name) or ""):
            rows = rows.filter(**{name: said}) if said in known else rows.none()
    if field := str(asked.get("field") or ""):
        under = [one.code for one in fields().values() if field in {one.code, one.under}]
        rows = rows.filter(field__in=under)
    if place := str(asked.get("place") or "").strip():
        rows = rows.filter(Q(place_code=place) | Q(place_text__icontains=place))
    if session := str(asked.get("session") or "").strip():
        rows = rows.filter(session=session)
    if unit := str(asked.get("unit") or ""):
        key = key_said(unit)
        rows = rows.filter(holder=key) if key else rows.none()
    if asked.get("late"):
        rows = rows.filter(late(today))
    if asked.get("empty"):
        rows = rows.filter(pk__in=Answer.objects.filter(is_empty=True).values("petition"))
    if asked.get("once"):
        rows = rows.filter(first__isnull=True)
    return rows


def late(today: date) -> Q:
    """Not answered, and the day is over."""
    return Q(state__in=WAITING, due_on__lt=today)


def ordered(rows: QuerySet[Petition], order: str) -> QuerySet[Petition]:
    return rows.select_related("holder", "unit").order_by(*ORDERS.get(order, ORDERS["newest"]))


def counts_by_state(rows: QuerySet[Petition]) -> dict[str, int]:
    """How many in each state, in the order of work; states without any are left out."""
    found = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    return {state: found[state] for state in State.values if state in found}


def sessions(visible: QuerySet[Petition]) -> list[str]:
    """The sessions and campaigns that petitions are kept under, the newest first."""
    rows = visible.exclude(session="").order_by().values("session").distinct()
    return sorted((row["session"] for row in rows[:500]), reverse=True)
