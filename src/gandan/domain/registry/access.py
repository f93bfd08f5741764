"""The only door to a document for a person.

Ordinary documents of the office are open to everybody who holds a role in it. A document marked
for internal use is open to those who work in its unit or above. An administrator sets up units and
accounts and sees no more than others by that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from gandan.domain.directory.access import Role, Standing, standing
from gandan.domain.directory.queries import Account
from gandan.domain.registry.models import Document, Fact, Reference, Secrecy
from gandan.kernel.access import Denied, allowed, demand

__all__ = [
    "RULES",
    "Denied",
    "can",
    "citable_documents",
    "must",
    "visible_documents",
    "visible_facts",
]

_WORKING = (Role.CLERK, Role.HEAD, Role.OFFICER, Role.READER)


def visible_documents(who: Account | Standing | None, on: date) -> QuerySet[Document]:
    """The documents (and stubs) that an account may read on a day; nothing without a role."""
    asking = who if isinstance(who, Standing) else standing(who, on)
    if not asking.holds():
        return Document.objects.none()
    held = held_documents(asking)
    # A stub is known only from what cites it: the number that an internal document cites is its own.
    cited = Reference.objects.filter(source__in=held).values("target")
    return Document.objects.filter(Q(pk__in=held.values("pk")) | Q(file__isnull=True, pk__in=cited))


def held_documents(who: Standing) -> QuerySet[Document]:
    """Those that are here and not only cited, which somebody with a role may read: the newest of them are
    found without gathering all."""
    open_to_them = Q(secrecy=Secrecy.ORDINARY)
    for path in who.paths(*_WORKING):
        open_to_them |= Q(unit__path__startswith=path)
        if path == "":
            open_to_them |= Q(unit__isnull=True)
    return Document.objects.filter(open_to_them, file__isnull=False)


def citable_documents(who: Account | Standing | None, on: date) -> QuerySet[Document]:
    """What may be named where everybody reads it: held documents that are not for internal use."""
    held = visible_documents(who, on).filter(file__isnull=False)
    return held.filter(secrecy=Secrecy.ORDINARY)


def visible_facts(who: Account | Standing | None, on: date) -> QuerySet[Fact]:
    """The facts of the documents that an account may read."""
    return Fact.objects.filter(document__in=visible_documents(who, on))


def _reads(who: Standing, document: Document) -> bool:
    if document.is_stub:
        return visible_documents(who, who.on).filter(pk=document.pk).exists()
    if document.secrecy == Secrecy.ORDINARY:
        return who.holds()
    if document.unit is None:
        return "" in who.paths(*_WORKING)
    return who.holds_over(document.unit, *_WORKING)


def _reviews(who: Standing, document: Document) -> bool:
    return who.holds(Role.CLERK) and _reads(who, document)


RULES: Mapping[str, Callable[[Standing, Any], bool]] = {
    "read": _reads,
    "receive": lambda who, _: who.holds(Role.CLERK),
    "review": _reviews,
    "restrict": _reviews,
}


def can(who: Account | Standing | None, verb: str, thing: Document | None, *, on: date) -> bool:
    """Whether an account may do the verb to the document ("receive" is asked of None)."""
    return allowed(RULES, who if isinstance(who, Standing) else standing(who, on), verb, thing)


def must(who: Account | Standing | None, verb: str, thing: Document | None, *, on: date) -> None:
    """Raise Denied, with a sentence for the person, unless `can`."""
    demand(
        RULES,
        who if isinstance(who, Standing) else standing(who, on),
        verb,
        thing,
        "Tài khoản của bạn không được làm việc này với văn bản. Chưa có gì thay đổi. "
        "Việc nhận và duyệt văn bản do văn thư làm.",
    )
