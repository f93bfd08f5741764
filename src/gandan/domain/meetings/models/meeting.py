from __future__ import annotations

from textwrap import shorten

from django.conf import settings
from django.db import models
from django.db.models import Q

from gandan.domain.meetings.models.campaign import Campaign, Delegate, Tier


class Mode(models.TextChoices):
    """How it was held; the words are those that reports are read by."""

    IN_PERSON = "in-person", "trực tiếp"
    ONLINE = "online", "trực tuyến"
    MIXED = "mixed", "kết hợp"
    POSTED = "posted", "niêm yết/phát thanh"


class State(models.TextChoices):
    HELD = "held", "đã tổ chức"
    CONCLUDED = "concluded", "đã có kết luận"


class Meeting(models.Model):
    """One meeting with people. `key` is made where it was entered, so that the same record sent twice
    is one row. `details` holds the own fields of its kind. `opinions` is the number that was counted;
    those written out are `Opinion` rows."""

    key = models.CharField("khóa gửi", max_length=64, unique=True)
    kind = models.CharField("loại", max_length=20)
    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    tier = models.CharField("cấp", max_length=10, choices=Tier.choices, blank=True)
    mode = models.CharField("hình thức", max_length=10, choices=Mode.choices)
    unit = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, related_name="+", verbose_name="đơn vị"
    )
    place = models.CharField("nơi", max_length=200)
    place_code = models.CharField("mã xã", max_length=5, blank=True)
    held_on = models.DateField("ngày")
    attendees = models.PositiveIntegerField("số người dự", default=0)
    attendees_at_least = models.BooleanField("con số là tối thiểu", default=False)
    opinions = models.PositiveIntegerField("số ý kiến", default=0)
    opinions_central = models.PositiveIntegerField("thuộc trung ương", null=True, blank=True)
    opinions_province = models.PositiveIntegerField("thuộc tỉnh", null=True, blank=True)
    opinions_commune = models.PositiveIntegerField("thuộc xã", null=True, blank=True)
    delegates = models.ManyToManyField(Delegate, blank=True, related_name="meetings")
    details = models.JSONField(default=dict, blank=True)
    state = models.CharField("trạng thái", max_length=10, choices=State.choices)
    conclusion_due = models.DateField("hạn kết luận", null=True, blank=True)
    minutes = models.ForeignKey(
        "registry.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    conclusion = models.ForeignKey(
        "registry.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-held_on", "-id"]
        indexes = [
            models.Index(fields=["campaign", "tier", "mode"], name="meeting_by_campaign"),
            models.Index(fields=["unit", "-held_on"], name="meeting_by_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(opinions_central__isnull=True)
                | Q(
                    opinions=models.F("opinions_central")
                    + models.F("opinions_province")
                    + models.F("opinions_commune")
                ),
                name="opinions_by_competence_add_up",
            )
        ]

    def __str__(self) -> str:
        return f"{self.place}, {self.held_on:%d/%m/%Y}"


class Opinion(models.Model):
    """What was said at a meeting, as it was said, by nobody in particular."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="said")
    number = models.PositiveSmallIntegerField()
    text = models.TextField("ý kiến")

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="an_opinion_has_its_own_number"
            )
        ]

    def __str__(self) -> str:
        return shorten(self.text, 80, placeholder="…")


class Promise(models.Model):
    """Something promised at a meeting: the task that came of it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="promises")
    task = models.OneToOneField("tasks.Task", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.task)
