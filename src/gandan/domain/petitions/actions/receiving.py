"""Take a petition in, as it was said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.meetings.queries import Meeting
from gandan.domain.petitions.access import must
from gandan.domain.petitions.actions.hold import remember
from gandan.domain.petitions.codes import key_of_sending, new_codes
from gandan.domain.petitions.deadlines import answer_due, term_of_source
from gandan.domain.petitions.denunciation import AT_THE_DESK, HOW_TO_FILE, refuse_denunciation
from gandan.domain.petitions.fields import fields
from gandan.domain.petitions.models import AskedLevel, Petition, PetitionerIdentity, SourceKind
from gandan.domain.registry.queries import Document, Fact
from gandan.kernel.events import one_writer_at_a_time
from gandan.kernel.refusal import Refused

LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a petition comes from: kind (`SourceKind`), its number or name, session; the document and
    the fact read in it, or the meeting."""

    kind: str
    reference: str = ""
    session: str = ""
    document: Document | None = None
    fact: Fact | None = None
    meeting: Meeting | None = None


@transaction.atomic
def receive(
    text: str,
    origin: Origin,
    *,
    said_on: date,
    unit: Unit | None,
    actor: Account,
    at: datetime,
    place_code: str = "",
    place_text: str = "",
    field: str = "",
    level: str = "",
    asked: Sequence[Unit] = (),
    petitioner: Mapping[str, str] | None = None,
    no_denunciation: bool = False,
    key: str = "",
) -> Petition:
    """Keep a request. `petitioner` (name, address, phone) goes to its own table.

    A text that looks like a denunciation is refused; a person at the desk may say that it is none
    (`no_denunciation`), the portal may not. With the same `key` again the row that is there comes
    back, unchanged: its `received_at` is not `at`.
    """
    said = clean(text)
    if origin.kind not in SourceKind.values:
        raise Refused(f"Không có nguồn “{origin.kind}”. Chưa lưu gì.")
    if origin.kind == SourceKind.PORTAL:
        refuse_denunciation(said, HOW_TO_FILE)
    elif not no_denunciation:
        refuse_denunciation(said, AT_THE_DESK)
    check_field_and_level(field, level)
    if said_on > timezone.localdate(at):
        raise Refused("Ngày nêu kiến nghị ở sau hôm nay. Chưa lưu gì. Hãy xem lại ngày.")
    sent = key_of_sending(key) if key else None
    if sent:
        one_writer_at_a_time()  # so that two copies, sent at once, do not both find nothing
        there = Petition.objects.filter(content_key=sent).first()
        if there is not None:
            must(actor, "receive", there, on=timezone.localdate(at))
            return there
    due_on, basis = answer_due(origin.kind, timezone.localdate(at), unit)
    petition = Petition(
        code=new_codes(1)[0], text=said, place_code=place_code.strip(), place_text=place_text.strip(),
        field=field, field_by_person=bool(field), level=level, source=origin.kind,
        source_reference=origin.reference[:200], session=origin.session[:120],
        document=origin.document, fact=origin.fact, meeting=origin.meeting,
        content_key=sent, said_on=said_on, unit=unit, holder=unit, due_on=due_on,
        term_basis=basis, term=term_of_source(origin.kind) if due_on else "",
        counted_from=timezone.localdate(at), received_at=at, received_by=actor,
    )  # fmt: skip
    must(actor, "receive", petition, on=timezone.localdate(at))
    petition.save()
    petition.asked.set(asked)
    if petitioner and any(value.strip() for value in petitioner.values()):
        PetitionerIdentity.objects.create(
            petition=petition, **{key: value.strip() for key, value in petitioner.items()}
        )
    remember("receive", petition, actor, at, {"source": origin.kind})
    return petition


def clean(text: str) -> str:
    """The text without characters that no database keeps; raises Refused if nothing is left."""
    said = "".join(mark for mark in text if mark in "\n\t" or mark.isprintable()).strip()
    if not said:
        raise Refused("Kiến nghị chưa có nội dung. Chưa lưu gì. Hãy ghi điều người dân nêu.")
    if len(said) > LONGEST:
        raise Refused(
            "Nội dung dài quá 20.000 chữ cái. Chưa lưu gì. Hãy tách thành từng kiến nghị."
        )
    return said


def check_field_and_level(field: str, level: str) -> None:
    if field and field not in fields():
        raise Refused(f"Không có lĩnh vực “{field}”. Chưa lưu gì. Hãy chọn trong danh mục.")
    if level and level not in AskedLevel.values:
        raise Refused(f"Không có cấp thẩm quyền “{level}”. Chưa lưu gì.")
