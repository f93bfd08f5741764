"""What became of a job on a day."""

from __future__ import annotations

from django.db import models


class JobRun(models.Model):
    """A job of `schedule` on a day: asked for, begun, ended, and what it says. One row a day, which
    is also the lock: see `actions.begin`."""

    class Outcome(models.TextChoices):
        DONE = "done", "xong"
        FAILED = "failed", "không xong"

    job = models.CharField("việc", max_length=30)
    day = models.DateField("ngày")
    tries = models.PositiveSmallIntegerField("số lần chạy", default=0)
    asked_at = models.DateTimeField("lúc yêu cầu", null=True)
    begun_at = models.DateTimeField("lúc bắt đầu", null=True)
    ended_at = models.DateTimeField("lúc kết thúc", null=True)
    outcome = models.CharField("kết quả", max_length=10, choices=Outcome.choices, blank=True)
    said = models.CharField("ghi lại", max_length=400, blank=True)

    class Meta:
        ordering = ["-day", "-begun_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["job", "day"], name="one_run_a_day")]

    def __str__(self) -> str:
        return f"{self.job} {self.day:%d/%m/%Y}"
