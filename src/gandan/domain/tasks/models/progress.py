from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from gandan.domain.tasks.models.task import Task


class ProgressNote(models.Model):
    """What was done so far, in the words of who did it."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField("nội dung")
    percent = models.PositiveSmallIntegerField("tỷ lệ", null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(percent__isnull=True) | Q(percent__lte=100),
                name="progress_ends_at_100_percent",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Evidence(models.Model):
    """What proves that the task was done: a document of the registry or a file."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="evidence")
    document = models.ForeignKey(
        "registry.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    file = models.ForeignKey(
        "registry.File", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.CharField("ghi chú", max_length=400, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=False) | Q(file__isnull=False),
                name="evidence_is_a_document_or_a_file",
            )
        ]

    def __str__(self) -> str:
        return str(self.document or self.file)
