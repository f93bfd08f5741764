from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Visit(models.Model):
    """A line of the register of a reception (Sổ tiếp công dân, Mẫu 03/TCD, NĐ 154/2026 Điều 27).

    Who came (columns 3 and 4) is another table. Of a denunciation nothing but the number of the
    sealed envelope is kept: no content, nobody who came.
    """

    class Kind(models.TextChoices):
        COMPLAINT = "complaint", "khiếu nại"
        DENUNCIATION = "denunciation", "tố cáo"
        PETITION = "petition", "kiến nghị, phản ánh"
        OTHER = "other", "nội dung khác"

    reception = models.ForeignKey(
        "meetings.Reception", on_delete=models.PROTECT, related_name="visits"
    )
    number = models.PositiveIntegerField("số thứ tự")
    key = models.CharField("khóa gửi", max_length=64, unique=True)
    content = models.TextField("nội dung", blank=True)
    kind = models.CharField("phân loại", max_length=12, choices=Kind.choices)
    people = models.PositiveIntegerField("số người", default=1)
    handled_before = models.CharField("cơ quan đã giải quyết", max_length=300, blank=True)
    is_ours = models.BooleanField("thuộc thẩm quyền", null=True, blank=True)
    guidance = models.CharField("hướng dẫn", max_length=400, blank=True)
    taken_by = models.CharField("cơ quan thụ lý", max_length=300, blank=True)
    result = models.CharField("kết quả", max_length=400, blank=True)
    envelope = models.CharField("số phong bì kín", max_length=40, blank=True)
    petition = models.ForeignKey(
        "petitions.Petition", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["reception", "number"]
        constraints = [
            models.UniqueConstraint(fields=["reception", "number"], name="a_visit_has_its_number"),
            models.CheckConstraint(
                condition=~Q(kind="denunciation") | Q(content=""),
                name="a_denunciation_leaves_no_content",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.get_kind_display()}"


class Visitor(models.Model):
    """Who came to a reception: apart, optional, opened one at a time with a reason; never searched,
    counted, listed or exported."""

    visit = models.OneToOneField(Visit, on_delete=models.CASCADE, related_name="+")
    name = models.CharField("họ và tên", max_length=120, blank=True)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    identity_number = models.CharField("số định danh", max_length=20, blank=True)

    def __str__(self) -> str:
        return f"người đến lượt {self.visit_id}"
