"""What happened to units: who took over from whom, by which document, where whole or in part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from gandan.domain.directory.models import Succession, Unit, UnitEvent


def events_of(unit: Unit) -> QuerySet[UnitEvent]:
    """What happened to a unit, as itself or as one that took over or was taken over."""
    return (
        UnitEvent.objects.filter(
            Q(unit=unit) | Q(successions__predecessor=unit) | Q(successions__successor=unit)
        )
        .select_related("unit", "former_parent")
        .distinct()
    )


def successors_of(unit: Unit, on: date) -> list[Unit]:
    """The units that hold the place of this one on a day: itself while it exists, else those that
    took over, followed through later mergers. Several after a split; none after a dissolution."""
    found: dict[int, Unit] = {}
    seen: set[int] = set()
    waiting = [unit]
    while waiting:
        current = waiting.pop()
        if current.pk in seen:
            continue
        seen.add(current.pk)
        if current.holds_on(on):
            found[current.pk] = current
            continue
        links = Succession.objects.filter(predecessor=current, event__on__lte=on)
        waiting.extend(link.successor for link in links.select_related("successor"))
    return sorted(found.values(), key=lambda each: each.path)


def holder_of_place(unit: Unit, on: date) -> Unit | None:
    """The one unit that holds its place on a day; None when there is none, or several."""
    holders = successors_of(unit, on)
    return holders[0] if len(holders) == 1 else None


@dataclass(frozen=True, slots=True)
class Link:
    """One unit that took over from (or was taken over by) another, on a day, by a document.
    `is_whole` is false where only a part passed: then a person says which one is meant."""

    unit: Unit
    event: UnitEvent
    is_whole: bool


def links_after(unit: Unit) -> list[Link]:
    """Who took over from a unit, in order of time: several after a split, each a candidate."""
    rows = Succession.objects.filter(predecessor=unit).select_related("successor", "event")
    return [
        Link(row.successor, row.event, row.is_whole)
        for row in rows.order_by("event__on", "successor__code")
    ]


def links_before(unit: Unit) -> list[Link]:
    """Of whom a unit took over, in order of time."""
    rows = Succession.objects.filter(successor=unit).select_related("predecessor", "event")
    return [
        Link(row.predecessor, row.event, row.is_whole)
        for row in rows.order_by("event__on", "predecessor__code")
    ]
