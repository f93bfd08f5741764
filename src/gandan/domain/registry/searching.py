"""Find documents by what a person remembers of them. Part of `queries`, which exports it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from gandan.domain.directory.queries import fold_plain
from gandan.domain.registry.identity import number_key
from gandan.domain.registry.models import Document, Fact, FactKind, FactStatus, Reference


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
    duties = Fact.objects.filter(document=OuterRef("pk"), kind=FactKind.DUTY)
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


def kinds(visible: QuerySet[Document]) -> list[str]:
    """The kinds of document that occur, for a filter."""
    held = visible.filter(file__isnull=False).exclude(kind="")
    return sorted(set(held.values_list("kind", flat=True)))


def documents_numbered(visible: QuerySet[Document], number: str) -> QuerySet[Document]:
    """Those that carry this number, however its dashes and blanks are written: maybe several."""
    return visible.filter(number_key=number_key(number)).select_related("issuer")
