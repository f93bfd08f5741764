"""The memory of the program: what was done, by whom, when. Rows are added, never changed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models


class Frozen(Exception):
    """An event was about to be changed or deleted."""


class FrozenQuerySet(models.QuerySet[Any]):
    def update(self, **_: Any) -> int:
        raise Frozen("events are append-only")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise Frozen("events are append-only")


class AppendOnly(models.Model):
    """Rows that are added and never changed."""

    objects = FrozenQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Frozen("events are append-only")
        super().save(*args, **kwargs)

    def delete(self, *_: Any, **__: Any) -> tuple[int, dict[str, int]]:
        raise Frozen("events are append-only")


class Event(AppendOnly):
    """One deed. `data` names what changed in keys and codes: no personal data, because an event can
    never be erased. What else was changed in the same deed stands under "parts" in it (`deeds.Part`).
    `previous` and `hash` chain it to the event before."""

    at = models.DateTimeField()
    day = models.DateField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    unit_id = models.BigIntegerField(null=True)
    data = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "id"], name="event_by_subject"),
            models.Index(fields=["day"], name="event_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb} {self.subject_type}:{self.subject_id}"


class Touched(AppendOnly):
    """A thing that a part of a deed changed: by it the deed is found from that thing as well. What
    was done to it is said in the event itself, where the chain covers it."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="touched")
    subject_type = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "event"], name="touched_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.subject_type}:{self.subject_id}"


class Anchor(AppendOnly):
    """How a closed day ended: its number of events and its last hash."""

    day = models.DateField(unique=True)
    events = models.PositiveIntegerField()
    hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}: {self.events}"


class ClockEdit(AppendOnly):
    """One change of the working calendar or of a term, by the document that orders it.

    The last row of a kind, key and territory holds; `data` with "removed" brings back what is
    shipped. `seal` says what all rows up to this one say, so that two states of the table are told
    apart by their last row.
    """

    class Kind(models.TextChoices):
        DAY = "day", "ngày của lịch"
        HABIT = "habit", "ngày trong tuần"
        YEAR = "year", "xác nhận năm"
        DISPUTED = "disputed", "ngày nghỉ chưa rõ căn cứ"
        SWITCH = "switch", "bật, tắt thời hạn"
        OWN = "own", "thời hạn của cơ quan"

    kind = models.CharField("loại", max_length=10, choices=Kind.choices)
    key = models.CharField("mục", max_length=80)
    territory = models.CharField("mã địa bàn", max_length=5, blank=True)
    data = models.JSONField(default=dict)
    document = models.CharField("văn bản", max_length=300, blank=True)
    reason = models.CharField("lý do", max_length=400, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    seal = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
