from __future__ import annotations

from django.db import models

from gandan.domain.directory.models.dated import Dated
from gandan.domain.directory.models.unit import Unit


class UnitIdentifier(Dated):
    """The electronic identifier by which other systems send a unit its documents, and when it was
    its own. Codes move: a merged province keeps the one of the province whose name it bears and the
    others are closed (QĐ 09/2025/QĐ-TTg), so the same value may stand at two units, never on one day.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="identifiers")
    value = models.CharField("mã định danh điện tử", max_length=35, db_index=True)
    citation = models.CharField("theo văn bản", max_length=300, blank=True)
    reason = models.CharField("lý do sửa, kết thúc", max_length=300, blank=True)

    class Meta(Dated.Meta):
        ordering = ["unit", "valid_from", "value"]

    def __str__(self) -> str:
        return self.value
