from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from gandan.domain.tasks.models.due_date import DueDate


class ExtensionRequest(models.Model):
    """A wish for a later day, until whoever may extend has answered it."""

    due = models.ForeignKey(DueDate, on_delete=models.CASCADE, related_name="requests")
    to = models.DateField("hạn đề nghị")
    reason = models.TextField("lý do")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    granted = models.BooleanField("đồng ý", null=True)
    answer = models.TextField("trả lời", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["due"],
                condition=Q(granted__isnull=True),
                name="one_open_request_per_due_date",
            )
        ]

    def __str__(self) -> str:
        return f"{self.due} → {self.to:%d/%m/%Y}"
