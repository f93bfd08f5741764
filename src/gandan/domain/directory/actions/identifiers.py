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
    citation: str,
    actor: Account,
    at: datetime,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> UnitIdentifier:
    """Give a unit an identifier for a time, by a document. The same again changes nothing."""
    must(actor, "restructure", unit, on=timezone.localdate(at))
    said = checked_identifier(value)
    kept = unit.identifiers.filter(value=said, valid_from=valid_from, valid_to=valid_to).first()
    if kept is not None:
        return kept
    identifier = UnitIdentifier(
        unit=unit, value=said, valid_from=valid_from, valid_to=valid_to,
        citation=_by_document(citation),
    )  # fmt: skip
    _must_be_free(identifier)
    identifier.save()
    record("unit.identify", unit, actor=actor, at=at, unit_id=unit.pk, data={"identifier": said})
    return identifier


@transaction.atomic
def correct_identifier(
    identifier: UnitIdentifier, value: str, valid_from: date | None, valid_to: date | None,
    citation: str, reason: str, *, actor: Account, at: datetime,
) -> UnitIdentifier:  # fmt: skip
    """Say an identifier as it is in its document; what was said before stays in the log."""
    now = _held(identifier, actor, at)
    before = _said(now)
    now.value, now.valid_from, now.valid_to = checked_identifier(value), valid_from, valid_to
    now.citation = _by_document(citation)
    _give_reason(now, reason)
    if _said(now) == before:
        return now
    _must_be_free(now)
    now.save()
    record(
        "unit.identifier_correct", now.unit, actor=actor, at=at, unit_id=now.unit_id,
        data={"identifier": now.value, "before": before, "reason": now.reason},
    )  # fmt: skip
    return now


@transaction.atomic
def end_identifier(
    identifier: UnitIdentifier, last_day: date, reason: str, *, actor: Account, at: datetime
) -> UnitIdentifier:
    """Close an identifier: it is the unit's until `last_day`, and may be another's after it."""
    now = _held(identifier, actor, at)
    if now.valid_to == last_day:
        return now
    now.valid_to = last_day
    _give_reason(now, reason)
    _must_be_free(now)
    now.save()
    record(
        "unit.identifier_end", now.unit, actor=actor, at=at, unit_id=now.unit_id,
        data={"identifier": now.value, "last_day": last_day.isoformat(), "reason": now.reason},
    )  # fmt: skip
    return now


def _held(identifier: UnitIdentifier, actor: Account, at: datetime) -> UnitIdentifier:
    now = UnitIdentifier.objects.select_related("unit").get(pk=identifier.pk)
    must(actor, "restructure", now.unit, on=timezone.localdate(at))
    return now


def _by_document(citation: str) -> str:
    if not citation.strip():
        raise Refused("Mã định danh phải theo một văn bản. Chưa lưu gì. Hãy ghi văn bản.")
    return citation.strip()[:300]


def _said(identifier: UnitIdentifier) -> list[str]:
    """What people can correct, as the log keeps it."""
    first, last = identifier.valid_from, identifier.valid_to
    return [identifier.value, str(first or ""), str(last or ""), identifier.citation]


def _give_reason(identifier: UnitIdentifier, reason: str) -> None:
    if not reason.strip():
        raise Refused("Phải có lý do. Chưa lưu gì. Hãy ghi lý do.")
    identifier.reason = reason.strip()[:300]


def _must_be_free(identifier: UnitIdentifier) -> None:
    """Its days are in order, and on none of them the value is another's, or twice this unit's."""
    first, last = identifier.valid_from, identifier.valid_to
    if first and last and last < first:
        raise Refused("Ngày cuối của mã đứng trước ngày đầu. Chưa lưu gì. Hãy sửa ngày.")
    others = held_meanwhile(identifier.value, first, last).exclude(pk=identifier.pk)
    other = others.select_related("unit").first()
    if other is not None:
        raise Refused(
            f"Mã {identifier.value} đang là của {other.unit} trong thời gian đó. Chưa lưu gì. "
            "Hãy đóng mã ở đơn vị cũ trước."
        )


def held_meanwhile(value: str, first: date | None, last: date | None) -> QuerySet[UnitIdentifier]:
    """Who has this identifier on any day between these two; None: from or for ever."""
    rows = UnitIdentifier.objects.filter(value=value)
    if first is not None:
        rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=first))
    if last is not None:
        rows = rows.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=last))
    return rows
