"""A change of the clock that touches tens of thousands of dates: counted and done apart from the
request, looked at in between."""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import asdict
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from gandan.domain.directory import access as directory
from gandan.domain.errands import actions as errands
from gandan.domain.errands.access import visible_errands
from gandan.domain.errands.queries import order_of
from gandan.domain.timekeeping import actions, queries
from gandan.domain.timekeeping.moves import read_moves
from gandan.domain.timekeeping.queries import Edit
from gandan.web.desk.asking import today
from gandan.web.desk.moved_rows import rows_of_moves
from gandan.web.desk.request import SignedRequest

SHOWN = 200


def counted_later(request: SignedRequest, edit: Edit, words: dict[str, Any]) -> HttpResponse:
    """`words`: the heading of the page, and the way back from it."""
    order = {"edit": asdict(edit), "heading": str(words["heading"]), "back": words["back"]}
    return _asked(request, "count-moves", _key(request), order, 1)


def moved_later(request: SignedRequest, edit: Edit, seen: str, moves: int) -> HttpResponse:
    order = {"edit": asdict(edit), "seen": seen}
    return _asked(request, "change-clock", _key(request), order, moves)


def _key(request: SignedRequest) -> str:
    return request.POST.get("key") or secrets.token_hex(16)


def _asked(request: SignedRequest, kind: str, key: str, order: Any, total: int) -> HttpResponse:
    made = errands.ask(
        kind, key=key, said={}, total=total, files=errands.ordered(order),
        actor=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect("errand", pk=made.pk)


def clock_proposal(request: SignedRequest, pk: int) -> HttpResponse:
    """What was counted, page by page; approved, it is done apart from the request too."""
    this = get_object_or_404(visible_errands(request.user), pk=pk, kind="count-moves")
    try:
        found, order = read_moves(this.folder), order_of(this)
    except OSError:
        raise Http404 from None
    edit = Edit(**order["edit"])
    if not directory.can(request.user, "set_clock", edit.territory, on=today()):
        raise directory.Denied(actions.MAY_NOT)
    if "confirm" in request.POST:
        seen = queries.digest_of(found) if request.POST["confirm"] == "move" else None
        order = {"edit": asdict(edit), "seen": seen}
        return _asked(request, "change-clock", f"clock-{this.pk}", order, max(len(found), 1))
    page = Paginator(found, SHOWN).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/clock_change.html",
        {
            "heading": order["heading"], "back": order["back"], "apart": True,
            "said": queries.said_of(edit), "reason": edit.reason, "page": page,
            "counts": sorted(Counter(move.kind for move in found).items()), "total": len(found),
            "rows": rows_of_moves(
                list(page.object_list), directory.standing(request.user, today())
            ),
        },
    )  # fmt: skip
