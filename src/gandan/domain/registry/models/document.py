from __future__ import annotations

from django.db import models
from django.db.models import Q

from gandan.domain.registry.models.file import File


class Secrecy(models.TextChoices):
    """Luật Bảo vệ bí mật nhà nước 29/2018/QH14 Điều 8: three degrees of state secret.

    A state secret is never kept in this program; `INTERNAL` is an office's own restriction.
    """

    ORDINARY = "ordinary", "thường"
    INTERNAL = "internal", "lưu hành nội bộ"


class Document(models.Model):
    """An official document: one of those in a file, or a stub that others cite and nobody sent yet.

    Number, kind, date and issuer together identify a document; the number alone never does.
    `number_key` is the number as compared (capitals, no blanks). `search` is what a search field
    looks into (folded number, kind, issuer and subject).
    """

    file = models.ForeignKey(
        File, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    ordinal = models.PositiveSmallIntegerField("thứ tự trong tệp", default=0)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    kind = models.CharField("loại", max_length=80, blank=True)
    number = models.CharField("số, ký hiệu", max_length=80, blank=True)
    number_key = models.CharField(max_length=80, blank=True, db_index=True, editable=False)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True, db_index=True)
    issuer_text = models.CharField("cơ quan ban hành", max_length=400, blank=True)
    issuer_key = models.CharField(max_length=400, blank=True, editable=False)
    issuer = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    subject = models.TextField("trích yếu", blank=True)
    secrecy = models.CharField(
        "độ mật", max_length=10, choices=Secrecy.choices, default=Secrecy.ORDINARY
    )
    unit = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    search = models.TextField(blank=True, editable=False)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-issued_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "ordinal"],
                condition=Q(file__isnull=False),
                name="one_document_per_place_in_a_file",
            )
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.kind, self.number) if part) or self.subject[:80]

    @property
    def is_stub(self) -> bool:
        """Cited by others, not held: we know of it, nobody sent it."""
        return self.file_id is None

    @property
    def text(self) -> str:
        """The words of this document, out of the text of its file."""
        return self.file.text[self.start : self.end] if self.file else ""
