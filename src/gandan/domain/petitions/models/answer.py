from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from gandan.domain.petitions.models.petition import Petition


class AnswerKind(models.TextChoices):
    SOLVED = "solved", "đã giải quyết"
    DECIDED = "decided", "đã ban hành văn bản"
    PROMISED = "promised", "hứa có thời hạn"
    EXPLAINED = "explained", "giải trình"
    DECLINED = "declined", "không tiếp nhận, có lý do"


class Answer(models.Model):
    """What a unit answered, of which kind, with what proves it. A promise has a day and a task.

    `is_empty`: the words say neither who does what nor by when ("sẽ xem xét"); kept, because it was
    said, and shown as what it is. `published_text` is the wording that a person approved for everybody:
    what was answered is never shown outside the office as it stands.
    """

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="answers")
    unit = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField("loại trả lời", max_length=10, choices=AnswerKind.choices)
    text = models.TextField("nội dung trả lời")
    evidence = models.CharField("minh chứng", max_length=400, blank=True)
    document = models.ForeignKey(
        "registry.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    promised_on = models.DateField("ngày hứa", null=True, blank=True)
    task = models.ForeignKey(
        "tasks.Task", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_empty = models.BooleanField("trả lời chung chung", default=False)
    published_text = models.TextField("bản công khai", blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="promised") | Q(promised_on__isnull=False),
                name="a_promise_has_its_day",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]
