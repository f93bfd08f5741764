"""Find documents by what a person remembers of them. Part of `queries`, which exports it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from gandan.domain.directory.queries import fold_plain
from gandan.domain.registry.extraction import READER
from gandan.domain.registry.identity import number_key
from gandan.domain.registry.models import (
    Document,
    Fact,
    FactKind,
    FactStatus,
    File,
    Reading,
    Reference,
)
from gandan.kernel.calendar.wording import short

NEWEST = 200


def find_documents(
    visible: QuerySet[Document],
    *,
    words: str = "",
    kind: str = "",
    issued_from: date | None = None,
    issued_to: date | None = None,
    issuer: int | None = None,
    held: bool | None = True,
) -> QuerySet[Document]:
    """The visible documents that answer all filters, newest first.

    `words` must all occur in number, kind, issuer or subject, with or without diacritics; `held`
    is False for stubs only, None for both.
    """
    found = visible.select_related("issuer", "file").defer("file__text")
    for word in fold_plain(words).split():
        found = found.filter(search__contains=word)
    if kind:
        found = found.filter(kind__iexact=kind)
    if issued_from is not None:
        found = found.filter(issued_on__gte=issued_from)
    if issued_to is not None:
        found = found.filter(issued_on__lte=issued_to)
    if issuer is not None:
        found = found.filter(issuer=issuer)
    if held is not None:
        found = found.filter(file__isnull=not held)
    return found.order_by(F("issued_on").desc(nulls_last=True), "-id")


def with_counts(documents: QuerySet[Document]) -> QuerySet[Document]:
    """Each with `duties`, `duties_open` (nobody said anything of them) and `times_cited`."""
    read = Fact.objects.filter(document=OuterRef("pk"), kind=FactKind.DUTY)
    duties = read.exclude(status=FactStatus.SUPERSEDED)
    citing = Reference.objects.filter(target=OuterRef("pk"))
    return documents.annotate(
        duties=_counted(duties, "document"),
        duties_open=_counted(duties.filter(status=FactStatus.MACHINE_READ), "document"),
        times_cited=_counted(citing, "target", of="source"),
    )


def _counted(rows: QuerySet[Any], by: str, of: str = "pk") -> Coalesce:
    """Counted row by row: joining facts and citations would multiply them by each other."""
    counts = rows.order_by().values(by).annotate(n=Count(of, distinct=True)).values("n")
    return Coalesce(Subquery(counts), 0)


def reviewed(documents: QuerySet[Document], *, done: bool) -> QuerySet[Document]:
    """Those whose duties have all been looked at (`done`), or of which some still wait."""
    read = Fact.objects.filter(document=OuterRef("pk"), kind=FactKind.DUTY)
    duties = read.exclude(status=FactStatus.SUPERSEDED)
    waiting = duties.filter(status=FactStatus.MACHINE_READ)
    if done:
        return documents.filter(Exists(duties), ~Exists(waiting))
    return documents.filter(Exists(waiting))


def newest_to_review(held: QuerySet[Document]) -> int:
    """How many of the newest two hundred have a duty that nobody has looked at: what a clerk opens in the
    morning. All of them would be counted fact by fact."""
    waiting = Fact.objects.filter(
        document__in=list(held.order_by("-pk").values_list("pk", flat=True)[:NEWEST]),
        kind=FactKind.DUTY,
        status=FactStatus.MACHINE_READ,
    )
    return waiting.order_by().values("document").distinct().count()


def read_by_older(documents: QuerySet[Document]) -> QuerySet[Document]:
    """The held ones that another reader than that of today read last."""
    last = Reading.objects.filter(document=OuterRef("pk")).order_by("-id").values("reader")[:1]
    held = documents.filter(file__isnull=False).annotate(last_reader=Subquery(last))
    return held.exclude(last_reader=READER)


def is_read_by_older(document: Document) -> bool:
    return read_by_older(Document.objects.filter(pk=document.pk)).exists()


def files_of(documents: QuerySet[Document]) -> QuerySet[File]:
    """The files that hold these documents, oldest first, without their text."""
    held = documents.filter(file__isnull=False)
    return File.objects.filter(pk__in=held.order_by().values("file")).defer("text").order_by("pk")


def kinds(visible: QuerySet[Document]) -> list[str]:
    """The kinds of document that occur, for a filter."""
    held = visible.filter(file__isnull=False).exclude(kind="")
    return sorted(set(held.values_list("kind", flat=True)))


def documents_cited(visible: QuerySet[Document], citations: Iterable[str]) -> dict[str, Document]:
    """By citation ("Quyết định 15/QĐ-UBND ngày 3/12/2024 của …"): the visible document that carries
    its number and day, where there is one and no other. One question."""
    words = {said: [number_key(word.strip(".,;()")) for word in said.split()] for said in citations}
    keys = {key for found in words.values() for key in found if "/" in key}
    dated = visible.filter(number_key__in=keys, issued_on__isnull=False, file__isnull=False)
    rows = list(dated.defer("file__text")) if keys else []
    named = {
        said: [one for one in rows if one.number_key in found and _says_day(said, one.issued_on)]
        for said, found in words.items()
    }
    return {said: found[0] for said, found in named.items() if len(found) == 1}


def _says_day(said: str, day: date | None) -> bool:
    if day is None:
        return False
    ways = {short(day), f"{day:%d/%m/%Y}", f"{day:%d}/{day.month}/{day.year}"}
    return not ways.isdisjoint(said.split())


def documents_numbered(visible: QuerySet[Document], number: str) -> QuerySet[Document]:
    """Those that carry this number, however its dashes and blanks are written: maybe several."""
    return visible.filter(number_key=number_key(number)).select_related("issuer")
