"""Questions about documents. Ask `access.visible_documents` first: queries take what is visible."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from gandan.domain.registry.blobs import digest, load
from gandan.domain.registry.extraction import READER
from gandan.domain.registry.models import (
    Document,
    Fact,
    FactKind,
    FactStatus,
    File,
    PagePicture,
    Reading,
    Reference,
    Secrecy,
    Verdict,
)
from gandan.domain.registry.searching import (
    documents_cited,
    documents_numbered,
    files_of,
    find_documents,
    is_read_by_older,
    kinds,
    newest_to_review,
    read_by_older,
    reviewed,
    with_counts,
)
from gandan.kernel.events import Event, about

__all__ = [
    "DOUBTFUL",
    "READER",
    "Document",
    "Fact",
    "FactKind",
    "FactStatus",
    "File",
    "PagePicture",
    "Progress",
    "Reading",
    "Reference",
    "Secrecy",
    "Verdict",
    "bytes_of",
    "cited_by",
    "cites",
    "digest",
    "document_page",
    "documents_cited",
    "documents_numbered",
    "documents_of",
    "fact_for_review",
    "facts_of",
    "file_with",
    "files_of",
    "find_documents",
    "history_of",
    "is_read_by_older",
    "issuers",
    "kinds",
    "latest_reading",
    "newest_to_review",
    "next_to_review",
    "pages_of",
    "pictures_of",
    "read_by_older",
    "review_progress",
    "reviewed",
    "verdicts_of",
    "with_counts",
    "years",
]


DOUBTFUL = 60
"""Below this confidence of Tesseract (0–100) a recognised word is marked for a person to compare."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review of a document's duties is: "38/43 nhiệm vụ đã duyệt". `right`: how many
    of all are expected to need no correction."""

    reviewed: int
    total: int
    right: int


def document_page(visible: QuerySet[Document], key: int) -> Document | None:
    """One document with its file (and text), or None if it is not there or not visible."""
    return visible.select_related("file", "issuer", "unit").filter(pk=key).first()


def documents_of(file: File) -> QuerySet[Document]:
    """The documents that one file holds, in its order."""
    return file.documents.order_by("ordinal")


def file_with(sha256: str) -> File | None:
    return File.objects.filter(sha256=sha256).first()


def bytes_of(file: File) -> bytes:
    """The bytes as they came in; raises ValueError if the disk changed them."""
    return load(file.sha256)


def pages_of(document: Document, file: File) -> list[int]:
    """The numbers of the pages of its file on which a document stands."""
    return [
        number
        for number, (start, end) in enumerate(file.pages, 1)
        if start < document.end and document.start < end
    ]


def pictures_of(file: File) -> QuerySet[PagePicture]:
    """The pages of a file that came as pictures, with their recognised words."""
    return file.pictures.order_by("number")


def latest_reading(document: Document) -> Reading | None:
    return document.readings.order_by("-id").first()


def facts_of(document: Document, kind: str | None = None) -> QuerySet[Fact]:
    """The facts of the latest reading in the order of the text, with the verdicts in force and,
    for a reference, the document it means; a constant number of queries."""
    newest = document.readings.order_by("-id").values("pk")[:1]
    facts = Fact.objects.filter(reading__in=newest).select_related(
        "verdict__actor__person", "reference__target"
    )
    return facts.filter(kind=kind) if kind else facts


def fact_for_review(visible: QuerySet[Document], key: int) -> Fact | None:
    """One fact of a visible document, with what is needed to show and change it."""
    facts = Fact.objects.filter(pk=key, document__in=visible)
    return facts.select_related("document__file", "verdict__actor__person").first()


def next_to_review(document: Document) -> QuerySet[Fact]:
    """The duties nobody said anything of, the least certain first."""
    unread = facts_of(document, FactKind.DUTY).filter(status=FactStatus.MACHINE_READ)
    return unread.order_by("confidence", "start")


def review_progress(document: Document) -> Progress:
    """What nobody looked at is right with the confidence that the reader has in it."""
    unread, accepted = Q(status=FactStatus.MACHINE_READ), Q(status=FactStatus.ACCEPTED)
    counted = facts_of(document, FactKind.DUTY).aggregate(
        total=Count("pk"),
        unread=Count("pk", filter=unread),
        accepted=Count("pk", filter=accepted),
        hoped=Sum("confidence", filter=unread, default=0.0),
    )
    return Progress(
        counted["total"] - counted["unread"],
        counted["total"],
        counted["accepted"] + round(counted["hoped"]),
    )


def verdicts_of(fact: Fact) -> QuerySet[Verdict]:
    """Everything people said of a fact, oldest first."""
    return fact.verdicts.select_related("actor__person")


def history_of(document: Document) -> QuerySet[Event]:
    """Who did what when to a document, its file and its facts, oldest first."""
    own = about("registry.document", [document.pk])
    facts = about("registry.fact", document.facts.values("pk"))
    file = about("registry.file", [document.file_id or 0])
    return Event.objects.filter(own | facts | file).select_related("actor__person")


def cites(document: Document, visible: QuerySet[Document]) -> QuerySet[Reference]:
    """What a document cites, in the order of its text; only targets that may be seen."""
    return document.cites.filter(target__in=visible).select_related("target", "fact")


def cited_by(document: Document, visible: QuerySet[Document]) -> QuerySet[Reference]:
    """The mentions of a document in others that may be seen."""
    return (
        document.cited_by.filter(source__in=visible)
        .select_related("source", "fact")
        .order_by("-source__issued_on", "source", "fact__start")
    )


def issuers(visible: QuerySet[Document]) -> list[tuple[int, str]]:
    """The units that issued a held document, by name, for a filter: (key, name)."""
    held = visible.filter(file__isnull=False, issuer__isnull=False)
    return sorted(set(held.values_list("issuer", "issuer__name")), key=lambda row: row[1])


def years(visible: QuerySet[Document]) -> list[int]:
    """The years in which held documents were issued, the latest first, for a filter."""
    held = visible.filter(file__isnull=False, issued_on__isnull=False)
    return [day.year for day in held.dates("issued_on", "year", order="DESC")]
