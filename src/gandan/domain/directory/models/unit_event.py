from __future__ import annotations

from django.db import models

from gandan.domain.directory.models.unit import Unit


class UnitEvent(models.Model):
    """What happened to units on a day, and the document that says so."""

    class Kind(models.TextChoices):
        FOUND = "found", "thành lập"
        RENAME = "rename", "đổi tên"
        MERGE = "merge", "hợp nhất, sáp nhập"
        SPLIT = "split", "chia, tách"
        MOVE = "move", "chuyển cơ quan chủ quản"
        DISSOLVE = "dissolve", "giải thể"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    on = models.DateField("ngày có hiệu lực")
    citation = models.CharField("văn bản", max_length=300)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="events")
    former_parent = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.unit} {self.on:%d/%m/%Y} ({self.citation})"


class Succession(models.Model):
    """One unit takes over from another. A merge has several predecessors, a split several
    successors, so this is a link and not a field of the unit. `is_whole` is false where only a part
    of the predecessor went there."""

    event = models.ForeignKey(UnitEvent, on_delete=models.PROTECT, related_name="successions")
    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successors")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="predecessors")
    is_whole = models.BooleanField("toàn bộ", default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["event", "predecessor", "successor"], name="succession_is_said_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")),
                name="no_unit_succeeds_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
