"""Found a unit, and enter the names by which documents call it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import must
from gandan.domain.directory.folding import fold, fold_plain
from gandan.domain.directory.models import Account, Level, Unit, UnitEvent, UnitKind, UnitName
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused


@transaction.atomic
def create_unit(
    *,
    code: str,
    name: str,
    kind: str,
    level: str,
    parent: Unit | None,
    actor: Account,
    at: datetime,
    valid_from: date | None = None,
    valid_to: date | None = None,
    citation: str = "",
) -> Unit:
    """Enter a unit. With the document that founds it (`citation`), the founding is kept too."""
    must(actor, "create_unit", parent, on=timezone.localdate(at))
    code, name = code.strip(), " ".join(name.split())
    if not code or not name:
        raise Refused("Đơn vị phải có mã và tên. Chưa lưu gì. Hãy điền đủ hai ô này.")
    if Unit.objects.filter(code=code).exists():
        raise Refused(f"Mã đơn vị {code} đã có trong danh bạ. Chưa lưu gì. Hãy chọn mã khác.")
    if kind not in UnitKind.values or level not in Level.values:
        raise Refused(f"Loại “{kind}” hoặc cấp “{level}” không có trong danh mục. Chưa lưu gì.")
    unit = Unit(
        code=code, name=name, kind=kind, level=level, parent=parent,
        valid_from=valid_from, valid_to=valid_to,
    )  # fmt: skip
    unit.save()
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    enter_name(unit, name, UnitName.Kind.OFFICIAL, valid_from, None)
    if citation:
        UnitEvent.objects.create(
            kind=UnitEvent.Kind.FOUND,
            on=valid_from or timezone.localdate(at),
            citation=citation,
            unit=unit,
        )
    record("unit.create", unit, actor=actor, at=at, unit_id=unit.pk, data={"code": code})
    return unit


@transaction.atomic
def add_alias(
    unit: Unit,
    text: str,
    *,
    actor: Account,
    at: datetime,
    kind: str = UnitName.Kind.ALIAS,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> UnitName:
    """Enter a way in which documents call a unit (alias or abbreviation) and when they do.

    Entering the same name again for the same days changes nothing and returns the one kept.
    """
    must(actor, "name_unit", unit, on=timezone.localdate(at))
    if kind not in {UnitName.Kind.ALIAS, UnitName.Kind.ABBREVIATION}:
        raise Refused("Tên chính thức chỉ thay đổi khi đổi tên đơn vị. Chưa lưu gì.")
    if not fold(text):
        raise Refused("Tên gọi khác đang để trống. Chưa lưu gì. Hãy điền tên.")
    kept = unit.names.filter(
        folded=fold(text), kind=kind, valid_from=valid_from, valid_to=valid_to
    ).first()
    if kept is not None:
        return kept
    name = enter_name(unit, text, kind, valid_from, valid_to)
    record("unit.name", unit, actor=actor, at=at, unit_id=unit.pk, data={"name": name.text})
    return name


@transaction.atomic
def end_alias(
    name: UnitName, last_day: date | None, reason: str, *, actor: Account, at: datetime
) -> None:
    """Documents call the unit so up to `last_day`; without a day it never was its name, and goes."""
    unit = name.unit
    must(actor, "name_unit", unit, on=timezone.localdate(at))
    if name.kind not in {UnitName.Kind.ALIAS, UnitName.Kind.ABBREVIATION}:
        raise Refused("Tên chính thức chỉ thay đổi khi đổi tên đơn vị. Chưa lưu gì.")
    if not reason.strip():
        raise Refused("Phải có lý do. Chưa có gì thay đổi. Hãy ghi lý do.")
    if last_day is not None and name.valid_from is not None and last_day < name.valid_from:
        raise Refused("Ngày cuối đứng trước ngày đầu. Chưa lưu gì. Hãy sửa ngày.")
    record(
        "unit.end_name", unit, actor=actor, at=at, unit_id=unit.pk,
        data={"name": name.text, "last_day": last_day.isoformat() if last_day else None,
              "reason": reason.strip()},
    )  # fmt: skip
    if last_day is None:
        name.delete()
        return
    name.valid_to = last_day
    name.save(update_fields=["valid_to"])


def enter_name(
    unit: Unit, text: str, kind: str, valid_from: date | None, valid_to: date | None
) -> UnitName:
    """Store one dated name with its keys; part of a verb, which checks and remembers."""
    return UnitName.objects.create(
        unit=unit,
        text=" ".join(text.split()),
        kind=kind,
        folded=fold(text),
        folded_plain=fold_plain(text),
        valid_from=valid_from,
        valid_to=valid_to,
    )


@transaction.atomic
def place_unit(unit: Unit, territory: str, *, actor: Account, at: datetime) -> None:
    """Say of which province, district or commune a unit is, by the code of QĐ 19/2025/QĐ-TTg."""
    must(actor, "name_unit", unit, on=timezone.localdate(at))
    if not Unit.objects.filter(kind=UnitKind.TERRITORY, territory=territory).exists():
        raise Refused(
            f"Chưa có địa bàn mang mã {territory}. Chưa lưu gì. "
            "Hãy nạp địa bàn (gandan territories load) hoặc kiểm tra mã."
        )
    unit.territory = territory
    unit.save(update_fields=["territory"])
    record("unit.place", unit, actor=actor, at=at, unit_id=unit.pk, data={"territory": territory})
