"""The standing bodies of a commune: Party committee, council, committee, Front.

Điều lệ Đảng Điều 21; Luật Tổ chức chính quyền địa phương 72/2025/QH15; Luật MTTQ Việt Nam 75/2015/QH13 Điều 6.
"""

from __future__ import annotations

from gandan.domain.directory.actions.bulk import NewUnit
from gandan.domain.directory.models import UnitKind

_BODIES = (
    ("DU", "Đảng ủy", UnitKind.PARTY_COMMITTEE),
    ("HDND", "Hội đồng nhân dân", UnitKind.PEOPLES_COUNCIL),
    ("UBND", "Ủy ban nhân dân", UnitKind.PEOPLES_COMMITTEE),
    ("MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam", UnitKind.FRONT),
)


def bodies_of(place: NewUnit) -> list[NewUnit]:
    """The four bodies under a commune, since its first day, with its territory code."""
    called = place.name[:1].lower() + place.name[1:]
    return [
        NewUnit(
            f"{place.code}.{suffix}", f"{head} {called}", kind, place.level, place.code,
            place.territory, place.valid_from, place.valid_to,
        )
        for suffix, head, kind in _BODIES
    ]  # fmt: skip
