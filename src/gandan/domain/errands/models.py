"""Long work that a person asked for, how far it is, and what became of each thing in it."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import models


class Errand(models.Model):
    """`kind` says which of `gandan/jobs/errand_kinds.py` does it, `said` what was asked (keys and
    filters, never a person's words). `done` of `total` things are finished; `seen_at` is its last
    sign of life. `key` is that of the form: a form that is sent twice is one errand. `result` names
    the file that it made, in its folder; `is_cleared`: the folder is gone."""

    class Outcome(models.TextChoices):
        DONE = "done", "xong"
        FAILED = "failed", "không xong"
        STOPPED = "stopped", "đã dừng"

    kind = models.CharField("việc", max_length=30)
    key = models.CharField(max_length=64, unique=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField("lúc yêu cầu")
    said = models.JSONField(default=dict)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField("lúc bắt đầu", null=True)
    seen_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField("lúc kết thúc", null=True)
    outcome = models.CharField("kết quả", max_length=10, choices=Outcome.choices, blank=True)
    told = models.CharField("ghi lại", max_length=400, blank=True)
    result = models.CharField(max_length=120, blank=True)
    is_cleared = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["asked_by", "-id"], name="errand_of_somebody")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def folder(self) -> Path:
        """Where its files lie: those that were sent ("0", "1", …), and its result."""
        return Path(settings.GANDAN_DATA) / "errands" / str(self.pk)


class Line(models.Model):
    """What became of one thing of an errand; `address` is the page of what was made of it."""

    class Fate(models.TextChoices):
        NEW = "new", "đã làm"
        THERE = "there", "có sẵn"
        REFUSED = "refused", "từ chối"

    errand = models.ForeignKey(Errand, on_delete=models.CASCADE, related_name="lines")
    name = models.CharField(max_length=255)
    fate = models.CharField(max_length=10, choices=Fate.choices)
    sentence = models.CharField(max_length=400, blank=True)
    address = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
