"""What an office changed in the terms that are shipped: rows switched on, lengths of its own.

Pure: rows come in, another table goes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gandan.kernel.terms.term import CONFIDENCE, Term, Unit


@dataclass(frozen=True, slots=True)
class Switch:
    """A row that is shipped but off, used by the document that a person has read."""

    name: str
    valid_from: date | None
    document: str


@dataclass(frozen=True, slots=True)
class OwnLength:
    """The length that an office fixed for itself, for a time, by a document."""

    name: str
    length: int
    unit: Unit
    valid_from: date
    document: str
    valid_to: date | None = None


def edited_terms(
    shipped: Sequence[Term], switches: Iterable[Switch] = (), own: Iterable[OwnLength] = ()
) -> tuple[Term, ...]:
    """The table with these changes; an office's own row comes after, and so before, the law's."""
    documents = {(one.name, one.valid_from): one.document for one in switches}
    rows = [_switched(row, documents.get((row.name, row.valid_from), "")) for row in shipped]
    rows += [_own(row, one) for one in own if (row := _latest(shipped, one.name))]
    return tuple(sorted(rows, key=lambda row: (row.name, row.own, row.valid_from or date.min)))


def too_long(shipped: Sequence[Term], own: OwnLength) -> Term | None:
    """The row of law that a length of one's own would stretch: an office may do sooner than the law
    says, or oftener, never later. Rows that are off bind nobody."""
    for row in shipped:
        if row.name != own.name or not row.on or row.length is None or not _meet(row, own):
            continue
        if row.every or row.direction == "before":
            allowed = own.length >= row.length
        else:
            allowed = own.length <= row.length
        if row.unit != own.unit or not allowed:
            return row
    return None


def _switched(row: Term, document: str) -> Term:
    if not document or row.on or row.length is None:
        return row
    read = CONFIDENCE[row.confidence]
    return replace(row, on=True, reason="", caution=f"bật theo {document}; quy định này {read}")


def _own(row: Term, own: OwnLength) -> Term:
    return replace(
        row,
        length=own.length,
        unit=own.unit,
        basis=own.document,
        confidence="O",
        valid_from=own.valid_from,
        valid_to=own.valid_to,
        remote=None,
        complex=None,
        remote_complex=None,
        on=True,
        reason="",
        caution="",
        own=True,
    )


def _latest(shipped: Sequence[Term], name: str) -> Term | None:
    named = [row for row in shipped if row.name == name]
    return named[-1] if named else None


def _meet(row: Term, own: OwnLength) -> bool:
    """Whether there is a day on which both would hold."""
    begins_in_time = (
        row.valid_from is None or own.valid_to is None or row.valid_from <= own.valid_to
    )
    return begins_in_time and (row.valid_to is None or own.valid_from <= row.valid_to)
