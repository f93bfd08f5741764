"""Who acts for whom, and who is away."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import must
from gandan.domain.directory.models import Account, Delegation, Leave, Person, Unit
from gandan.domain.directory.models.dated import valid_on
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused


@transaction.atomic
def delegate(
    giver: Person,
    receiver: Person,
    unit: Unit,
    *,
    citation: str,
    valid_from: date,
    valid_to: date | None,
    actor: Account,
    at: datetime,
) -> Delegation:
    """For a time `receiver` acts for `giver` in a unit, by a document. Both hold a post in it."""
    must(actor, "manage_people", unit, on=timezone.localdate(at))
    if giver == receiver:
        raise Refused("Không ai ủy quyền cho chính mình. Chưa lưu gì. Hãy chọn người khác.")
    if not citation.strip():
        raise Refused("Ủy quyền phải dẫn văn bản. Chưa lưu gì. Hãy điền số, ngày của văn bản.")
    _must_be_in_order(valid_from, valid_to)
    for person in (giver, receiver):
        if not person.posts.filter(valid_on(valid_from), unit=unit).exists():
            raise Refused(
                f"Ngày {valid_from:%d/%m/%Y} {person} không giữ chức vụ nào ở {unit}. Chưa lưu gì."
            )
    made = Delegation.objects.create(
        giver=giver,
        receiver=receiver,
        unit=unit,
        citation=citation.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    record("delegation.give", made, actor=actor, at=at, unit_id=unit.pk)
    return made


@transaction.atomic
def end_delegation(delegation: Delegation, last_day: date, *, actor: Account, at: datetime) -> None:
    """The giver acts alone again after `last_day`; one that has not begun never begins."""
    must(actor, "manage_people", delegation.unit, on=timezone.localdate(at))
    record("delegation.end", delegation, actor=actor, at=at, unit_id=delegation.unit_id)
    if delegation.valid_from is not None and last_day < delegation.valid_from:
        delegation.delete()
        return
    delegation.valid_to = last_day
    delegation.save(update_fields=["valid_to"])


@transaction.atomic
def take_leave(
    person: Person, unit: Unit, first: date, last: date, *, actor: Account, at: datetime
) -> Leave:
    """Somebody of a unit is away from `first` to `last`; why is not asked."""
    must(actor, "manage_people", unit, on=timezone.localdate(at))
    _must_be_in_order(first, last)
    if not person.posts.filter(unit=unit).exists():
        raise Refused(f"{person} không giữ chức vụ nào ở {unit}. Chưa lưu gì.")
    leave, is_new = Leave.objects.get_or_create(person=person, valid_from=first, valid_to=last)
    if is_new:
        record("leave.take", leave, actor=actor, at=at, unit_id=unit.pk)
    return leave


@transaction.atomic
def end_leave(leave: Leave, unit: Unit, last_day: date, *, actor: Account, at: datetime) -> None:
    """Somebody is back after `last_day`; a leave that had not begun by then is not taken at all."""
    must(actor, "manage_people", unit, on=timezone.localdate(at))
    now = Leave.objects.filter(pk=leave.pk).first()
    if now is None or (now.valid_to is not None and now.valid_to < last_day):
        raise Refused("Kỳ nghỉ này đã hết. Chưa có gì thay đổi. Hãy tải lại trang.")
    record("leave.end", now, actor=actor, at=at, unit_id=unit.pk)
    if now.valid_from is not None and now.valid_from > last_day:
        now.delete()
        return
    now.valid_to = last_day
    now.save(update_fields=["valid_to"])


def _must_be_in_order(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise Refused("Ngày cuối đứng trước ngày đầu. Chưa lưu gì. Hãy sửa ngày.")
