"""What else a deed changed, for who looks at one thing of it: only what that person may see anyway."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory import access as directory
from gandan.domain.directory.access import Standing
from gandan.domain.directory.queries import Unit
from gandan.domain.meetings.access import visible_inspections, visible_meetings
from gandan.domain.petitions.access import visible_petitions
from gandan.domain.registry.access import visible_documents, visible_facts
from gandan.domain.tasks.access import visible_tasks
from gandan.kernel.deeds import PARTS
from gandan.kernel.events import Event, subjects_of, ways_to

Keys = Mapping[str, Any]
"""By type of thing: a list or a queryset of keys."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Things that have a page: how they are called, who sees which, where the page is."""

    type: str
    name: str | Promise
    seen: Callable[[Standing], QuerySet[Any]]
    address: Callable[[Any], str]


def _units(who: Standing) -> QuerySet[Unit]:
    return Unit.objects.filter(Q() if directory.can(who, "read", None, on=who.on) else Q(pk__in=()))


def _page(name: str) -> Callable[[Any], str]:
    return lambda thing: reverse(name, args=[thing.pk])


KINDS = (
    Kind("tasks.task", _("Nhiệm vụ"), lambda who: visible_tasks(who, who.on), _page("task")),
    Kind(
        "petitions.petition", _("Kiến nghị"), lambda who: visible_petitions(who, who.on),
        _page("petition"),
    ),
    Kind(
        "registry.document", _("Văn bản"), lambda who: visible_documents(who, who.on),
        _page("document"),
    ),
    Kind(
        "registry.fact", _("Đoạn chữ trong văn bản"), lambda who: visible_facts(who, who.on),
        lambda fact: reverse("document", args=[fact.document_id]) + f"#fact-{fact.pk}",
    ),
    Kind(
        "meetings.meeting", _("Cuộc họp, tiếp xúc"), lambda who: visible_meetings(who, who.on),
        _page("meeting"),
    ),
    Kind(
        "meetings.inspection", _("Cuộc kiểm tra"), lambda who: visible_inspections(who, who.on),
        _page("inspection"),
    ),
    Kind("directory.unit", _("Đơn vị"), _units, _page("unit")),
)  # fmt: skip


def with_others(events: Iterable[Event], who: Standing, own: Keys) -> list[tuple[Event, int]]:
    """Each event with how many other things it changed that this person may see; `own`: the things
    whose history it is. Two questions for each kind that occurs, however many events."""
    shown = list(events)
    counts: Counter[int] = Counter()
    for kind in _kinds_in(shown):
        others = kind.seen(who).order_by().exclude(pk__in=own.get(kind.type, ()))
        named = {event.subject_id for event in shown if event.subject_type == kind.type}
        there = set(others.filter(pk__in=named).values_list("pk", flat=True))
        counts.update(
            event.pk for event in shown
            if event.subject_type == kind.type and event.subject_id in there
        )  # fmt: skip
        ways = ways_to([event.pk for event in shown], kind.type, others.values("pk"))
        counts.update(dict(ways.order_by().values_list("event").annotate(Count("pk"))))
    return [(event, counts[event.pk]) for event in shown]


def things_of(event: Event, who: Standing) -> list[tuple[Kind, QuerySet[Any]]]:
    """What an event changed that this person may see, by kind."""
    found = []
    for kind in _kinds_in([event]):
        ways = ways_to([event.pk], kind.type).values("subject_id")
        named = Q(pk=event.subject_id) if event.subject_type == kind.type else Q(pk__in=())
        things = kind.seen(who).filter(named | Q(pk__in=ways)).order_by("pk")
        found.append((kind, things))
    return found


def verbs_by_key(event: Event, type_: str, keys: Iterable[int]) -> dict[int, list[str]]:
    """What the event did to each of these things."""
    verbs: dict[int, list[str]] = {key: [] for key in keys}
    if event.subject_type == type_ and event.subject_id in verbs:
        verbs[event.subject_id].append(event.verb)
    for row in event.data.get(PARTS, ()):
        if row["type"] == type_:
            for key in verbs.keys() & set(row["ids"]):
                verbs[key].append(row["verb"])
    return verbs


def _kinds_in(events: Iterable[Event]) -> list[Kind]:
    types = {subject.type for event in events for subject in subjects_of(event)}
    return [kind for kind in KINDS if kind.type in types]
