from __future__ import annotations

from django.conf import settings
from django.db import models


class Load(models.Model):
    """How far the loading of one file is: written in the transaction of its chunk, so that a load
    that was cut off goes on where it stopped. Known by the bytes of the file."""

    sha256 = models.CharField(max_length=64, unique=True)
    next_row = models.PositiveIntegerField(default=0)
    stored = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    is_finished = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.sha256[:12]
