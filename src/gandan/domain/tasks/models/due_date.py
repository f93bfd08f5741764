from __future__ import annotations

from django.conf import settings
from django.db import models

from gandan.domain.tasks.models.task import Task


class DueDate(models.Model):
    """One day by which (a part of) a task must be done.

    A date that was extended stays, with `replaced_by` pointing at the new one, which holds the
    reason and who approved. `met_on` is the day on which it was met.

    A day that was counted says by what: `term` (a name of the table of terms) since the event on
    `counted_from`, by the calendar of `place` (territory codes, the widest first). `waits` are the
    days between which it stood still, as [[first, last], …]. A day that a document or a person
    said has none of these. `withdrawn_at`: the extension to this day was taken back, and the day
    before it holds again as a date of its own.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="due_dates")
    on = models.DateField("hạn")
    met_on = models.DateField("hoàn thành ngày", null=True, blank=True)
    replaced_by = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces"
    )
    reason = models.TextField("lý do", blank=True)
    term = models.CharField("thời hạn", max_length=60, blank=True)
    counted_from = models.DateField("tính từ ngày", null=True, blank=True)
    place = models.CharField("lịch của địa bàn", max_length=40, blank=True)
    waits = models.JSONField("những lần tạm dừng", default=list, blank=True)
    withdrawn_at = models.DateTimeField("rút lại lúc", null=True, blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y}"

    @property
    def is_open(self) -> bool:
        return self.met_on is None and self.replaced_by_id is None

    @property
    def is_of_withdrawn(self) -> bool:
        """Whether it is an extension that was taken back, or the day that it had replaced."""
        after = self.replaced_by
        return self.withdrawn_at is not None or (
            after is not None and after.withdrawn_at is not None
        )
