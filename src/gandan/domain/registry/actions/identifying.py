"""Write into a document's row what its header says; part of a verb, which checks and remembers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from gandan.domain.directory.queries import Unit, fold_plain, match, unit_identified
from gandan.domain.registry.identity import identity
from gandan.domain.registry.models import Document


def identify(document: Document, header: Mapping[str, Any]) -> None:
    """Set number, kind, date, issuer and subject from a header (the keys of `vanban`'s Header)."""
    issued = header.get("issued_on")
    issuers = tuple(header.get("issuers") or ())
    document.kind = (header.get("kind") or "")[:80]
    document.number = (header.get("number") or "")[:80]
    document.issued_on = date.fromisoformat(issued) if issued else None
    document.issuer_text = "; ".join(issuers)[:400]
    document.subject = header.get("subject") or ""
    document.issuer = _issuer(document, issuers, header.get("issuer_identifier") or "")
    write_keys(document, issuers)
    document.save()


def write_keys(document: Document, issuers: tuple[str, ...]) -> None:
    """The columns by which a document is compared and searched."""
    known = identity(document.number, document.kind, document.issued_on, issuers)
    document.number_key = known.number[:80]
    document.issuer_key = "|".join(known.issuers)[:400]
    document.search = fold_plain(
        " ".join([document.number, document.kind, document.issuer_text, document.subject])
    )


def _issuer(document: Document, issuers: tuple[str, ...], identifier: str) -> Unit | None:
    """The unit that had the sender's electronic identifier on the day of the document; else the one
    that the first issuer's name means for certain, seen from the unit that received it."""
    if document.issued_on is None:
        return None
    sender = unit_identified(identifier, document.issued_on) if identifier else None
    if sender is not None or not issuers:
        return sender
    return match(issuers[0], document.issued_on, document.unit).unit
