from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from gandan.domain.registry.models.document import Document
from gandan.domain.registry.models.reading import Reading


class FactKind(models.TextChoices):
    HEADER = "header", "thể thức"
    DUTY = "duty", "nhiệm vụ"
    REPORT_DUTY = "report_duty", "chế độ báo cáo"
    REFERENCE = "reference", "viện dẫn"
    MEETING = "meeting", "hội nghị, tiếp xúc"
    PETITION = "petition", "kiến nghị"
    SUM = "sum", "số liệu"
    FINDING = "finding", "điểm cần soát"


class FactStatus(models.TextChoices):
    MACHINE_READ = "machine-read", "máy đọc"
    ACCEPTED = "accepted", "đã duyệt"
    CORRECTED = "corrected", "đã sửa"
    REJECTED = "rejected", "đã bỏ"
    SUPERSEDED = "superseded", "đã thay bằng bản đọc mới"


class Fact(models.Model):
    """One thing that a document says, with the words that say it.

    `data` is what the machine read and is never overwritten: what people said of it stands in
    `verdicts`, and `verdict` points at the one in force. `start`, `end` count characters of the
    file's text. `newer` is what a newer reader reads there, where a person said otherwise before
    ({}: it reads nothing there). A superseded fact stays with the reading that found it.
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="facts")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=12, choices=FactKind.choices)
    ordinal = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    rule = models.CharField(max_length=120, blank=True)
    confidence = models.FloatField(default=1.0)
    data = models.JSONField(default=dict)
    newer = models.JSONField(null=True, blank=True)
    status = models.CharField(
        max_length=12, choices=FactStatus.choices, default=FactStatus.MACHINE_READ
    )
    verdict = models.ForeignKey(
        "Verdict", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["start", "-end", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "kind", "ordinal"], name="facts_of_a_kind_are_numbered"
            )
        ]
        indexes = [models.Index(fields=["document", "start"], name="fact_by_place")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.quote[:60]}"

    @property
    def value(self) -> dict[str, Any]:
        """What holds now: what the machine read, with the corrections in force laid over it."""
        return {**self.data, **self.verdict.data} if self.verdict else dict(self.data)


class Verdict(models.Model):
    """What a person said of a fact. A new opinion, or taking one back, is a new row."""

    class What(models.TextChoices):
        ACCEPT = "accept", "duyệt"
        CORRECT = "correct", "sửa"
        REJECT = "reject", "bỏ"
        UNDO = "undo", "hoàn lại"

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="verdicts")
    what = models.CharField(max_length=7, choices=What.choices)
    data = models.JSONField(default=dict)
    reason = models.TextField("lý do", blank=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    before = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.fact}"
