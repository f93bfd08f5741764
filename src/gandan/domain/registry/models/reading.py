from __future__ import annotations

from django.db import models

from gandan.domain.registry.models.document import Document


class Reading(models.Model):
    """What one version of the reader found in one document; `layout` is its blocks in order."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="readings")
    reader = models.CharField("bản trình đọc", max_length=40)
    read_at = models.DateTimeField()
    header = models.JSONField(default=dict)
    layout = models.JSONField(default=list)

    class Meta:
        ordering = ["document", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "reader"], name="one_reading_per_reader_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} ({self.reader})"
