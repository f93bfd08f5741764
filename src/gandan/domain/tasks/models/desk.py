from __future__ import annotations

from django.conf import settings
from django.db import models


class SavedFilter(models.Model):
    """A question to the list of tasks that somebody asks often, under a name of their own.

    `unit`: whose people see it too; they ask the question, each with their own eyes.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_filters"
    )
    name = models.CharField("tên", max_length=60)
    query = models.CharField(max_length=400)
    unit = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["account", "name"], name="one_saved_filter_per_name")
        ]

    def __str__(self) -> str:
        return self.name


class FirstFilter(models.Model):
    """The filter with which the list of tasks opens for an account."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="first_filter"
    )
    filter = models.ForeignKey(SavedFilter, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return str(self.filter)


class BulkChange(models.Model):
    """What one person did to many tasks at once; `before` says, by task, what to put back, `tasks` how
    many they are. Parts of one long change have the same `asked`."""

    class Kind(models.TextChoices):
        ASSIGN = "assign", "giao cho đơn vị"
        EXTEND = "extend", "gia hạn"
        REMIND = "remind", "nhắc việc"
        LAY = "lay", "giao nhiều đơn vị"

    kind = models.CharField(max_length=6, choices=Kind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    before = models.JSONField(default=list)
    tasks = models.PositiveIntegerField(default=0)
    asked = models.CharField(max_length=64, blank=True, db_index=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%d/%m/%Y %H:%M}"
