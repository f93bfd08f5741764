from __future__ import annotations

from django.conf import settings
from django.db import models

from gandan.domain.petitions.models.petition import Petition


class Join(models.Model):
    """A person said that a petition is the same request as an earlier one; parting it again is kept."""

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="joins")
    first = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    parted_at = models.DateTimeField(null=True, blank=True)
    parted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.petition_id} = {self.first_id}"
