"""Write a line into the register of a reception (Sổ tiếp công dân), and make a petition of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.meetings.access import must as must_at_meeting
from gandan.domain.meetings.queries import Reception
from gandan.domain.petitions.actions.receiving import Origin, clean, receive
from gandan.domain.petitions.denunciation import HOW_TO_FILE, denounces
from gandan.domain.petitions.models import Petition, SourceKind, Visit, Visitor
from gandan.kernel.events import one_writer_at_a_time, record
from gandan.kernel.refusal import Refused


@dataclass(frozen=True, slots=True)
class Line:
    """The columns of the register that are no personal data."""

    kind: str
    content: str = ""
    people: int = 1
    handled_before: str = ""
    is_ours: bool | None = None
    guidance: str = ""
    taken_by: str = ""
    result: str = ""
    envelope: str = ""


@transaction.atomic
def enter_visit(
    reception: Reception,
    line: Line,
    *,
    key: str,
    visitor: Mapping[str, str] | None = None,
    no_denunciation: bool = False,
    actor: Account,
    at: datetime,
) -> Visit:
    """One line, once for a `key`. Of a denunciation neither content nor who came is kept."""
    must_at_meeting(actor, "record", reception, on=timezone.localdate(at))
    if line.kind not in Visit.Kind.values:
        raise Refused(f"Không có loại “{line.kind}”. Chưa lưu gì.")
    if reception.cancelled_reason or reception.on > timezone.localdate(at):
        raise Refused("Buổi tiếp công dân chưa đến ngày hoặc đã hủy. Chưa lưu gì.")
    if not 1 <= line.people <= 100_000:
        raise Refused("Số người phải từ 1. Chưa lưu gì.")
    denouncing = line.kind == Visit.Kind.DENUNCIATION
    if not denouncing and not no_denunciation and denounces(line.content):
        raise Refused(
            f"{HOW_TO_FILE} Hãy chọn phân loại “tố cáo” và chỉ ghi số phong bì. "
            "Nếu không phải tố cáo, hãy đánh dấu “Đây không phải tố cáo” rồi ghi lại."
        )
    one_writer_at_a_time()
    there = Visit.objects.filter(key=key).first()
    if there is not None:
        return there
    said = asdict(line) | {"content": "" if denouncing else clean(line.content)}
    last = Visit.objects.filter(reception=reception).aggregate(last=Max("number"))["last"]
    made = Visit.objects.create(
        reception=reception, number=(last or 0) + 1, key=key, at=at, by=actor, **said
    )
    told = {name: value.strip() for name, value in (visitor or {}).items()}
    if any(told.values()) and not denouncing:
        Visitor.objects.create(visit=made, **told)
    record(
        "visit.enter", made, actor=actor, at=at, unit_id=reception.unit_id,
        data={"kind": made.kind, "number": made.number},
    )  # fmt: skip
    return made


@transaction.atomic
def settle_visit(
    visit: Visit, *, result: str, taken_by: str = "", actor: Account, at: datetime
) -> Visit:
    """What became of it: who took it up, and with which result."""
    now = _held(visit, actor, at)
    now.result, now.taken_by = result.strip()[:400], taken_by.strip()[:300]
    now.save()
    record("visit.settle", now, actor=actor, at=at, unit_id=now.reception.unit_id)
    return now


@transaction.atomic
def petition_of_visit(visit: Visit, *, actor: Account, at: datetime) -> Petition:
    """The line becomes a petition, once; who came goes along, apart as before."""
    now = _held(visit, actor, at)
    if now.kind == Visit.Kind.DENUNCIATION:
        raise Refused(HOW_TO_FILE)
    if now.kind == Visit.Kind.COMPLAINT:
        raise Refused(
            "Khiếu nại có trình tự riêng (Luật Khiếu nại), không đưa vào kiến nghị. Chưa lưu gì."
        )
    who = Visitor.objects.filter(visit=now).first()
    made = receive(
        now.content,
        Origin(SourceKind.RECEPTION, f"{now.reception}, số {now.number}"),
        said_on=now.reception.on,
        unit=now.reception.unit,
        petitioner={"name": who.name, "address": who.address} if who else None,
        no_denunciation=True,  # a person said so when the line was written
        key=f"visit:{now.pk}",
        actor=actor,
        at=at,
    )
    if now.petition_id is None:
        now.petition = made
        now.save(update_fields=["petition"])
    return made


@transaction.atomic
def open_visitor(visit: Visit, reason: str, *, actor: Account, at: datetime) -> Visitor | None:
    """Who came, for somebody who keeps the register; every opening leaves an event."""
    now = _held(visit, actor, at)
    if not reason.strip():
        raise Refused("Phải ghi lý do xem người đến. Chưa mở gì.")
    record("visit.identify", now, actor=actor, at=at, unit_id=now.reception.unit_id)
    return Visitor.objects.filter(visit=now).first()


def _held(visit: Visit, actor: Account, at: datetime) -> Visit:
    rows = Visit.objects.select_for_update(of=("self",)).select_related("reception__unit")
    now = rows.get(pk=visit.pk)
    must_at_meeting(actor, "record", now.reception, on=timezone.localdate(at))
    return now
