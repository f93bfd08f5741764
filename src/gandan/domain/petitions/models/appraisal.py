from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from gandan.domain.petitions.models.answer import Answer
from gandan.domain.petitions.models.petition import Petition


class VoterRating(models.Model):
    """What voters think of an answer, counted where they were asked: numbers, and nobody behind them."""

    class Source(models.TextChoices):
        MEETING = "meeting", "hỏi tại cuộc họp"
        PORTAL = "portal", "cổng thông tin"
        PAPER = "paper", "phiếu lấy ý kiến"

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="ratings")
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="ratings")
    source = models.CharField("nơi hỏi", max_length=8, choices=Source.choices)
    meeting = models.ForeignKey(
        "meetings.Meeting", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    satisfied = models.PositiveIntegerField("hài lòng", default=0)
    partly = models.PositiveIntegerField("hài lòng một phần", default=0)
    unsatisfied = models.PositiveIntegerField("không hài lòng", default=0)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(satisfied__gt=0) | Q(partly__gt=0) | Q(unsatisfied__gt=0),
                name="a_rating_counts_somebody",
            ),
            models.UniqueConstraint(
                fields=["answer", "meeting"], condition=Q(meeting__isnull=False),
                name="an_answer_is_rated_once_at_a_meeting",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.satisfied} / {self.partly} / {self.unsatisfied}"


class Assessment(models.Model):
    """A second look at an answer by those who supervise it (HĐND, Mặt trận) or who took the petition
    in: whether it satisfies, and why. `sends_back`: the answer was asked for again."""

    class Verdict(models.TextChoices):
        SATISFYING = "satisfying", "đạt yêu cầu"
        UNSATISFYING = "unsatisfying", "chưa đạt yêu cầu"
        EMPTY = "empty", "trả lời chung chung"

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="assessments")
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="assessments")
    unit = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verdict = models.CharField("đánh giá", max_length=12, choices=Verdict.choices)
    reason = models.TextField("lý do", blank=True)
    sends_back = models.BooleanField("yêu cầu trả lời lại", default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict="satisfying") | ~Q(reason=""),
                name="a_bad_verdict_says_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.reason[:60]}"
