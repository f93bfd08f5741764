"""Read a held file again with the reader of today.

What says the same keeps its row, and with it what people said and made of it. What is new waits for
a person; what is read no more is superseded, never deleted; what a person accepted, corrected or
rejected stays as they said, with what is read now beside it (`Fact.newer`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, home_unit
from gandan.domain.registry.access import must
from gandan.domain.registry.actions.citing import cite
from gandan.domain.registry.actions.identifying import identify
from gandan.domain.registry.actions.receiving import fact_row, keep_document, keep_pictures
from gandan.domain.registry.extraction import READER, Found, header_of, layout_of
from gandan.domain.registry.models import (
    Document,
    Fact,
    FactKind,
    FactStatus,
    File,
    Reading,
    Reference,
)
from gandan.domain.registry.moving import Moved
from gandan.domain.registry.rereading import (
    Again,
    Difference,
    compared,
    is_place,
    read_today,
    tally,
)
from gandan.domain.registry.searching import read_by_older
from gandan.kernel.events import record
from vanban import model


@dataclass(frozen=True, slots=True)
class Reread:
    """`is_new` is False when the reader of today had read the file before: nothing was changed."""

    file: File
    is_new: bool
    counts: Counter[str] = field(default_factory=Counter)


def reread(file: File, *, actor: Account, at: datetime) -> Reread:
    """Read the stored bytes again. Raises `vanban.Rejected` (nothing is changed) if they cannot be."""
    _may(file, actor, at)
    if _is_current(file):
        return Reread(file, False)
    return reread_read(file, read_today(file), actor=actor, at=at)


@transaction.atomic
def reread_read(file: File, reading: model.Reading, *, actor: Account, at: datetime) -> Reread:
    """`reread` for a file that was read, and checked, elsewhere (in a worker)."""
    if reading.sha256 != file.sha256:
        raise ValueError(f"a reading of {reading.sha256} is none of file {file.sha256}")
    file = File.objects.select_for_update().get(pk=file.pk)  # two who ask at once take turns
    _may(file, actor, at)
    if _is_current(file):
        return Reread(file, False)
    moved, again = Moved(file.text, reading.text), compared(file, reading)
    file.text = reading.text
    file.pages = [[page.span.start, page.span.end] for page in reading.pages]
    file.save(update_fields=["text", "pages"])
    keep_pictures(file, reading)
    unit = home_unit(actor, timezone.localdate(at))
    _make_room(again)
    for ordinal, one in enumerate(again):
        if one.document is not None:
            _renew(one.document, ordinal, one, reading.text, moved, at)
        elif one.read is not None:
            keep_document(file, ordinal, one.read, reading.text, unit, at)
    counts = tally(again)
    record(
        "file.reread", file, actor=actor, at=at, unit_id=unit.pk if unit else None,
        data={"reader": READER, **{what: n for what, n in sorted(counts.items()) if n}},
    )  # fmt: skip
    return Reread(file, True, counts)


def _may(file: File, actor: Account, at: datetime) -> None:
    """Whoever reviews every document of the file: the new reading lays all of them anew."""
    for document in file.documents.all():
        must(actor, "review", document, on=timezone.localdate(at))


def _is_current(file: File) -> bool:
    return not read_by_older(file.documents.all()).exists()


def _make_room(again: Iterable[Again]) -> None:
    """No two documents of a file have one place, not even while places are exchanged."""
    held = [one.document for one in again if one.document is not None]
    for place, document in enumerate(held):
        document.ordinal = 10_000 + place
    Document.objects.bulk_update(held, ["ordinal"])


def _renew(
    document: Document, ordinal: int, one: Again, text: str, moved: Moved, at: datetime
) -> None:
    last = document.readings.order_by("-id").first()
    document.ordinal = ordinal
    if one.read is not None:
        document.start, document.end = one.read.span.start, one.read.span.end
        header, layout = header_of(one.read.header), layout_of(one.read)
    else:  # the newer reader takes it for a part of another: it stays, as it was last read
        document.start, document.end = moved.nearest(document.start), moved.nearest(document.end)
        header = last.header if last else {}
        layout = last.layout if last and moved.is_same else []
    document.save(update_fields=["ordinal", "start", "end"])
    row = Reading.objects.create(
        document=document, reader=READER, read_at=at, header=header, layout=layout
    )
    _settle(document, row, one.differences, text, moved)
    mentions = Fact.objects.filter(reading=row, kind=FactKind.REFERENCE, reference__isnull=True)
    cite(document, list(mentions.exclude(status=FactStatus.REJECTED)), at)
    _identify_anew(document, one.differences)


def _settle(
    document: Document, row: Reading, differences: Sequence[Difference], text: str, moved: Moved
) -> None:
    """Every kept fact goes to the new reading or is superseded; every new one is written."""
    stay: list[Fact] = []
    fresh: list[Fact] = []
    gone: list[int] = []
    numbers = Counter(one.new.kind for one in differences if one.new)
    for one in differences:
        old, new = one.old, one.new
        if old is not None and one.stays:
            _move(old, new, row, moved, is_same=one.fate == "same")
            if new is None:  # read no more: its number follows those of the new reading
                old.ordinal = numbers[old.kind]
                numbers[old.kind] += 1
            stay.append(old)
            continue
        if old is not None:
            gone.append(old.pk)
        if new is not None:
            fresh.append(fact_row(new, document, row, text))
    Fact.objects.bulk_update(
        stay,
        ["reading", "ordinal", "start", "end", "rule", "confidence", "data", "newer"],
        batch_size=200,
    )
    Fact.objects.filter(pk__in=gone).update(status=FactStatus.SUPERSEDED)
    Reference.objects.filter(fact__in=gone).delete()
    Fact.objects.bulk_create(fresh)


def _move(old: Fact, new: Found | None, row: Reading, moved: Moved, *, is_same: bool) -> None:
    """A kept fact under the new reading. Its fields stay as first read; only places may change."""
    old.reading = row
    if new is not None:
        old.ordinal = new.ordinal
    if new is not None and is_same:
        old.start, old.end = new.span.start, new.span.end
        old.rule, old.confidence, old.newer = new.rule[:120], new.confidence, None
        places = {key: each for key, each in new.data.items() if is_place(key)}
        is_reworded = old.kind == FactKind.FINDING and old.verdict_id is None
        old.data = new.data if is_reworded else {**old.data, **places}
        return
    near = moved.nearest(old.start)
    old.start, old.end = moved.place(old.start, old.end) or (near, near)
    places = {key: moved.places(each) for key, each in old.data.items() if is_place(key)}
    old.data = {**old.data, **places}
    old.newer = new.data if new else {}


def _identify_anew(document: Document, differences: Iterable[Difference]) -> None:
    """The row of the document follows its header, unless a person said what the header says."""
    for one in differences:
        if one.kind == FactKind.HEADER and one.new and one.fate != "same" and not one.stays:
            identify(document, one.new.data)
