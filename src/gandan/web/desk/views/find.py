"""One search field for everything: what people ask for, documents, duties, units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gandan.domain.directory import access
from gandan.domain.directory import queries as directory
from gandan.domain.directory.access import Standing
from gandan.domain.petitions import finding
from gandan.domain.tasks import access as task_access
from gandan.domain.tasks import queries as tasks
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import rows_of

FIRST, PER_PAGE = 6, 25


@dataclass(frozen=True, slots=True)
class Section:
    """What was found of one kind: its first rows (or a page of them), and how many there are.
    `is_behind`: the index is just being written, there may be more."""

    kind: str
    heading: str
    rows: Any
    total: int
    is_behind: bool = False


@dataclass(slots=True)
class Hits:
    """The hits of one kind as a long list of which a page is read."""

    words: str
    who: Standing
    kind: str

    def count(self) -> int:
        return finding.search(self.words, self.who, kind=self.kind, limit=1).total

    def __getitem__(self, part: slice) -> list[Any]:
        length = part.stop - part.start
        found = finding.search(
            self.words, self.who, kind=self.kind, limit=length, offset=part.start
        )
        return [row.thing for row in found.rows]


def find(request: SignedRequest) -> HttpResponse:
    day = today()
    who = access.standing(request.user, day)
    access.must(who, "read", None, on=day)
    words = request.GET.get("q", "").strip()
    kind = request.GET.get("kind", "")
    sections: list[Section] = []
    page: Page[Any] | None = None
    if words and kind in finding.KINDS:
        hits: Any = Hits(words, who, kind)
        page = Paginator(hits, PER_PAGE).get_page(request.GET.get("page"))
        sections = [_section(kind, list(page), page.paginator.count, who)]
    elif words:
        sections = [_first_of(each, words, who) for each in finding.KINDS]
        units = directory.units_called(words, day)[:PER_PAGE]
        if units:
            sections.append(Section("unit", _("Đơn vị"), units, len(units)))
    context = {
        "words": words,
        "kind": kind,
        "sections": [one for one in sections if one.total],
        "page": page,
        "is_behind": any(one.is_behind for one in sections),
    }
    return render(request, "desk/find.html", context)


def _first_of(kind: str, words: str, who: Standing) -> Section:
    found = finding.search(words, who, kind=kind, limit=FIRST)
    things = [row.thing for row in found.rows]
    return _section(kind, things, found.total, who, is_behind=found.is_behind)


def _section(
    kind: str, things: list[Any], total: int, who: Standing, *, is_behind: bool = False
) -> Section:
    headings = {"petition": _("Kiến nghị"), "document": _("Văn bản"), "task": _("Nhiệm vụ")}
    rows: Any = things
    if kind == "task":  # a row shows more than the search reads
        keys = [one.pk for one in things]
        read = tasks.listed(task_access.visible_tasks(who, who.on).filter(pk__in=keys))
        rows = sorted(rows_of(read, who.on), key=lambda row: keys.index(row.key))
    return Section(kind, headings[kind], rows, total, is_behind)
