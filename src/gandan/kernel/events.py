"""Write and read the memory of the program.

`record` is the only way in. It runs inside the caller's transaction, so that a change and its
memory are both there or both not. Inside a `deed` it adds to the one event of that deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from itertools import chain
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from gandan.kernel.chain import Anchored, Break, Link, first_break, seal
from gandan.kernel.deeds import PARTS, Deed, Part, in_hand, kept
from gandan.kernel.ids import Subject, subject_of
from gandan.kernel.models import Event, Frozen, Touched
from gandan.kernel.ways import Compared, Way

__all__ = [
    "Break",
    "Event",
    "Frozen",
    "NoTransaction",
    "about",
    "changing",
    "deed",
    "history",
    "one_writer_at_a_time",
    "record",
    "subjects_of",
    "verbs_of",
    "verify",
    "ways_to",
]

_CHAIN_LOCK = 7_202_601  # any number that nothing else in the database locks


class NoTransaction(Exception):
    """`record` was called outside a transaction: the change could stand without its memory."""


def record(
    verb: str,
    subject: Model,
    *,
    actor: Model,
    at: datetime,
    unit_id: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Remember that `actor` did `verb` to `subject` at `at`. `data` must hold no personal data."""
    if not connection.in_atomic_block:
        raise NoTransaction(f"event {verb!r} needs the transaction of the change it remembers")
    if timezone.is_naive(at):
        raise ValueError("an event needs a time with its zone")
    done = Part(verb, subject_of(subject), actor.pk, at, unit_id, dict(data or {}))
    larger = in_hand.get()
    if larger is None:
        _write(done, [])
    else:
        larger.said.append(done)


@contextmanager
def deed(*verbs: str) -> Iterator[None]:
    """A transaction whose changes are one event, named after the first of `verbs` that is done in it;
    the rest are its parts. A deed within a deed is a part of it; one that
    fails, and whose failure is caught, leaves nothing in the larger one, as its changes do not.

    Raises ValueError if something was recorded, but nothing with one of these verbs.
    """
    larger = in_hand.get()
    mine = larger or Deed(verbs)
    before = len(mine.said)
    token = in_hand.set(mine)
    try:
        with transaction.atomic():
            yield
            if larger is None and mine.said:
                _write(*mine.whole())
    except BaseException:
        del mine.said[before:]
        raise
    finally:
        in_hand.reset(token)


def _write(named: Part, others: list[Part]) -> None:
    one_writer_at_a_time()
    day = timezone.localdate(named.at)
    parts = {PARTS: kept(others)} if others else {}
    event = Event(
        at=named.at,
        day=day,
        actor_id=named.actor_id,
        verb=named.verb,
        subject_type=named.subject.type,
        subject_id=named.subject.id,
        unit_id=named.unit_id,
        data={**named.data, **parts},
        previous=_last_hash(day),
    )
    event.hash = seal(event)
    event.save(force_insert=True)
    touched = {part.subject: None for part in others if part.subject != named.subject}
    Touched.objects.bulk_create(
        [Touched(event=event, subject_type=each.type, subject_id=each.id) for each in touched],
        batch_size=1_000,
    )


def verify(day: date | None = None, anchors: Mapping[date, Anchored] | None = None) -> Break | None:
    """Walk the chains (of one day, or of all days): None if unbroken, else where it breaks first; and
    whether the history of each thing has the deeds that changed it (`ways`).

    A cut tail and a chain that was made anew are whole in themselves: they are found by `anchors`.
    """
    events = Event.objects.order_by("id")
    touched = Touched.objects.order_by("event_id", "id")
    before = ""
    if day is not None:
        events, touched = events.filter(day=day), touched.filter(event__day=day)
        before = _last_hash_before(events.first())
    rows = events.values_list(*Link._fields).iterator(chunk_size=5_000)
    ways = touched.values_list("event_id", "subject_type", "subject_id").iterator(chunk_size=5_000)
    # The events are asked for first: what is written meanwhile has ways that no event seen has.
    first = next(rows, None)
    compared = Compared(Way(*row) for row in ways)

    def links() -> Iterator[Link]:
        for row in chain([first] if first else [], rows):
            link = Link(*row)
            compared.pass_by(link)
            yield link

    broken = first_break(links(), day_of=timezone.localdate, anchors=anchors, before=before)
    return broken or compared.found or _way_to_nothing(compared.left())


def _way_to_nothing(ways: Iterator[Way]) -> Break | None:
    """A way to an event that is not there; those to events written meanwhile are none."""
    for way in ways:
        if not Event.objects.filter(pk=way.event).exists():
            return Break("way-added", timezone.localdate(), way.event, f"{way.type}:{way.id}")
    return None


def about(type_: str, keys: Any) -> Q:
    """Which events changed one of these things, by themselves or as a part. `keys`: a list or a
    queryset of keys."""
    touched = Touched.objects.filter(subject_type=type_, subject_id__in=keys)
    return Q(subject_type=type_, subject_id__in=keys) | Q(pk__in=touched.values("event"))


def changing(type_: str) -> Q:
    """Which events changed a thing of this kind, by themselves or as a part."""
    touched = Touched.objects.filter(subject_type=type_)
    return Q(subject_type=type_) | Q(pk__in=touched.values("event"))


def ways_to(events: Any, type_: str, keys: Any = None) -> QuerySet[Touched]:
    """The ways to these events from things of a kind that a part of them changed; `keys`: from which."""
    ways = Touched.objects.filter(event__in=events, subject_type=type_)
    return ways if keys is None else ways.filter(subject_id__in=keys)


def history(subject: Model) -> QuerySet[Event]:
    """Everything done to one thing, oldest first, each with its actor."""
    named = subject_of(subject)
    return Event.objects.filter(about(named.type, [named.id])).select_related("actor")


def subjects_of(event: Event) -> list[Subject]:
    """All that an event changed, what it is named after first."""
    return [
        Subject(event.subject_type, event.subject_id),
        *(Subject(row["type"], key) for row in event.data.get(PARTS, ()) for key in row["ids"]),
    ]


def verbs_of(event: Event) -> list[str]:
    """What was done in an event, each verb once, the one it is named after first."""
    return list(dict.fromkeys([event.verb, *(row["verb"] for row in event.data.get(PARTS, ()))]))


def _last_hash(day: date) -> str:
    """A chain per day, so that a day can be checked and anchored by itself; the first event of a
    day hangs on the last event before it, so that no whole day can be taken out."""
    newest = Event.objects.order_by("-id").values_list("hash", flat=True)
    return newest.filter(day=day).first() or newest.first() or ""


def _last_hash_before(event: Event | None) -> str:
    if event is None:
        return ""
    earlier = Event.objects.filter(id__lt=event.pk).order_by("-id")
    return earlier.values_list("hash", flat=True).first() or ""


def one_writer_at_a_time() -> None:
    """Two events must not follow the same one. SQLite has one writer by nature (BEGIN IMMEDIATE);
    PostgreSQL waits for a lock that ends with the transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])
