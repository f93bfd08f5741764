from __future__ import annotations

from django.conf import settings
from django.db import models

from gandan.domain.meetings.models.meeting import Meeting


class InspectionState(models.TextChoices):
    UNDER_WAY = "under-way", "đang kiểm tra"
    CONCLUDED = "concluded", "đã kết luận"
    CLOSED = "closed", "đã khắc phục xong"


class Inspection(models.Model):
    """A unit looks at how others carried something out: by a plan (`document`, `task`) or by a
    person's decision. What is looked at is its checklist, where it is looked at its visits."""

    name = models.CharField("tên cuộc kiểm tra, giám sát", max_length=200)
    unit = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị kiểm tra"
    )
    document = models.ForeignKey(
        "registry.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    task = models.ForeignKey(
        "tasks.Task", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        "trạng thái", max_length=10, choices=InspectionState.choices,
        default=InspectionState.UNDER_WAY,
    )  # fmt: skip
    conclusion = models.ForeignKey(
        "registry.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.name


class ChecklistItem(models.Model):
    """One thing that is looked at, with the words of the document that ask for it, if any do."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField("số thứ tự")
    text = models.CharField("nội dung kiểm tra", max_length=500)
    source = models.TextField("câu chữ của văn bản", blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "number"], name="an_item_has_its_own_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class Visit(models.Model):
    """A unit looked at on a day. Once it was held it is a meeting of that kind."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="visits")
    unit = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, related_name="+",
        verbose_name="đơn vị được kiểm tra",
    )  # fmt: skip
    planned_on = models.DateField("ngày dự kiến")
    meeting = models.OneToOneField(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="visit"
    )

    class Meta:
        ordering = ["planned_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "unit", "planned_on"], name="a_unit_is_visited_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}, {self.planned_on:%d/%m/%Y}"


class ItemVerdict(models.Model):
    """What was found of one item at one visit, with what shows it."""

    class Word(models.TextChoices):
        MET = "met", "đạt"
        PARTLY = "partly", "đạt một phần"
        UNMET = "unmet", "chưa đạt"
        NOT_APPLICABLE = "not-applicable", "không áp dụng"

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="verdicts")
    item = models.ForeignKey(ChecklistItem, on_delete=models.PROTECT, related_name="verdicts")
    word = models.CharField("nhận định", max_length=14, choices=Word.choices)
    note = models.CharField("ghi nhận", max_length=1000, blank=True)
    evidence = models.ForeignKey(
        "registry.File", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["visit", "item__number"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "item"], name="an_item_is_judged_once_a_visit")
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_word_display()}"


class Shortcoming(models.Model):
    """What must be put right: the task of the inspected unit that came of it."""

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="shortcomings")
    item = models.ForeignKey(
        ChecklistItem, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    task = models.OneToOneField("tasks.Task", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.task)
