from __future__ import annotations

from django.conf import settings
from django.db import models

from gandan.domain.petitions.models.petition import Petition


class Route(models.Model):
    """One transfer of a petition. `not_ours`: the unit that had it said that it is the other's;
    `recalled_at`: it was taken back before the receiver began, who sees the file no more."""

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="routes")
    sender = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    receiver = models.ForeignKey("directory.Unit", on_delete=models.PROTECT, related_name="+")
    not_ours = models.BooleanField("không thuộc thẩm quyền", default=False)
    reason = models.TextField("lý do", blank=True)
    task = models.ForeignKey(
        "tasks.Task", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recalled_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.sender or '–'} → {self.receiver}"
