from __future__ import annotations

from datetime import date
from textwrap import shorten

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce


class State(models.TextChoices):
    DRAFT = "draft", "nháp"
    ASSIGNED = "assigned", "đã giao"
    RECEIVED = "received", "đã nhận"
    UNDER_WAY = "under-way", "đang làm"
    WAITING = "waiting", "chờ"
    SUBMITTED = "submitted", "trình duyệt"
    DONE = "done", "hoàn thành"
    RETURNED = "returned", "trả lại"
    CANCELLED = "cancelled", "hủy"


class Recurrence(models.TextChoices):
    NONE = "none", "một lần"
    CONTINUOUS = "continuous", "thường xuyên"
    WEEKLY = "weekly", "hằng tuần"
    MONTHLY = "monthly", "hằng tháng"
    QUARTERLY = "quarterly", "hằng quý"
    HALF_YEARLY = "half-yearly", "6 tháng"
    YEARLY = "yearly", "hằng năm"
    ON_EVENT = "on-event", "khi có việc"


PERIODS = (
    Recurrence.WEEKLY, Recurrence.MONTHLY, Recurrence.QUARTERLY, Recurrence.HALF_YEARLY,
    Recurrence.YEARLY,
)  # fmt: skip
"""The recurrences that have periods; "thường xuyên" and "khi có việc" have none."""


class Priority(models.IntegerChoices):
    """Degrees of urgency of an official document (NĐ 30/2020/NĐ-CP Phụ lục I, mục II.5.b)."""

    ORDINARY = 0, "thường"
    URGENT = 1, "khẩn"
    VERY_URGENT = 2, "thượng khẩn"
    MOST_URGENT = 3, "hỏa tốc"


NO_DAY = date(9999, 12, 31)
"""The place of a task without a date in the order of lists: after all days."""


class Task(models.Model):
    """Something that a unit must do, with the "6 rõ" and the words that lay it down.

    `next_due` repeats the earliest due date that is still open, so that lists sort by an index;
    whether it is late is computed from it and the day, and stored nowhere. `due_order` is the same
    with tasks without a date last, so that an index has the order of a list. `sequence` counts the
    changes: an edit names the one it saw, so that nobody overwrites another's work unseen.
    `search` is the folded text, for a search field.

    `parent` is the task of which this is a part: a sub-task of a lower unit or, with a period, one
    occurrence of a duty that comes back. `rule` is the RFC 5545 rule of the days on which it is
    due, where the usual one of `recurrence` does not fit. While `waiting_since` is set its clock
    stands still. `closes_with` names what of another app finishes it ("petition": the answer to a
    petition): then nobody submits or approves it by hand, and the two cannot disagree.
    """

    text = models.TextField("việc")
    lead = models.ForeignKey(
        "directory.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="đơn vị chủ trì",
    )
    lead_text = models.CharField("chủ trì (theo văn bản)", max_length=400, blank=True)
    leader = models.ForeignKey(
        "directory.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="lãnh đạo phụ trách",
    )
    officer = models.ForeignKey(
        "directory.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người thực hiện",
    )
    product = models.CharField("kết quả, sản phẩm", max_length=400, blank=True)
    authority = models.CharField("thẩm quyền", max_length=400, blank=True)
    time_text = models.CharField("thời gian (theo văn bản)", max_length=400, blank=True)
    recurrence = models.CharField(
        "chu kỳ", max_length=12, choices=Recurrence.choices, default=Recurrence.NONE
    )
    rule = models.CharField("quy tắc lặp (RFC 5545)", max_length=200, blank=True)
    repeats_until = models.DateField("lặp đến ngày", null=True, blank=True)
    closes_with = models.CharField("xong khi", max_length=20, blank=True, editable=False)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    period_from = models.DateField("kỳ từ ngày", null=True, blank=True)
    period_to = models.DateField("kỳ đến ngày", null=True, blank=True)
    due_order = models.GeneratedField(
        expression=Coalesce(models.F("next_due"), models.Value(NO_DAY)),
        output_field=models.DateField(),
        db_persist=True,
    )
    waiting_since = models.DateField("chờ từ ngày", null=True, blank=True)
    priority = models.PositiveSmallIntegerField(
        "độ khẩn", choices=Priority.choices, default=Priority.ORDINARY
    )
    is_internal = models.BooleanField("lưu hành nội bộ", default=False)
    state = models.CharField(
        "trạng thái", max_length=10, choices=State.choices, default=State.DRAFT
    )
    state_reason = models.TextField("lý do", blank=True)
    next_due = models.DateField("hạn gần nhất", null=True, blank=True)
    document = models.ForeignKey(
        "registry.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    fact = models.OneToOneField(
        "registry.Fact", on_delete=models.PROTECT, null=True, blank=True, related_name="task"
    )
    quote = models.TextField("nguyên văn", blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    section = models.CharField("mục", max_length=60, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    search = models.TextField(blank=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["next_due", "id"]
        indexes = [
            # All that counts a unit's tasks needs: it is answered from the index alone.
            models.Index(
                fields=["lead", "state", "next_due", "waiting_since"], name="task_by_lead_and_due"
            ),
            # The order of every list: the first page of a long one is read without sorting it.
            models.Index(fields=["due_order", "-priority", "id"], name="task_by_urgency"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "period_from"],
                condition=Q(period_from__isnull=False),
                name="a_period_occurs_once",
            ),
            models.CheckConstraint(
                condition=Q(period_from__isnull=True)
                | Q(parent__isnull=False, period_to__gte=models.F("period_from")),
                name="an_occurrence_has_a_parent_and_a_period",
            ),
        ]

    def __str__(self) -> str:
        return shorten(self.text, 80, placeholder="…")

    @property
    def is_open(self) -> bool:
        return self.state not in {State.DONE, State.CANCELLED}

    @property
    def is_occurrence(self) -> bool:
        return self.period_from is not None

    @property
    def comes_back(self) -> bool:
        """Whether occurrences are made of it, period by period."""
        return bool(self.rule) or self.recurrence in PERIODS


class Cooperation(models.Model):
    """A unit that helps with a task; how far it is with its part is its own affair."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="cooperations")
    unit = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    text = models.CharField("phối hợp (theo văn bản)", max_length=400, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASSIGNED)
    state_reason = models.TextField("lý do", blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "unit"],
                condition=Q(unit__isnull=False),
                name="a_unit_cooperates_once",
            )
        ]

    def __str__(self) -> str:
        return str(self.unit) if self.unit else self.text
