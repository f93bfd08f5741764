from __future__ import annotations

from django.db import models

from gandan.domain.directory.models.dated import Dated


class UnitKind(models.TextChoices):
    PARTY_COMMITTEE = "party-committee", "cấp ủy"
    PARTY_BODY = "party-body", "ban, cơ quan của Đảng"
    PEOPLES_COUNCIL = "peoples-council", "Hội đồng nhân dân"
    PEOPLES_COMMITTEE = "peoples-committee", "Ủy ban nhân dân"
    DEPARTMENT = "department", "cơ quan chuyên môn"
    FRONT = "front", "Mặt trận Tổ quốc"
    MASS_ORGANISATION = "mass-organisation", "tổ chức chính trị - xã hội"
    ARMED_FORCES = "armed-forces", "lực lượng vũ trang"
    PUBLIC_SERVICE_UNIT = "public-service-unit", "đơn vị sự nghiệp"
    ASSEMBLY_DELEGATION = "assembly-delegation", "Đoàn đại biểu Quốc hội"
    COMMISSION = "commission", "ban chỉ đạo, hội đồng"
    ENTERPRISE = "enterprise", "doanh nghiệp"
    VILLAGE = "village", "thôn, tổ dân phố"
    TERRITORY = "territory", "đơn vị hành chính"
    GROUP = "group", "nhóm đơn vị"
    OTHER = "other", "khác"


class Level(models.TextChoices):
    CENTRAL = "central", "trung ương"
    PROVINCE = "province", "tỉnh"
    DISTRICT = "district", "huyện (đến 30/6/2025)"
    COMMUNE = "commune", "xã"
    VILLAGE = "village", "thôn"


class Unit(Dated):
    """A unit that can be given work, for as long as it exists.

    `name` is its official name now; every name it ever had stands in `names` with its dates.
    `path` holds the codes' keys from the root to itself ("/1/7/42/"), so that the descendants of
    a unit are one indexed range. A `group` is a class of units that documents name as one
    ("các sở, ban, ngành"). `territory` is the code of QĐ 19/2025/QĐ-TTg (2 digits a province, 5 a
    commune; before 1/7/2025 also 3 digits a district): a place and its bodies share it.
    """

    code = models.CharField("mã", max_length=40, unique=True)
    name = models.CharField("tên", max_length=300)
    kind = models.CharField("loại", max_length=24, choices=UnitKind.choices)
    level = models.CharField("cấp", max_length=12, choices=Level.choices)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    territory = models.CharField("mã địa bàn", max_length=5, blank=True, db_index=True)
    path = models.CharField(max_length=200, db_index=True, editable=False)

    class Meta(Dated.Meta):
        ordering = ["path"]

    def __str__(self) -> str:
        return self.name

    def is_within(self, other: Unit) -> bool:
        """Whether this unit is `other` or stands below it."""
        return self.path.startswith(other.path)


class UnitName(Dated):
    """One way in which documents call a unit, and when they did. `folded` is what is compared."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", "tên chính thức"
        ALIAS = "alias", "tên gọi khác"
        ABBREVIATION = "abbreviation", "tên viết tắt"

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = models.CharField("tên", max_length=300)
    folded = models.CharField(max_length=300, db_index=True, editable=False)
    folded_plain = models.CharField(max_length=300, db_index=True, editable=False)

    class Meta(Dated.Meta):
        ordering = ["unit", "kind", "text"]

    def __str__(self) -> str:
        return self.text
