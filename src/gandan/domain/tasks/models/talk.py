from __future__ import annotations

from django.conf import settings
from django.db import models

from gandan.domain.tasks.models.task import Task


class Comment(models.Model):
    """What somebody says about a task to those who work on it; `mentions` are told of it."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField("ý kiến")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="mentioned_in")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text[:60]


class Subscription(models.Model):
    """Somebody who wants to be told of a task that is not theirs to do."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="subscriptions")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="subscriptions"
    )
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "account"], name="subscribed_once_to_a_task")
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.task}"
