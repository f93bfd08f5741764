from __future__ import annotations

from django.conf import settings
from django.db import models


class Tier(models.TextChoices):
    """Whose delegates meet people; the words are those that reports are read by."""

    ASSEMBLY = "assembly", "Quốc hội"
    PROVINCE = "province", "HĐND tỉnh"
    DISTRICT = "district", "HĐND huyện"
    COMMUNE = "commune", "HĐND xã"


class Campaign(models.Model):
    """A round of meetings under one name: an election, the meetings before a session."""

    name = models.CharField("tên đợt", max_length=200, unique=True)
    kind = models.CharField("loại", max_length=20)
    unit = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị tổ chức"
    )
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến ngày")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on__lte=models.F("ends_on")),
                name="a_campaign_begins_before_it_ends",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Requirement(models.Model):
    """How many meetings each delegate of a tier must hold at least, by which letter. A later letter
    is another row: the meetings are counted against both."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="requirements")
    tier = models.CharField("cấp", max_length=10, choices=Tier.choices)
    number = models.PositiveSmallIntegerField("số cuộc tối thiểu")
    since = models.DateField("từ ngày")
    citation = models.CharField("văn bản", max_length=200)

    class Meta:
        ordering = ["tier", "since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "tier", "citation"], name="a_letter_requires_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.citation})"


class Delegate(models.Model):
    """A delegate, or a candidate in an election, in this public role and nothing more."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="delegates")
    name = models.CharField("họ và tên", max_length=120)
    tier = models.CharField("cấp", max_length=10, choices=Tier.choices)
    constituency = models.CharField("đơn vị bầu cử", max_length=120, blank=True)

    class Meta:
        ordering = ["tier", "constituency", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "tier", "constituency", "name"],
                name="a_delegate_stands_once_in_a_campaign",
            )
        ]

    def __str__(self) -> str:
        return self.name
