from __future__ import annotations

from django.conf import settings
from django.db import models

from gandan.domain.meetings.models.meeting import Meeting


class Minutes(models.Model):
    """The minutes of a meeting as they came: a file, a scan, a photograph of a page. Seen with the
    meeting only: minutes name people."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="minutes_files")
    file = models.ForeignKey("registry.File", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "file"], name="minutes_are_attached_once")
        ]

    def __str__(self) -> str:
        return str(self.file)
