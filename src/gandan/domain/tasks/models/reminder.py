from __future__ import annotations

from django.conf import settings
from django.db import models


class Mailbox(models.Model):
    """Where an account wants its daily message, or that it wants none."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mailbox"
    )
    address = models.EmailField("địa chỉ thư", blank=True)
    wants_digest = models.BooleanField("nhận thư nhắc việc mỗi ngày", default=True)

    def __str__(self) -> str:
        return self.address


class Reminder(models.Model):
    """The one message that an account got on a day. `tasks` counts those it named."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders"
    )
    on = models.DateField("ngày")
    sent_at = models.DateTimeField()
    tasks = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["on", "id"]
        constraints = [models.UniqueConstraint(fields=["account", "on"], name="one_message_a_day")]

    def __str__(self) -> str:
        return f"{self.account} {self.on:%d/%m/%Y}"


class CalendarFeed(models.Model):
    """A secret address under which a calendar program reads the deadlines of an account.

    Only the SHA-256 of the secret is kept: who reads the database cannot read the calendar.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feeds"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.account} {self.made_at:%d/%m/%Y}"
