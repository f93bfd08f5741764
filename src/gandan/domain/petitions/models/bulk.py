from __future__ import annotations

from django.conf import settings
from django.db import models


class Batch(models.Model):
    """One verb on many petitions, with what is needed to put it back: keys and codes, no words."""

    class Kind(models.TextChoices):
        CLASSIFY = "classify", "phân loại"
        TRANSFER = "transfer", "chuyển"
        JOIN = "join", "gộp"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    before = models.JSONField(default=list)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({len(self.before)})"
