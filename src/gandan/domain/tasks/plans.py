"""Documents that lay duties, and how far their duties are. Part of `queries`.

The duties of a plan are its tasks that are no part of another: a duty laid on a hundred communes
is one row of the plan, which opens into a hundred.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from gandan.domain.directory.queries import Unit
from gandan.domain.registry.queries import Document, Fact, FactKind, FactStatus, facts_of
from gandan.domain.tasks.models import DueDate, Task
from gandan.domain.tasks.standings import Shares, has_one, shares_by

KINDS = ("kế hoạch", "chương trình", "chỉ thị", "kết luận", "thông báo", "nghị quyết", "đề án")
"""The kinds of document that lay duties by their nature, by how their name begins."""


class DueInMonth(NamedTuple):
    """A task in the calendar of a plan, once in each month in which it has a date."""

    task: int
    section: str
    text: str
    lead: str | None


@dataclass(frozen=True, slots=True)
class Months:
    """The tasks of a plan that are due in a month; `month` 1–12."""

    month: int
    tasks: tuple[DueInMonth, ...]


def plans(visible: QuerySet[Document], tasks: QuerySet[Task]) -> QuerySet[Document]:
    """The held documents that lay duties: by their kind, or because tasks came of them."""
    by_kind = Q()
    for kind in KINDS:
        by_kind |= Q(kind__istartswith=kind)
    read = Fact.objects.filter(document=OuterRef("pk"), kind=FactKind.DUTY)
    duties = read.exclude(status=FactStatus.SUPERSEDED)
    laid = tasks.filter(document=OuterRef("pk")).order_by()
    found = visible.filter(file__isnull=False).filter((by_kind & Exists(duties)) | Q(Exists(laid)))
    return found.select_related("issuer").order_by("-issued_on", "-id")


def duties_of_plan(visible: QuerySet[Task], document: Document) -> QuerySet[Task]:
    """The visible duties that a document lays, in the order of its text. A part stands for itself
    where the whole is not visible: a commune sees its own sub-task."""
    whole = visible.filter(pk=OuterRef("parent"))
    mine = visible.filter(document=document).filter(Q(parent__isnull=True) | ~has_one(whole))
    return mine.order_by("start", "id")


def shares_of_plans(
    visible: QuerySet[Task], documents: Sequence[Document], on: date
) -> dict[int, Shares]:
    """By document: its shares. One query for a page of plans."""
    whole = visible.filter(pk=OuterRef("parent"))
    laid = visible.filter(document__in=[each.pk for each in documents])
    return shares_by(laid.filter(Q(parent__isnull=True) | ~has_one(whole)), "document", on)


def narrowed(
    tasks: QuerySet[Any], *, standing: str = "", lead: int | None = None, section: str = ""
) -> QuerySet[Any]:
    """Tasks with a standing, of a unit, of a top section ("II")."""
    found = tasks
    if standing:
        found = found.filter(standing=standing)
    if lead is not None:
        found = found.filter(lead=lead)
    if section:
        found = found.filter(Q(section=section) | Q(section__startswith=f"{section}."))
    return found


def unanswered_duties(document: Document) -> QuerySet[Fact]:
    """The duties of which nobody has said anything, or which were accepted and laid on nobody."""
    open_ = (FactStatus.MACHINE_READ, FactStatus.ACCEPTED, FactStatus.CORRECTED)
    found = facts_of(document, FactKind.DUTY).filter(status__in=open_, task__isnull=True)
    return found.select_related("document__issuer", "verdict")


def waiting_duties(documents: Sequence[Document]) -> dict[int, int]:
    """By document: how many duties nobody has said anything of. One query for a page."""
    waiting = Fact.objects.filter(
        document__in=[each.pk for each in documents],
        kind=FactKind.DUTY,
        status=FactStatus.MACHINE_READ,
    )
    return dict(waiting.order_by().values_list("document").annotate(n=Count("pk")))


def earlier_versions(document: Document, visible: QuerySet[Document]) -> list[Document]:
    """The held documents of which this may be a newer version: with the same number, or of the
    same kind and cited by it, issued before it; those with the same number first."""
    same = Q(number_key=document.number_key) if document.number_key else Q(pk__in=())
    cited = Q(pk__in=document.cites.values("target"), kind__iexact=document.kind)
    found = visible.filter(same | cited, file__isnull=False).exclude(pk=document.pk)
    if document.issued_on is not None:
        found = found.filter(Q(issued_on__lte=document.issued_on) | Q(issued_on__isnull=True))
    rows = list(found.defer("file__text").order_by("-issued_on", "-id")[:20])
    return sorted(rows, key=lambda row: row.number_key != document.number_key)


def shares_by_unit(tasks: QuerySet[Task], on: date) -> list[tuple[Unit | None, Shares]]:
    """The shares of each lead unit, the most late first; None: nobody's."""
    found = shares_by(tasks, "lead", on)
    known = Unit.objects.in_bulk([key for key in found if key is not None])
    rows = [(known.get(key) if key else None, each) for key, each in found.items()]
    return sorted(rows, key=lambda row: (-row[1].late, -row[1].total, str(row[0] or "")))


def top_section(section: str) -> str:
    """ "II.2.b3" → "II": the part of a document under whose heading a duty stands; of an appendix
    with years ("PL.2021.3") the year with it."""
    head, _, rest = section.partition(".")
    second = rest.partition(".")[0]
    return f"{head}.{second}" if head.startswith("PL") and second else head


def years_of(tasks: QuerySet[Task]) -> list[int]:
    """The years in which they have a date that stands."""
    return [day.year for day in _standing(tasks).dates("on", "year")]


def by_month(tasks: QuerySet[Task], year: int) -> list[Months]:
    """The twelve months of a year, each with the tasks that have a date in it that stands, in the order
    of the document. One question, however many."""
    found: dict[int, dict[int, DueInMonth]] = {month: {} for month in range(1, 13)}
    rows = _standing(tasks).filter(on__year=year).order_by("task__start", "task", "on")
    named = ("on", "task", "task__section", "task__text", "task__lead__name")
    for on, *said in rows.values_list(*named):
        shown = DueInMonth(*said)
        found[on.month].setdefault(shown.task, shown)
    return [Months(month, tuple(held.values())) for month, held in found.items()]


def _standing(tasks: QuerySet[Task]) -> QuerySet[DueDate]:
    return DueDate.objects.filter(task__in=tasks.order_by(), replaced_by__isnull=True)
