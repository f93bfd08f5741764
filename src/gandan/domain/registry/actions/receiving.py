"""Receive a file: keep its bytes, its text, the documents in it and what was read in them.

First the bytes are on the disk, then one transaction writes all rows. Killed at any point, the
file is either wholly there or not at all, and sending it again changes nothing or completes it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

import vanban
from gandan.domain.directory.queries import Account, Unit, home_unit
from gandan.domain.registry import blobs
from gandan.domain.registry.access import must
from gandan.domain.registry.actions.citing import cite, take_stub
from gandan.domain.registry.actions.identifying import identify
from gandan.domain.registry.extraction import READER, Found, facts_of, header_of, layout_of
from gandan.domain.registry.models import Document, Fact, FactKind, File, PagePicture, Reading
from gandan.kernel.events import record
from vanban import model
from vanban.checking import checked
from vanban.input import Rejected, open_all


@dataclass(frozen=True, slots=True)
class Received:
    """`is_new` is False when the same bytes were here before: then nothing was changed."""

    file: File
    documents: tuple[Document, ...]
    is_new: bool


def receive(data: bytes, name: str, *, actor: Account, at: datetime) -> Received:
    """Read and keep one file. Raises `vanban.Rejected` (nothing is kept) if it cannot be read."""
    must(actor, "receive", None, on=timezone.localdate(at))
    here = _already_here(blobs.digest(data))
    return here or receive_read(data, read_sent(data, name), actor=actor, at=at)


def read_sent(data: bytes, name: str) -> model.Reading:
    """What `receive_read` keeps. Reading takes its time: never in a transaction."""
    return checked(vanban.read(data, name), data)


def receive_all(
    data: bytes, name: str, *, actor: Account, at: datetime
) -> list[tuple[str, Received | Rejected]]:
    """`receive` for what may be a zip of several files: each with its name and what became of it.
    One bad file does not keep the others out. Raises `Rejected` if the zip itself is bad."""
    must(actor, "receive", None, on=timezone.localdate(at))
    outcomes: list[tuple[str, Received | Rejected]] = []
    for member, content in open_all(data, name):
        try:
            outcomes.append((member, receive(content, member, actor=actor, at=at)))
        except Rejected as error:
            outcomes.append((member, error))
    return outcomes


def receive_read(data: bytes, reading: model.Reading, *, actor: Account, at: datetime) -> Received:
    """`receive` for a file that was read, and checked, elsewhere (in a worker of an import)."""
    must(actor, "receive", None, on=timezone.localdate(at))
    sha256 = blobs.store(data)
    try:
        with transaction.atomic():
            return _already_here(sha256) or _keep(data, sha256, reading, actor, at)
    except IntegrityError:  # on PostgreSQL another may have received the same bytes meanwhile
        here = _already_here(sha256)
        if here is None:
            raise
        return here


def _already_here(sha256: str) -> Received | None:
    """A file that was only kept, as evidence, has no documents: it is read when it is sent in."""
    file = File.objects.filter(sha256=sha256, documents__isnull=False).first()
    return Received(file, tuple(file.documents.order_by("ordinal")), False) if file else None


def _keep(
    data: bytes, sha256: str, reading: model.Reading, actor: Account, at: datetime
) -> Received:
    file, _ = File.objects.update_or_create(
        sha256=sha256,
        defaults={
            "name": reading.source[-255:],
            "media": reading.media,
            "size": len(data),
            "text": reading.text,
            "pages": [[page.span.start, page.span.end] for page in reading.pages],
            "received_at": at,
            "received_by": actor,
        },
    )
    keep_pictures(file, reading)
    unit = home_unit(actor, timezone.localdate(at))
    documents = [
        keep_document(file, ordinal, read, reading.text, unit, at)
        for ordinal, read in enumerate(reading.documents)
    ]
    record(
        "file.receive", file, actor=actor, at=at, unit_id=unit.pk if unit else None,
        data={"sha256": sha256, "documents": [document.pk for document in documents]},
    )  # fmt: skip
    return Received(file, tuple(documents), True)


def keep_pictures(file: File, reading: model.Reading) -> None:
    """Where on which page each recognised word stands, so that a person can compare."""
    words: dict[int, list[list[float]]] = defaultdict(list)
    for word in reading.words:
        place = (round(edge, 1) for edge in word.box)
        words[word.page].append([word.span.start, word.span.end, *place, word.confidence])
    PagePicture.objects.filter(file=file).delete()
    PagePicture.objects.bulk_create(
        PagePicture(
            file=file, number=page.number, width=page.width, height=page.height,
            words=words[page.number],
        )
        for page in reading.pages
        if page.width and page.height
    )  # fmt: skip


def keep_document(
    file: File, ordinal: int, read: model.Document, text: str, unit: Unit | None, at: datetime
) -> Document:
    """One document of a file, into the stub that stood for it if there was one, with its facts."""
    document = take_stub(read.header) or Document(created_at=at)
    document.file, document.ordinal, document.unit = file, ordinal, unit
    document.start, document.end = read.span.start, read.span.end
    identify(document, header_of(read.header))
    row = Reading.objects.create(
        document=document,
        reader=READER,
        read_at=at,
        header=header_of(read.header),
        layout=layout_of(read),
    )
    facts = Fact.objects.bulk_create(
        fact_row(found, document, row, text) for found in facts_of(read)
    )
    cite(document, [fact for fact in facts if fact.kind == FactKind.REFERENCE], at)
    return document


def fact_row(found: Found, document: Document, reading: Reading, text: str) -> Fact:
    return Fact(
        reading=reading,
        document=document,
        kind=found.kind,
        ordinal=found.ordinal,
        start=found.span.start,
        end=found.span.end,
        quote=found.span.of(text),
        rule=found.rule[:120],
        confidence=found.confidence,
        data=found.data,
    )
