from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class State(models.TextChoices):
    RECEIVED = "received", "tiếp nhận"
    CLASSIFIED = "classified", "phân loại"
    TRANSFERRED = "transferred", "chuyển"
    ANSWERED = "answered", "trả lời"
    FOLLOWED = "followed", "theo dõi"
    CLOSED = "closed", "kết thúc"


class SourceKind(models.TextChoices):
    MEETING = "meeting", "tiếp xúc cử tri"
    RECEPTION = "reception", "tiếp công dân"
    LETTER = "letter", "đơn thư"
    PORTAL = "portal", "cổng thông tin"
    NOTE = "note", "ghi qua điện thoại"
    FRONT = "front", "Mặt trận giám sát"
    DOCUMENT = "document", "văn bản"
    DIALOGUE = "dialogue", "đối thoại, hội nghị"


class AskedLevel(models.TextChoices):
    """Whose competence it is."""

    CENTRAL = "central", "trung ương"
    PROVINCE = "province", "tỉnh"
    COMMUNE = "commune", "xã"


class Petition(models.Model):
    """A request as it was said, with its place, field and whose it is.

    `unit` received it, `holder` has it now. `content_key` makes what is sent twice one row: the content
    of a row of a file, the key of a form, the opinion, fact or visit that it was made of. `first` is
    the petition that this one was joined to as the same request. `term_basis` says why `due_on` is that
    day, or why there is none. `fact` and `meeting`: the words of a document, or the meeting, that it
    comes from. `term` and `counted_from`: the term that gave `due_on`, and the day of its event.
    Who asked is not here: see `PetitionerIdentity`.
    """

    code = models.CharField("mã tra cứu", max_length=16, unique=True)
    text = models.TextField("nội dung")
    place_code = models.CharField("mã xã", max_length=10, blank=True, db_index=True)
    place_text = models.CharField("nơi", max_length=200, blank=True)
    field = models.CharField("lĩnh vực", max_length=40, blank=True)
    field_by_person = models.BooleanField("người xếp lĩnh vực", default=False)
    level = models.CharField(
        "cấp thẩm quyền", max_length=10, choices=AskedLevel.choices, blank=True
    )
    source = models.CharField("nguồn", max_length=10, choices=SourceKind.choices)
    source_reference = models.CharField("số, tên nguồn", max_length=200, blank=True)
    session = models.CharField("kỳ họp, đợt", max_length=120, blank=True)
    said_on = models.DateField("ngày nêu")
    document = models.ForeignKey(
        "registry.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    fact = models.ForeignKey(
        "registry.Fact", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    meeting = models.ForeignKey(
        "meetings.Meeting", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked = models.ManyToManyField("directory.Unit", blank=True, related_name="+")
    unit = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    holder = models.ForeignKey(
        "directory.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(
        "trạng thái", max_length=12, choices=State.choices, default=State.RECEIVED
    )
    state_reason = models.TextField("lý do", blank=True)
    due_on = models.DateField("hạn trả lời", null=True, blank=True)
    term_basis = models.CharField("căn cứ của hạn", max_length=400, blank=True)
    term = models.CharField("thời hạn trả lời", max_length=60, blank=True)
    counted_from = models.DateField("tính hạn từ ngày", null=True, blank=True)
    task = models.ForeignKey(
        "tasks.Task", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    first = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="repeats"
    )
    published_text = models.TextField("bản công khai", blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    content_key = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-said_on", "-id"]
        indexes = [
            models.Index(fields=["-said_on", "-id"], name="petition_newest_first"),
            models.Index(fields=["holder", "state", "due_on"], name="petition_by_holder"),
            models.Index(
                fields=["-published_at", "-id"],
                condition=Q(published_at__isnull=False),
                name="petition_published",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def is_open(self) -> bool:
        return self.state != State.CLOSED
