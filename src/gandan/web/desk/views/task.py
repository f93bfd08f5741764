"""One task: the "6 rõ", the words it comes from, how far it is, who did what when."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from gandan.domain.directory import access as directory
from gandan.domain.directory import queries as units
from gandan.domain.petitions import queries as petitions
from gandan.domain.petitions.access import visible_petitions
from gandan.domain.registry import queries as registry
from gandan.domain.tasks import access, queries, states
from gandan.domain.tasks.actions.settling import BY_HAND_NOT
from gandan.domain.tasks.bulk_changes import laying_to_undo
from gandan.web.desk.asking import today
from gandan.web.desk.deed_things import told
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import clear_marks, due_of, source_address, source_words
from gandan.web.desk.standings import say_shares
from gandan.web.desk.states import WORDS
from gandan.web.desk.task_forms import EvidenceForm, ProgressForm

FIRST_PARTS = 50
_WHOLE_TASK = {"assign", "decline", "cancel"}
"""Steps of the task itself; a cooperating unit does not take them on its part."""


def task(request: SignedRequest, pk: int) -> HttpResponse:
    return task_shown(request, pk)


def task_shown(request: SignedRequest, pk: int, *, comment_kept: str = "") -> HttpResponse:
    """`comment_kept`: what was typed and could not be sent as it stands."""
    day = today()
    who = directory.standing(request.user, day)
    this = _visible(who, pk)
    parts = queries.parts_of(this)
    first = list(parts[:FIRST_PARTS])
    counted = queries.shares(parts, day)
    may = {verb: access.can(who, verb, this, on=day) for verb in access.RULES}
    return render(
        request,
        "desk/task.html",
        {
            "children": [(part, WORDS[part.state], due_of(part, day)) for part in first],
            "more_children": max(counted.total - len(first), 0),
            "part_shares": counted,
            "part_words": say_shares(counted),
            "following": this.subscriptions.filter(account=request.user).exists(),
            "task": this,
            "look": WORDS[this.state],
            "due": due_of(this, day),
            "six": clear_marks(this),
            "source": source_words(this),
            "source_address": source_address(this),
            "steps": [
                step
                for step in access.steps_open_to(who, this, on=day)
                if not (this.closes_with and step.verb in BY_HAND_NOT)
            ],
            # What is submitted without a product says why there is none: a field stands in for the button.
            "unproved": "" if this.evidence.all() else "submit",
            "comment_kept": comment_kept,
            "absences": _absences(this, day),
            "petition": petitions.petition_of_task(visible_petitions(who, day), this.pk),
            "may": may,
            "undo": laying_to_undo(request.user, this, day) if first and may["assign"] else None,
            "parts": [
                (part, WORDS[part.state], _steps(who, part)) for part in this.cooperations.all()
            ],
            "progress_form": ProgressForm(),
            "evidence_form": EvidenceForm(),
            "events": told(queries.history_of(this), who, {"tasks.task": [this.pk]}),
        },
    )


def _absences(this: queries.Task, day: date) -> list[units.Leave | units.Delegation]:
    """Who of those who have the task in hand is away, and who acts for them, on a day."""
    persons = [key for key in (this.leader_id, this.officer_id) if key]
    if not persons or this.lead is None or not this.is_open:
        return []
    return [*units.away(persons, day), *units.acting_for(persons, this.lead, day)]


def evidence_file(request: SignedRequest, pk: int, evidence: int) -> HttpResponse:
    """A file of evidence, always as a download: a browser must not run what others sent."""
    this = _visible(directory.standing(request.user, today()), pk)
    found = this.evidence.filter(pk=evidence, file__isnull=False).first()
    if found is None or found.file is None:
        raise Http404
    answer = HttpResponse(registry.bytes_of(found.file), content_type="application/octet-stream")
    answer["Content-Disposition"] = (
        content_disposition_header(True, found.file.name) or "attachment"
    )
    return answer


def _steps(who: directory.Standing, part: queries.Cooperation) -> list[states.Step]:
    """The steps that this person may take on the part of a cooperating unit."""
    return [
        step
        for step in states.steps_from(part.state)
        if step.verb not in _WHOLE_TASK
        and who.holds_over(part.unit, *(step.who - {str(directory.Role.CLERK)}))
    ]


def _visible(who: directory.Standing, pk: int) -> queries.Task:
    found = queries.task_page(access.visible_tasks(who, who.on), pk)
    if found is None:
        raise Http404
    return found
