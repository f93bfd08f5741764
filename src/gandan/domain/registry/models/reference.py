from __future__ import annotations

from django.db import models

from gandan.domain.registry.models.document import Document
from gandan.domain.registry.models.fact import Fact


class Reference(models.Model):
    """An edge of the graph of documents: `source` cites `target` with the words of `fact`."""

    class Role(models.TextChoices):
        BASIS = "basis", "căn cứ"
        IMPLEMENT = "implement", "thực hiện"
        CITE = "cite", "viện dẫn"

    source = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="cites")
    target = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="cited_by")
    fact = models.OneToOneField(Fact, on_delete=models.CASCADE, related_name="reference")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.CITE)

    class Meta:
        ordering = ["fact__start"]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"
