"""One deed: what it changed, as far as the person may see it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from gandan.domain.directory.access import standing
from gandan.kernel.events import Event
from gandan.kernel.ids import Subject
from gandan.web.desk.asking import today
from gandan.web.desk.deed_things import things_of, verbs_by_key, words_of
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.terms import say_event

AT_FIRST = 20
PER_PAGE = 50


def event(request: SignedRequest, pk: int) -> HttpResponse:
    """Whoever sees nothing that it changed is not told whether it happened."""
    this = get_object_or_404(Event.objects.select_related("actor__person"), pk=pk)
    found = things_of(this, standing(request.user, today()))
    chosen = next((kind for kind, _ in found if kind.type == request.GET.get("kind")), None)
    shown, seen = [], set()
    for kind, things in found:
        seen |= {Subject(kind.type, key) for key in things.values_list("pk", flat=True)}
        if chosen not in {None, kind}:
            continue
        pages = Paginator(things, PER_PAGE if chosen else AT_FIRST)
        page = pages.get_page(request.GET.get("page") if chosen else 1)
        rows = list(page.object_list)
        verbs = verbs_by_key(this, kind.type, [row.pk for row in rows])
        lines = [(row, kind.address(row), say_event(verbs[row.pk] or [this.verb])) for row in rows]
        if lines:
            shown.append((kind, page, lines))
    if not shown:
        raise Http404
    return render(
        request,
        "desk/event.html",
        {"event": this, "words": words_of(this, seen), "shown": shown, "chosen": chosen},
    )
