from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from gandan.domain.petitions.models.petition import Petition


class Clock(models.Model):
    """A term that runs in a case beside the day of the answer: accept, resolve, notify, publish.

    `term` is a name of the table of terms, `counted_from` the day of its event, `place` the
    territory codes of the calendar. `due_on` repeats the last of its `dates`; None while it stands
    still, for then it has no day. `why` are the sentences by which the day was reached.
    """

    class State(models.TextChoices):
        RUNNING = "running", "đang chạy"
        PAUSED = "paused", "tạm dừng"
        DONE = "done", "đã xong"

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="clocks")
    term = models.CharField("thời hạn", max_length=60)
    means = models.CharField("việc", max_length=300)
    counted_from = models.DateField("ngày sự kiện")
    place = models.CharField("lịch của địa bàn", max_length=40, blank=True)
    is_remote = models.BooleanField("vùng sâu, vùng xa", default=False)
    is_complex = models.BooleanField("vụ việc phức tạp", default=False)
    extended = models.PositiveSmallIntegerField("số lần gia hạn", default=0)
    state = models.CharField(
        "trạng thái", max_length=8, choices=State.choices, default=State.RUNNING
    )
    due_on = models.DateField("hạn", null=True, blank=True)
    why = models.JSONField("vì sao", default=list)
    basis = models.CharField("căn cứ", max_length=400)
    done_on = models.DateField("xong ngày", null=True, blank=True)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["counted_from", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "term"],
                condition=~Q(state="done"),
                name="a_term_runs_once_in_a_case",
            )
        ]

    def __str__(self) -> str:
        return self.means


class ClockPause(models.Model):
    """Days on which a clock stands still, by which decision and for what reason."""

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="pauses")
    begun = models.DateField("từ quyết định ngày")
    ended = models.DateField("đến quyết định ngày", null=True, blank=True)
    reason = models.CharField("lý do", max_length=400)
    basis = models.CharField("căn cứ", max_length=400)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["begun", "id"]

    def __str__(self) -> str:
        return self.reason


class ClockDate(models.Model):
    """A day that a clock had, with the reason for which it was that day; never changed."""

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="dates")
    on = models.DateField("hạn")
    reason = models.CharField("lý do", max_length=600)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y}"
