"""What the register knows of cited documents: which of them a later one replaced or repealed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from gandan.domain.registry.identity import Identity, identity, known_of
from gandan.domain.registry.models import Document, FactStatus, Reference
from vanban import model

# The relations by which a document ends another; one that only amends leaves it in force.
_ENDING = ("thay thế", "bãi bỏ")


class Register:
    """Answers for the references of one document, all looked up at once.

    `on` is the day on which that document speaks: a document that was ended later was in force
    then. `own` is its number, so that a decision which repeals another may name it.
    """

    def __init__(
        self,
        visible: QuerySet[Document],
        references: Iterable[model.Reference],
        *,
        on: date,
        own: str | None = None,
    ) -> None:
        self._ended: list[tuple[Identity, Reference]] = []
        keys = {identity_of(one).number for one in references} - {""}
        if not keys:
            return
        endings = (
            Reference.objects.filter(
                target__in=visible,
                target__number_key__in=keys,
                source__in=visible,
                source__issued_on__lt=on,
                fact__data__relation__in=_ENDING,
            )
            .exclude(fact__status=FactStatus.REJECTED)
            .exclude(source__number_key=identity(own, None, None, ()).number or "-")
            .select_related("source", "target", "fact")
            .defer("source__search", "target__search")
            .order_by("source__issued_on")
        )
        self._ended = [(known_of(edge.target), edge) for edge in endings]

    def __call__(self, reference: model.Reference) -> str | None:
        """One Vietnamese sentence if the cited document was ended, else None."""
        asked = identity_of(reference)
        for known, edge in self._ended:
            if asked.number and asked.is_same(known):
                by = f"{edge.source} ngày {edge.source.issued_on:%d/%m/%Y}"
                return f"{reference.number} đã bị {edge.fact.data['relation']} bởi {by}"
        return None


def identity_of(reference: model.Reference) -> Identity:
    return identity(
        reference.number,
        reference.kind,
        reference.date,
        (reference.issuer,) if reference.issuer else (),
    )
