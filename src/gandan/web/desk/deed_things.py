"""What else a deed changed, for who looks at one thing of it: only what that person may see anyway."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
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
from gandan.kernel.ids import Subject
from gandan.web.desk.terms import say_event

Keys = Mapping[str, Any]
"""By type of thing: its keys, as a list or a queryset of them."""


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


class Told(NamedTuple):
    """A deed as somebody reads it in a history: in words, and how many other things it changed."""

    event: Event
    words: str
    others: int


def told(events: Iterable[Event], who: Standing, own: Keys) -> list[Told]:
    """Each event by what it did to things that this person may see; `own`: the things whose history it
    is. Two questions for each kind that occurs, however many events."""
    shown = list(events)
    seen: dict[int, set[Subject]] = {event.pk: set() for event in shown}
    for kind in _kinds_in(shown):
        others = kind.seen(who).order_by().exclude(pk__in=own.get(kind.type, ()))
        named = {event.subject_id for event in shown if event.subject_type == kind.type}
        there = set(others.filter(pk__in=named).values_list("pk", flat=True))
        for event in shown:
            if event.subject_type == kind.type and event.subject_id in there:
                seen[event.pk].add(Subject(kind.type, event.subject_id))
        ways = ways_to([event.pk for event in shown], kind.type, others.values("pk"))
        for key, thing in ways.order_by().values_list("event", "subject_id"):
            seen[key].add(Subject(kind.type, thing))
    mine = {Subject(type_, key) for type_, keys in own.items() for key in keys}
    return [Told(each, words_of(each, seen[each.pk] | mine), len(seen[each.pk])) for each in shown]


def words_of(event: Event, seen: Collection[Subject]) -> str:
    """The deed, then what was done within it to the things that were `seen`. A deed that is named
    after what has no page (a change of many things at once) keeps its name."""
    verbs = [
        row["verb"] for row in event.data.get(PARTS, ())
        if any(Subject(row["type"], key) in seen for key in row["ids"])
    ]  # fmt: skip
    named = Subject(event.subject_type, event.subject_id)
    if named in seen or named.type not in {kind.type for kind in KINDS} or not verbs:
        verbs.insert(0, event.verb)
    return say_event(verbs)


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
