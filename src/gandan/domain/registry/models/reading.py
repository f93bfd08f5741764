from __future__ import annotations

from django.db import models

from gandan.domain.registry.models.document import Document


class Reading(models.Model):
    """What one edition of the reader found in one document; `layout` is its blocks in order. The last
    one holds: an office that goes back to an earlier edition may read by it again."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="readings")
    reader = models.CharField("bản trình đọc", max_length=40)
    read_at = models.DateTimeField()
    header = models.JSONField(default=dict)
    layout = models.JSONField(default=list)

    class Meta:
        ordering = ["document", "id"]

    def __str__(self) -> str:
        return f"{self.document} ({self.reader})"
