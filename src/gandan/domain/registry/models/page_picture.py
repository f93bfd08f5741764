from __future__ import annotations

from django.db import models

from gandan.domain.registry.models.file import File


class PagePicture(models.Model):
    """A page that came in as a picture: its size in points and the words recognised on it.

    `words` are [start, end, left, top, right, bottom, confidence]: characters of the file's text,
    points from the top left corner, Tesseract's confidence 0–100. The picture itself is drawn from
    the file when somebody looks (`pictures`).
    """

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="pictures")
    number = models.PositiveIntegerField("trang")
    width = models.FloatField()
    height = models.FloatField()
    words = models.JSONField(default=list)

    class Meta:
        ordering = ["file", "number"]
        constraints = [
            models.UniqueConstraint(fields=["file", "number"], name="one_picture_per_page")
        ]

    def __str__(self) -> str:
        return f"{self.file}, trang {self.number}"
