from __future__ import annotations

from django.conf import settings
from django.db import models


class File(models.Model):
    """The bytes that came in, known by their SHA-256; the bytes themselves lie in `blobs`.

    `text` is the text as decoded: every span of every fact counts its characters. `pages` are
    [start, end] ranges of it.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField("tên tệp", max_length=255)
    media = models.CharField(max_length=120)
    size = models.BigIntegerField("dung lượng")
    text = models.TextField()
    pages = models.JSONField(default=list)
    received_at = models.DateTimeField("ngày nhận")
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-received_at", "-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def has_pictures(self) -> bool:
        """Whether its pages can be shown as they look: of a PDF or a scan."""
        return self.media in {"pdf", "image"}
