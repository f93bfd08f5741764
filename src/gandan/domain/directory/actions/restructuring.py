"""What reorganisations do to units: each verb cites its document and keeps what was.

A unit that ends keeps its rows and its work as they were; `queries.successors_of` says who holds
its place on any later day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone

from gandan.domain.directory.access import must
from gandan.domain.directory.actions.units import enter_name
from gandan.domain.directory.models import Account, Succession, Unit, UnitEvent, UnitName
from gandan.domain.directory.models.dated import valid_on
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused


@transaction.atomic
def rename_unit(
    unit: Unit, name: str, *, on: date, citation: str, actor: Account, at: datetime
) -> UnitEvent:
    """From `on` the unit has another official name; the old one still finds it in older papers."""
    if not name.strip():
        raise Refused("Chưa có tên mới. Chưa có gì thay đổi. Hãy điền tên.")
    if unit.names.filter(kind=UnitName.Kind.OFFICIAL, valid_from__gte=on).exists():
        raise Refused(
            f"{unit} đã mang tên đang dùng từ ngày đó hoặc muộn hơn. Chưa có gì thay đổi. "
            "Hãy xem lại ngày."
        )
    event = _happens(UnitEvent.Kind.RENAME, unit, on, citation, actor, at)
    unit.names.filter(valid_on(on), kind=UnitName.Kind.OFFICIAL).update(
        valid_to=on - timedelta(days=1)
    )
    enter_name(unit, name, UnitName.Kind.OFFICIAL, on, None)
    unit.name = " ".join(name.split())
    unit.save(update_fields=["name"])
    return event


@transaction.atomic
def merge_units(
    predecessors: Sequence[Unit],
    successor: Unit,
    *,
    on: date,
    citation: str,
    actor: Account,
    at: datetime,
) -> UnitEvent:
    """From `on` the successor (new, or one that stays) takes over from the predecessors."""
    if successor.valid_to is not None and successor.valid_to < on:
        raise Refused(f"{successor} không còn vào ngày đó. Chưa có gì thay đổi.")
    event = _happens(UnitEvent.Kind.MERGE, successor, on, citation, actor, at)
    for predecessor in predecessors:
        if predecessor == successor:
            raise Refused("Một đơn vị không thể sáp nhập vào chính nó. Chưa có gì thay đổi.")
        _must_stand(predecessor, on)
        must(actor, "restructure", predecessor, on=timezone.localdate(at))
        Succession.objects.create(event=event, predecessor=predecessor, successor=successor)
        _end(predecessor, on)
    return event


@transaction.atomic
def split_unit(
    unit: Unit,
    successors: Sequence[Unit],
    *,
    on: date,
    citation: str,
    actor: Account,
    at: datetime,
    unit_ends: bool = True,
) -> UnitEvent:
    """From `on` the successors take over parts; `unit_ends=False` when the unit itself goes on."""
    _must_stand(unit, on)
    if not successors or unit in successors:
        raise Refused("Hãy nêu các đơn vị nhận phần việc tách ra. Chưa có gì thay đổi.")
    event = _happens(UnitEvent.Kind.SPLIT, unit, on, citation, actor, at)
    for successor in successors:
        Succession.objects.create(
            event=event, predecessor=unit, successor=successor, is_whole=False
        )
    if unit_ends:
        _end(unit, on)
    return event


@transaction.atomic
def move_unit(
    unit: Unit, parent: Unit | None, *, on: date, citation: str, actor: Account, at: datetime
) -> UnitEvent:
    """From `on` the unit, with all below it, stands under another one."""
    must(actor, "restructure", parent, on=timezone.localdate(at))
    if parent is not None and parent.is_within(unit):
        raise Refused(
            f"{unit} không thể trực thuộc {parent} vì {parent} đang thuộc {unit}. "
            "Chưa có gì thay đổi."
        )
    event = _happens(UnitEvent.Kind.MOVE, unit, on, citation, actor, at)
    event.former_parent = unit.parent
    event.save(update_fields=["former_parent"])
    old, new = unit.path, f"{parent.path if parent else '/'}{unit.pk}/"
    Unit.objects.filter(path__startswith=old).update(
        path=Concat(Value(new), Substr(F("path"), len(old) + 1))
    )
    Unit.objects.filter(pk=unit.pk).update(parent=parent)
    unit.refresh_from_db()
    return event


@transaction.atomic
def dissolve_unit(
    unit: Unit, *, on: date, citation: str, actor: Account, at: datetime
) -> UnitEvent:
    """From `on` the unit is no more and nobody takes over."""
    _must_stand(unit, on)
    event = _happens(UnitEvent.Kind.DISSOLVE, unit, on, citation, actor, at)
    _end(unit, on)
    return event


def _happens(
    kind: str, unit: Unit, on: date, citation: str, actor: Account, at: datetime
) -> UnitEvent:
    must(actor, "restructure", unit, on=timezone.localdate(at))
    if not citation.strip():
        raise Refused(
            "Thay đổi về tổ chức phải dẫn văn bản quyết định. Chưa có gì thay đổi. "
            "Hãy điền số, ngày của văn bản."
        )
    event = UnitEvent.objects.create(kind=kind, unit=unit, on=on, citation=citation.strip())
    record(
        f"unit.{kind}",
        unit,
        actor=actor,
        at=at,
        unit_id=unit.pk,
        data={"on": on.isoformat(), "citation": event.citation},
    )
    return event


def _must_stand(unit: Unit, on: date) -> None:
    """What ends must have existed on the day before."""
    if not unit.holds_on(on - timedelta(days=1)):
        raise Refused(
            f"{unit} không tồn tại vào ngày {on:%d/%m/%Y} hoặc mới có từ ngày đó. "
            "Chưa có gì thay đổi. Hãy xem lại ngày."
        )


def _end(unit: Unit, on: date) -> None:
    """Its last day is the day before; so is the last day of the names still in use. A name of an
    ended unit is not taken from older documents: they are read as of their own day."""
    last = on - timedelta(days=1)
    unit.names.filter(valid_to__isnull=True).update(valid_to=last)
    unit.valid_to = last
    unit.save(update_fields=["valid_to"])
