"""A plan's duties given out on one screen, and what a new version of it changes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.domain.directory import access as directory
from gandan.domain.directory import queries as units
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import queries as registry
from gandan.domain.registry.queries import Document, Fact
from gandan.domain.tasks import access, actions, plans, queries
from gandan.domain.tasks.versions import Change, compare_duties
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import done_or_told, today
from gandan.web.desk.cards import Card, cards_of
from gandan.web.desk.given_out import shown_again, typed_in
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.plans import plan_asked


def plan_assign(request: SignedRequest, pk: int) -> HttpResponse:
    """All duties that wait, those that read clearly already ticked; one button gives them out."""
    day = today()
    who = directory.standing(request.user, day)
    this = plan_asked(who, pk)
    registry_access.must(who, "review", this, on=day)
    facts = list(plans.unanswered_duties(this))
    cards = cards_of(this, facts, {}, day)
    if request.method == "POST":
        chosen = [fact for fact in facts if str(fact.pk) in request.POST.getlist("fact")]
        made = done_or_told(request, lambda: _given_out(request, chosen, cards))
        if made is not None:
            messages.success(request, _("Đã giao %(n)s nhiệm vụ.") % {"n": len(made)})
            return redirect("plan", pk=pk)
    rows = [(card, is_clear(card), shown_again(request.POST, card)) for card in cards]
    return render(
        request,
        "desk/plan_assign.html",
        {"plan": this, "rows": rows, "clear": sum(clear for _card, clear, _typed in rows)},
    )


def _given_out(request: SignedRequest, chosen: list[Fact], cards: list[Card]) -> list[queries.Task]:
    shown = {card.fact.pk: card for card in cards}
    typed = [typed_in(request.POST, shown[fact.pk]) for fact in chosen]
    leads = _leads_chosen(request, chosen)
    leads |= {one.fact: one.lead for one in typed if one.lead is not None}
    return actions.accept_duties(
        chosen,
        leads=leads,
        changes={one.fact: one.changes for one in typed if one.changes},
        actor=request.user,
        at=timezone.now(),
    )


def is_clear(card: Card) -> bool:
    """Nothing in it needs a second look, and its lead is one known unit."""
    return not card.doubts and any(lead.unit for lead in card.leads)


def _leads_chosen(request: SignedRequest, facts: list[Fact]) -> dict[int, units.Unit]:
    asked = {fact.pk: request.POST.get(f"lead-{fact.pk}", "") for fact in facts}
    keys = {fact: key for fact, said in asked.items() if (key := key_said(said))}
    known = units.Unit.objects.in_bulk(list(keys.values()))
    return {fact: known[unit] for fact, unit in keys.items() if unit in known}


def plan_changes(request: SignedRequest, pk: int) -> HttpResponse:
    """The duties of this document beside those of an earlier version of it."""
    day = today()
    who = directory.standing(request.user, day)
    this = plan_asked(who, pk)
    visible = registry_access.visible_documents(who, day)
    earlier = plans.earlier_versions(this, visible)
    asked = request.GET.get("from", "")
    old = next((one for one in earlier if str(one.pk) == asked), None) or next(iter(earlier), None)
    changes = compare_duties(_duties(old), _duties(this)) if old else []
    tasks = access.visible_tasks(who, day)
    made = queries.tasks_of_facts(
        tasks, list(registry.facts_of(old, registry.FactKind.DUTY)) if old else []
    )
    return render(
        request,
        "desk/plan_changes.html",
        {
            "plan": this,
            "old": old,
            "earlier": earlier,
            "changes": [(change, _task_of(change, made)) for change in changes],
            "counts": [
                (what, sum(change.what == what for change in changes))
                for what in ("added", "removed", "changed", "same")
            ],
        },
    )


def _duties(document: Document) -> list[dict[str, object]]:
    facts = registry.facts_of(document, registry.FactKind.DUTY)
    return [{**fact.value, "fact": fact.pk} for fact in facts if fact.status != "rejected"]


def _task_of(change: Change, made: dict[int, queries.Task]) -> queries.Task | None:
    """The task that came of the old duty: it may have to be changed or cancelled."""
    return made.get(change.old["fact"]) if change.old else None
