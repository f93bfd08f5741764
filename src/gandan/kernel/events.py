"""Write and read the memory of the program.

`record` is the only way in. It runs inside the caller's transaction, so that a change and its
memory are both there or both not.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet
from django.utils import timezone

from gandan.kernel.chain import Anchored, Break, Link, first_break, seal
from gandan.kernel.ids import subject_of
from gandan.kernel.models import Event, Frozen

__all__ = [
    "Break",
    "Event",
    "Frozen",
    "NoTransaction",
    "history",
    "one_writer_at_a_time",
    "record",
    "verify",
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
) -> Event:
    """Remember that `actor` did `verb` to `subject` at `at`. `data` must hold no personal data."""
    if not connection.in_atomic_block:
        raise NoTransaction(f"event {verb!r} needs the transaction of the change it remembers")
    if timezone.is_naive(at):
        raise ValueError("an event needs a time with its zone")
    one_writer_at_a_time()
    named = subject_of(subject)
    day = timezone.localdate(at)
    event = Event(
        at=at,
        day=day,
        actor_id=actor.pk,
        verb=verb,
        subject_type=named.type,
        subject_id=named.id,
        unit_id=unit_id,
        data=dict(data or {}),
        previous=_last_hash(day),
    )
    event.hash = seal(event)
    event.save(force_insert=True)
    return event


def verify(day: date | None = None, anchors: Mapping[date, Anchored] | None = None) -> Break | None:
    """Walk the chains (of one day, or of all days): None if unbroken, else where it breaks first.

    A cut tail and a chain that was made anew are whole in themselves: they are found by `anchors`.
    """
    events = Event.objects.order_by("id")
    before = ""
    if day is not None:
        events = events.filter(day=day)
        before = _last_hash_before(events.first())
    rows = events.values_list(*Link._fields).iterator(chunk_size=5_000)
    links = (Link(*row) for row in rows)
    return first_break(links, day_of=timezone.localdate, anchors=anchors, before=before)


def history(subject: Model) -> QuerySet[Event]:
    """Everything done to one thing, oldest first, each with its actor."""
    named = subject_of(subject)
    return Event.objects.filter(subject_type=named.type, subject_id=named.id).select_related(
        "actor"
    )


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
