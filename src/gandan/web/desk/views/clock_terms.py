"""The statutory terms: what each says, where it comes from, and whether it is used here."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory import access
from gandan.domain.directory.queries import fold_plain
from gandan.domain.timekeeping import queries
from gandan.domain.timekeeping.queries import Kind
from gandan.kernel.terms import Term
from gandan.kernel.terms.reporting import regimes
from gandan.kernel.terms.term import CONFIDENCE
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.sheet_download import wants_sheet
from gandan.web.desk.sheets import terms_sheet
from gandan.web.desk.states import Look

PER_PAGE = 40
LOOKS = {
    "on": Look(_("đang dùng"), "full", "good"),
    "off": Look(_("đang tắt"), "hollow", "wait"),
    "own": Look(_("của cơ quan"), "tick", "work"),
    "coming": Look(_("sắp có hiệu lực"), "half", "wait"),
    "past": Look(_("hết hiệu lực"), "cross", "wait"),
}


def clock_terms(request: SignedRequest) -> HttpResponse:
    day = today()
    words, asked = request.GET.get("q", "").strip(), request.GET.get("state", "")
    rows = [row for row in queries.timetable().terms if _fits(row, fold_plain(words))]
    if asked in LOOKS:
        rows = [row for row in rows if state_of(row, day) == asked]
    if wants_sheet(request):
        return terms_sheet([shown(row, day) for row in rows], day)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/clock_terms.html",
        {
            "page": page,
            "rows": [shown(row, day) for row in page.object_list],
            "words": words,
            "asked": asked,
            "looks": LOOKS,
            "regimes": regimes(),
        },
    )


def clock_term(request: SignedRequest, name: str) -> HttpResponse:
    day = today()
    table = queries.timetable()
    rows = [row for row in table.terms if row.name == name]
    if not rows:
        raise Http404
    switched = {key for kind, key, _where in table.edits if kind == Kind.SWITCH}
    made = [
        (row, queries.said_of(edit := queries.edit_of(row)), table.edits.get(edit.place) == edit)
        for row in queries.edits_made().filter(kind__in=[Kind.SWITCH, Kind.OWN])
        if row.key.partition("@")[0] == name
    ]
    return render(
        request,
        "desk/clock_term.html",
        {
            "name": name,
            "means": rows[0].means,
            "rows": [(*shown(row, day), key_of(row), key_of(row) in switched) for row in rows],
            "made": made,
            "may_edit": access.can(request.user, "set_clock", "", on=day),
        },
    )


def shown(row: Term, day: date) -> tuple[Term, Look, str]:
    """A row with how it looks and how sure it is."""
    return row, LOOKS[state_of(row, day)], CONFIDENCE[row.confidence]


def state_of(row: Term, day: date) -> str:
    if row.valid_to is not None and row.valid_to < day:
        return "past"
    if row.valid_from is not None and row.valid_from > day:
        return "coming"
    if row.own:
        return "own"
    return "on" if row.on else "off"


def key_of(row: Term) -> str:
    return f"{row.name}@{row.valid_from.isoformat() if row.valid_from else ''}"


def _fits(row: Term, words: str) -> bool:
    said = fold_plain(f"{row.name} {row.means} {row.basis}")
    return all(word in said for word in words.split())
