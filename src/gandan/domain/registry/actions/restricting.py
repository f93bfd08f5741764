from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.registry.access import must
from gandan.domain.registry.models import Document, Secrecy
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused


@transaction.atomic
def restrict(
    document: Document, secrecy: str, unit: Unit | None, *, actor: Account, at: datetime
) -> None:
    """Open a document to everybody in the office, or keep it to the people of `unit`."""
    must(actor, "restrict", document, on=timezone.localdate(at))
    if secrecy not in Secrecy.values:
        raise Refused(
            "Chương trình không giữ tài liệu bí mật nhà nước. Chưa có gì thay đổi. "
            "Hãy chọn “thường” hoặc “lưu hành nội bộ”."
        )
    if secrecy == Secrecy.INTERNAL and unit is None:
        raise Refused("Văn bản lưu hành nội bộ phải thuộc một đơn vị. Chưa có gì thay đổi.")
    document.secrecy, document.unit = secrecy, unit
    document.save(update_fields=["secrecy", "unit"])
    record(
        "document.restrict", document, actor=actor, at=at,
        unit_id=unit.pk if unit else None, data={"secrecy": secrecy},
    )  # fmt: skip
