"""Make petitions of what is written elsewhere, each once: a fact read in a document, an opinion of a
meeting, a line of the register of a reception."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit, home_unit, match_all
from gandan.domain.meetings.queries import Meeting, Opinion
from gandan.domain.petitions.actions.hold import held, remember
from gandan.domain.petitions.actions.receiving import Origin, receive
from gandan.domain.petitions.codes import key_of_sending
from gandan.domain.petitions.fields import field_named
from gandan.domain.petitions.models import AskedLevel, Petition, SourceKind, State
from gandan.domain.registry import actions as registry
from gandan.domain.registry.queries import Fact, FactKind, FactStatus
from gandan.kernel.events import deed
from gandan.kernel.refusal import Refused

SOURCE_OF = {"reception": SourceKind.RECEPTION, "dialogue": SourceKind.DIALOGUE}
_CONTACT = ("voters", "election")


@deed("fact.accept", "petition.receive")
def accept_petition(fact: Fact, *, actor: Account, at: datetime) -> Petition:
    """Keep a petition that was read in a document, with the document and its words; accept the fact."""
    if fact.kind != FactKind.PETITION:
        raise Refused("Điều này không phải kiến nghị. Chưa có gì thay đổi.")
    if fact.status not in {FactStatus.ACCEPTED, FactStatus.CORRECTED}:
        registry.accept(fact, actor=actor, at=at)
    said: dict[str, Any] = fact.value
    document, today = fact.document, timezone.localdate(at)
    issued = document.issued_on or today
    names = list(said.get("asked_of") or ())
    known = match_all(names, issued, document.issuer) if names else {}
    field = field_named(said.get("field") or "")
    return receive(
        said.get("text") or fact.quote,
        Origin(SourceKind.DOCUMENT, str(document), document=document, fact=fact),
        said_on=min(issued, today),
        unit=home_unit(actor, today),
        place_text=(said.get("place") or "")[:200],
        field=field.code if field else "",
        level=AskedLevel.CENTRAL if said.get("addressee_level") == "trung ương" else "",
        asked=[unit for name in names if (unit := known[name].unit) is not None],
        key=f"fact:{fact.pk}",
        actor=actor,
        at=at,
    )


@deed("fact.undo")
def undo_petition(fact: Fact, *, actor: Account, at: datetime) -> None:
    """Take back the acceptance as long as nobody has worked on the petition: it stays, ended and cut
    from the fact, so that nothing is lost."""
    made = Petition.objects.filter(content_key=key_of_sending(f"fact:{fact.pk}")).first()
    if made is not None:
        now = held(made)
        if now.sequence > 1:
            raise Refused(
                "Kiến nghị từ chỗ này đã có người xử lý nên không hoàn lại được. Chưa có gì thay "
                "đổi. Hãy kết thúc kiến nghị và ghi lý do."
            )
        now.content_key = now.fact = None
        now.state, now.state_reason = State.CLOSED, "Hoàn lại việc duyệt"
        remember("retract", now, actor, at, {"fact": fact.pk})
    registry.undo(fact, actor=actor, at=at)


@transaction.atomic
def take_opinion(
    opinion: Opinion,
    *,
    field: str = "",
    level: str = "",
    asked: Sequence[Unit] = (),
    no_denunciation: bool = False,
    actor: Account,
    at: datetime,
) -> Petition:
    """A petition of an opinion of a record sheet; the same opinion again is the same petition."""
    meeting = opinion.meeting
    return receive(
        opinion.text,
        Origin(
            source_of(meeting), str(meeting), meeting=meeting,
            session=meeting.campaign.name if meeting.campaign else "",
        ),
        said_on=meeting.held_on,
        unit=meeting.unit,
        place_code=meeting.place_code,
        place_text=meeting.place,
        field=field,
        level=level,
        asked=asked,
        no_denunciation=no_denunciation,
        key=f"opinion:{opinion.pk}",
        actor=actor,
        at=at,
    )  # fmt: skip


def source_of(meeting: Meeting) -> str:
    """Meetings with voters are one source, receptions another; what is neither is a conference."""
    if meeting.kind.startswith(_CONTACT):
        return SourceKind.MEETING
    return SOURCE_OF.get(meeting.kind, SourceKind.DIALOGUE)
