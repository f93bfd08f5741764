"""A territory that stands for its authorities: «Tỉnh cần tập trung …»."""

from __future__ import annotations

from vanban.facts.duties.lead import Lead
from vanban.facts.unit import Unit
from vanban.model import Span
from vanban.rules.pattern import placed

_MODAL = placed(
    r"\s*+(?:,\s*)?(?:cần|phải|có\s+trách\s+nhiệm|chủ\s+động|tiếp\s+tục|tập\s+trung|khẩn\s+trương|chỉ\s+đạo)(?!\p{L})"
)
_TERRITORY = placed(r"(?:Tỉnh|Thành\s+phố|Huyện|Xã|Phường|Thị\s+xã|Đặc\s+khu|Địa\s+phương)(?=\s)")


def territory(text: str, at: int, end: int) -> Lead | None:
    """«Tỉnh cần tập trung …»: the territory stands for its authorities."""
    name = _TERRITORY.match(text, at, end)
    if name is None or _MODAL.match(text, name.end(), end) is None:
        return None
    span = Span(*name.span())
    unit = Unit(name.group(), span)
    return Lead((unit,), "explicit", "assignment.territory", span, name.end())
