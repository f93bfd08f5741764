from __future__ import annotations

from django.conf import settings
from django.db import models

from gandan.domain.petitions.models.answer import Answer
from gandan.domain.petitions.models.petition import Petition


class Publication(models.Model):
    """A redacted text on its way to the public: one person drafts it, another one decides.

    Nothing of it stands in the petition or the answer before its day: an approved one waits here until
    `shown_from`. `answer_text` is the wording of `answer` for everybody.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "chờ duyệt công khai"
        RETURNED = "returned", "trả lại bản nháp"
        APPROVED = "approved", "đã duyệt công khai"
        SHOWN = "shown", "đang công khai"
        WITHDRAWN = "withdrawn", "đã rút"

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="publications")
    text = models.TextField("bản công khai")
    answer = models.ForeignKey(
        Answer, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    answer_text = models.TextField("trả lời công khai", blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    shown_from = models.DateField("công khai từ ngày", null=True, blank=True)
    reason = models.TextField("lý do", blank=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["petition"], condition=models.Q(state="draft"),
                name="one_draft_of_a_public_text",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text[:80]
