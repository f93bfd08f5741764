"""Turn the references of a document into edges of the graph; part of `receive`.

A document that is cited and not held becomes a stub. When it is received, the stub is filled:
the edges that pointed at it now point at the document itself.
"""

from __future__ import annotations

from datetime import date, datetime

from gandan.domain.registry.actions.identifying import write_keys
from gandan.domain.registry.identity import Identity, identity, known_of
from gandan.domain.registry.models import Document, Fact, Reference
from vanban import model


def cite(source: Document, facts: list[Fact], at: datetime) -> None:
    """One edge per mention, to the document it means or to a stub made for it. `facts` are mentions
    that have no edge yet; those of the same text that have one say what a short mention means."""
    mentions = [(fact, _identity_of(fact)) for fact in facts]
    held = _with_numbers({known.number for _, known in mentions if known.number})
    linked = Reference.objects.filter(source=source).select_related("fact", "target")
    known_here = [(_identity_of(edge.fact), edge.target) for edge in linked] if mentions else []
    edges: list[Reference] = []
    for fact, known in mentions:
        if not known.number and known.issued_on is None:
            continue  # "Luật Đất đai", "Kế hoạch này": too little to say which document it is
        target = _in_this_text(known, known_here) or _held(known, held) or _stub(fact, at)
        if target == source:
            continue
        known_here.append((known, target))
        edges.append(
            Reference(source=source, target=target, fact=fact, role=fact.data.get("role", "cite"))
        )
    Reference.objects.bulk_create(edges)


def take_stub(header: model.Header) -> Document | None:
    """The stub that stood for the document with this header, if any; others that stood for the
    same document (made by mentions that knew less of it) are folded into it."""
    known = identity(header.number, header.kind, header.issued_on, header.issuers)
    stubs = Document.objects.filter(file__isnull=True, number_key=known.number)
    same = [stub for stub in stubs.order_by("id") if known.number and known.is_same(known_of(stub))]
    if not same:
        return None
    kept, *others = same
    for other in others:
        Reference.objects.filter(target=other).update(target=kept)
        other.delete()
    return kept


def _identity_of(fact: Fact) -> Identity:
    day = fact.data.get("date")
    issuer = fact.data.get("issuer")
    return identity(
        fact.data.get("number"),
        fact.data.get("kind"),
        date.fromisoformat(day) if day else None,
        (issuer,) if issuer else (),
    )


def _with_numbers(numbers: set[str]) -> list[tuple[Identity, Document]]:
    rows = Document.objects.filter(number_key__in=numbers).order_by("file_id", "id")
    return [(known_of(row), row) for row in rows]


def _in_this_text(known: Identity, here: list[tuple[Identity, Document]]) -> Document | None:
    return next(
        (document for other, document in here if known.is_same(other, in_one_text=True)), None
    )


def _held(known: Identity, held: list[tuple[Identity, Document]]) -> Document | None:
    """The one document it means. If it could be two, it is neither: a person must say which."""
    same = [document for other, document in held if known.is_same(other)]
    return same[0] if len(same) == 1 else None


def _stub(fact: Fact, at: datetime) -> Document:
    day, issuer = fact.data.get("date"), fact.data.get("issuer")
    stub = Document(
        kind=(fact.data.get("kind") or "")[:80],
        number=(fact.data.get("number") or "")[:80],
        issued_on=date.fromisoformat(day) if day else None,
        issuer_text=(issuer or "")[:400],
        created_at=at,
    )
    write_keys(stub, (issuer,) if issuer else ())
    stub.save()
    return stub
