from __future__ import annotations

from django.conf import settings
from django.db import models

from gandan.domain.meetings.models.meeting import Meeting


class Course(models.Model):
    """A training course (tập huấn): who should come, as counts by unit and post, and its sessions.
    Nobody who came, or did not, is named."""

    name = models.CharField("tên lớp tập huấn", max_length=200)
    unit = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị tổ chức"
    )
    subject = models.CharField("nội dung tập huấn", max_length=400)
    document = models.ForeignKey(
        "registry.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    task = models.ForeignKey(
        "tasks.Task", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    materials = models.ManyToManyField("registry.File", blank=True, related_name="+")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.name


class Audience(models.Model):
    """How many of a post should come from a unit."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="audiences")
    unit = models.ForeignKey("directory.Unit", on_delete=models.PROTECT, related_name="+")
    post = models.CharField("chức danh", max_length=120)
    planned = models.PositiveSmallIntegerField("số người dự kiến")

    class Meta:
        ordering = ["unit__name", "post"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "unit", "post"], name="a_post_is_planned_once_a_course"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.post}"


class Session(models.Model):
    """One day of a course. Once it was held it is a meeting of that kind."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="sessions")
    planned_on = models.DateField("ngày dự kiến")
    place = models.CharField("nơi", max_length=200)
    meeting = models.OneToOneField(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="session"
    )

    class Meta:
        ordering = ["planned_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "planned_on", "place"], name="a_session_is_planned_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.place}, {self.planned_on:%d/%m/%Y}"


class Attendance(models.Model):
    """How many of those planned came to a session."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="attendances")
    audience = models.ForeignKey(Audience, on_delete=models.PROTECT, related_name="attendances")
    number = models.PositiveSmallIntegerField("số người dự")

    class Meta:
        ordering = ["session", "audience"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "audience"], name="an_audience_is_counted_once_a_session"
            )
        ]

    def __str__(self) -> str:
        return f"{self.audience}: {self.number}"
