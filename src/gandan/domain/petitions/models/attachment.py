from __future__ import annotations

from django.db import models

from gandan.domain.petitions.models.petition import Petition


class Attachment(models.Model):
    """A file that came with a petition. It is for who works on it, and is never published.
    `is_personal`: it may tell who asked (a signed letter), and is opened as that is, with a reason."""

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="attachments")
    file = models.ForeignKey("registry.File", on_delete=models.PROTECT, related_name="+")
    is_personal = models.BooleanField("có thông tin người nêu", default=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["petition", "file"], name="a_file_is_attached_once")
        ]

    def __str__(self) -> str:
        return self.file.name
