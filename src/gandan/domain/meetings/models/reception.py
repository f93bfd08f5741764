from __future__ import annotations

from django.conf import settings
from django.db import models

from gandan.domain.meetings.models.meeting import Meeting


class Reception(models.Model):
    """A day on which a unit receives people (tiếp công dân): announced beforehand, then held.

    `posted_on` is the day on which the schedule was put up. `meeting` is the record of the day once
    it was held, with its figures like any other meeting.
    """

    unit = models.ForeignKey("directory.Unit", on_delete=models.PROTECT, related_name="+")
    on = models.DateField("ngày tiếp")
    begins = models.CharField("giờ", max_length=40, blank=True)
    place = models.CharField("nơi tiếp", max_length=200)
    received_by_head = models.BooleanField("người đứng đầu trực tiếp tiếp", default=True)
    received_by = models.CharField("chức vụ người tiếp", max_length=160)
    reason = models.CharField("lý do người đứng đầu không tiếp", max_length=400, blank=True)
    is_urgent = models.BooleanField("tiếp đột xuất", default=False)
    posted_on = models.DateField("ngày niêm yết lịch", null=True, blank=True)
    meeting = models.OneToOneField(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancelled_reason = models.CharField("lý do hủy", max_length=400, blank=True)
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "on", "place"],
                condition=models.Q(cancelled_reason=""),
                name="a_reception_is_planned_once",
            )
        ]

    def __str__(self) -> str:
        return f"Tiếp công dân {self.on:%d/%m/%Y}, {self.place}"
