"""Electronic identifiers of units: the form is checked, and no value is two units' on one day."""

from __future__ import annotations

from datetime import date, datetime

import regex
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from gandan.domain.directory.access import must
from gandan.domain.directory.models import Account, Unit, UnitIdentifier
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused

# QĐ 20/2020/QĐ-TTg: at most 35 of 0-9, A-Z and the dot, the first level first ("H37.DN.001").
# Before 15/9/2020 the levels stood the other way round ("000.00.00.H49"); both are in use.
_OLD = regex.compile(r"\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}")
_NEW = regex.compile(r"(?=.{3,35}$)[A-Z]\d{2}(?:\.[0-9A-Z]+)*")


def checked_identifier(value: str) -> str:
    """The identifier in capitals; Refused with a sentence if it has neither of the two forms."""
    said = value.strip().upper()
    if not (_OLD.fullmatch(said) or _NEW.fullmatch(said)):
        raise Refused(
            f"“{value}” không phải là mã định danh điện tử. Chưa lưu gì. Hãy viết như "
            "000.00.00.H49 (mã cũ) hoặc H37.DN.001 (mã theo Quyết định 20/2020/QĐ-TTg)."
        )
    return said


@transaction.atomic
def add_identifier(
    unit: Unit,
    value: str,
    *,
    actor: Account,
    at: datetime,
    valid_from: date | None = None,
    valid_to: date | None = None,
    citation: str = "",
) -> UnitIdentifier:
    """Give a unit an identifier for a time. The same again changes nothing."""
    must(actor, "restructure", unit, on=timezone.localdate(at))
    said = checked_identifier(value)
    kept = unit.identifiers.filter(value=said, valid_from=valid_from, valid_to=valid_to).first()
    if kept is not None:
        return kept
    if valid_from and valid_to and valid_to < valid_from:
        raise Refused("Ngày cuối của mã đứng trước ngày đầu. Chưa lưu gì. Hãy sửa ngày.")
    other = held_meanwhile(said, valid_from, valid_to).select_related("unit").first()
    if other is not None:
        raise Refused(
            f"Mã {said} đang là của {other.unit} trong thời gian đó. Chưa lưu gì. "
            "Hãy đóng mã ở đơn vị cũ trước."
        )
    identifier = UnitIdentifier.objects.create(
        unit=unit, value=said, valid_from=valid_from, valid_to=valid_to, citation=citation[:300]
    )
    record("unit.identify", unit, actor=actor, at=at, unit_id=unit.pk, data={"identifier": said})
    return identifier


@transaction.atomic
def end_identifier(
    identifier: UnitIdentifier, last_day: date, *, actor: Account, at: datetime
) -> None:
    """Close an identifier: it is the unit's until `last_day`, and may be another's after it."""
    must(actor, "restructure", identifier.unit, on=timezone.localdate(at))
    if identifier.valid_from is not None and last_day < identifier.valid_from:
        raise Refused("Ngày cuối đứng trước ngày bắt đầu dùng mã. Chưa lưu gì. Hãy sửa ngày.")
    identifier.valid_to = last_day
    identifier.save(update_fields=["valid_to"])
    record(
        "unit.identifier_end", identifier.unit, actor=actor, at=at, unit_id=identifier.unit_id,
        data={"identifier": identifier.value, "last_day": last_day.isoformat()},
    )  # fmt: skip


def held_meanwhile(value: str, first: date | None, last: date | None) -> QuerySet[UnitIdentifier]:
    """Who has this identifier on any day between these two; None: from or for ever."""
    rows = UnitIdentifier.objects.filter(value=value)
    if first is not None:
        rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=first))
    if last is not None:
        rows = rows.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=last))
    return rows
