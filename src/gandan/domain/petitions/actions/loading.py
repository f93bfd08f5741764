"""Store rows of a file, a chunk at a time: chunk, cursor and event in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.petitions.access import must
from gandan.domain.petitions.codes import new_codes
from gandan.domain.petitions.deadlines import answer_due, term_of_source
from gandan.domain.petitions.models import Load, Petition
from gandan.kernel.events import record

#: What a file may say of a petition, each under any of these names; the second is the one that is shown.
COLUMNS = {
    "text": ("text", "nội dung", "kiến nghị", "nội dung kiến nghị"),
    "place": ("place", "nơi", "địa bàn", "mã xã", "địa phương"),
    "field": ("field", "lĩnh vực"),
    "date": ("date", "ngày", "ngày nêu"),
    "source": ("source", "nguồn"),
    "session": ("session", "kỳ họp", "đợt"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file that may be stored. `said_on` None: the file gives no day."""

    text: str
    place_code: str
    place_text: str
    field: str
    said_on: date | None
    source: str
    source_reference: str
    session: str

    @property
    def key(self) -> str:
        """What tells this row from another: its content."""
        said = [
            self.text, self.place_code, self.place_text, self.field,
            str(self.said_on or ""), self.source, self.source_reference, self.session,
        ]  # fmt: skip
        return hashlib.sha256("\x1f".join(said).encode()).hexdigest()


def must_load(unit: Unit | None, *, actor: Account, at: datetime) -> None:
    """Whether somebody may load a file that this unit is to have received."""
    on = timezone.localdate(at)
    must(actor, "load", None, on=on)
    must(actor, "receive", Petition(unit=unit), on=on)


def known_among(rows: Sequence[Row]) -> set[str]:
    """The keys of those that are stored already."""
    stored = Petition.objects.filter(content_key__in={row.key for row in rows})
    return {key for key in stored.values_list("content_key", flat=True) if key}


def load_of(sha256: str, *, unit: Unit | None, actor: Account, at: datetime) -> Load:
    """How far this file is; begun if it was never seen."""
    must_load(unit, actor=actor, at=at)
    return Load.objects.get_or_create(sha256=sha256, defaults={"at": at, "by": actor})[0]


@transaction.atomic
def store_chunk(
    load: Load,
    rows: Sequence[Row],
    *,
    read: int,
    refused: int,
    is_last: bool,
    unit: Unit | None,
    actor: Account,
    at: datetime,
) -> Load:
    """Store the rows that are not known yet and move the cursor by `read` rows of the file."""
    must_load(unit, actor=actor, at=at)
    now = Load.objects.select_for_update().get(pk=load.pk)
    if now.next_row != load.next_row:
        return now  # another process stored this chunk meanwhile
    by_key = {row.key: row for row in rows}
    known = known_among(rows)
    new = [(key, row) for key, row in by_key.items() if key not in known]
    made = Petition.objects.bulk_create(_petitions(new, unit, actor, at))
    now.next_row += read
    now.stored += len(new)
    now.known += len(rows) - len(new)
    now.refused += refused
    now.is_finished = is_last
    now.save()
    if new or is_last:
        record(
            "petition.load", now, actor=actor, at=at, unit_id=unit.pk if unit else None,
            data={
                "rows_until": now.next_row, "stored": len(made),
                "first": min((one.pk for one in made), default=0),
                "last": max((one.pk for one in made), default=-1),
            },
        )  # fmt: skip
    return now


def _petitions(
    new: Sequence[tuple[str, Row]], unit: Unit | None, actor: Account, at: datetime
) -> list[Petition]:
    made = []
    today = timezone.localdate(at)
    for code, (key, row) in zip(new_codes(len(new)), new, strict=True):
        said_on = row.said_on or today
        due_on, basis = answer_due(row.source, said_on, unit)
        made.append(
            Petition(
                code=code, text=row.text, place_code=row.place_code, place_text=row.place_text,
                field=row.field, source=row.source, source_reference=row.source_reference,
                session=row.session, said_on=said_on, unit=unit, holder=unit, due_on=due_on,
                term_basis=basis, term=term_of_source(row.source) if due_on else "",
                counted_from=said_on, content_key=key, received_at=at, received_by=actor,
            )
        )  # fmt: skip
    return made
