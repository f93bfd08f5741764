"""The page of one petition: its words, its way, its answers; who asked, its files; joining."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.domain.directory import access as directory
from gandan.domain.petitions import access, actions, queries, remembering
from gandan.domain.registry import queries as registry
from gandan.domain.tasks import access as tasks
from gandan.web.desk.asking import done_or_told, sent, today
from gandan.web.desk.clocks_of_case import rows_of_clocks
from gandan.web.desk.deed_things import told
from gandan.web.desk.petition_forms import ReasonForm
from gandan.web.desk.petition_looks import STATES, due_of
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.states import WORDS

_VERBS = (
    "run_clock",
    "stop_clock",
    "attach",
    "join",
    "identify",
    "draft",
    "publish",
    "rate",
    "assess",
)


def petition(request: SignedRequest, pk: int) -> HttpResponse:
    who = directory.standing(request.user, today())
    seen = access.visible_petitions(who, who.on)
    this = petition_asked(seen, pk)
    near = remembering.similar(this.text, seen, this.place_code, most=6)
    steps = access.steps_open_to(who, this, who.on)
    answers = list(this.answers.all())
    return render(
        request,
        "desk/petition.html",
        {
            "this": this,
            "look": STATES[this.state],
            "due": due_of(this, who.on),
            "field": queries.name_of(this.field) if this.field else "",
            "clocks": rows_of_clocks(this, who.on),
            "before": queries.asked_before(seen, this),
            "group": queries.group_of(seen, this).exclude(pk=this.pk)[:20],
            "similar": [one for one in near if one.petition.pk != this.pk],
            "may": {verb: access.can(who, verb, this, on=who.on) for verb in _VERBS},
            "verbs": {step.verb for step in steps},
            "steps": [step for step in steps if step.verb in actions.SIMPLE],
            "answers": answers,
            "last": answers[-1] if answers else None,
            "task": _seen_task(who, this),
            "task_looks": WORDS,
            "rated": queries.rated(this),
            "events": told(queries.history_of(this), who, {"petitions.petition": [this.pk]}),
        },
    )


@require_POST
def petition_step(request: SignedRequest, pk: int, verb: str) -> HttpResponse:
    this = visible_petition(request, pk)
    reason = request.POST.get("reason", "")
    done_or_told(
        request,
        lambda: actions.take_step(this, verb, actor=request.user, at=timezone.now(), reason=reason),
    )
    return redirect("petition", pk=pk)


@require_POST
def petition_join(request: SignedRequest, pk: int, other: int) -> HttpResponse:
    this, same = visible_petition(request, pk), visible_petition(request, other)
    now = timezone.now()
    if done_or_told(request, lambda: actions.join(this, same, actor=request.user, at=now)):
        messages.success(request, _("Đã gộp hai kiến nghị."))
    return redirect("petition", pk=pk)


@require_POST
def petition_part(request: SignedRequest, pk: int) -> HttpResponse:
    this = visible_petition(request, pk)
    done_or_told(request, lambda: actions.part(this, actor=request.user, at=timezone.now()))
    return redirect("petition", pk=pk)


def petition_identity(request: SignedRequest, pk: int) -> HttpResponse:
    """Who asked: first the reason, then what was noted, this once; the page is not kept anywhere."""
    this = visible_petition(request, pk)
    access.must(request.user, "identify", this, on=today())
    form = ReasonForm(sent(request))
    opened, asked = None, False
    if form.is_valid():
        asked = True
        opened = done_or_told(
            request,
            lambda: actions.open_identity(
                this, form.cleaned_data["reason"], actor=request.user, at=timezone.now()
            ),
        )
    answer = render(
        request,
        "desk/petition_identity.html",
        {"this": this, "form": form, "opened": opened, "asked": asked},
    )
    answer["Cache-Control"] = "no-store"
    return answer


def petition_file(request: SignedRequest, pk: int, attachment: int) -> HttpResponse:
    """A file that came with it, always as a download. One that tells who asked is opened as that is:
    by who works on the petition, with a reason that leaves an event."""
    this = visible_petition(request, pk)
    found = this.attachments.filter(pk=attachment).select_related("file").first()
    if found is None:
        raise Http404
    if found.is_personal:
        access.must(request.user, "identify", this, on=today())
        form = ReasonForm(sent(request))
        if not form.is_valid():
            shown = {"this": this, "form": form, "attachment": found}
            return render(request, "desk/petition_identity.html", shown)
        reason = form.cleaned_data["reason"]
        actions.open_identity(this, reason, actor=request.user, at=timezone.now())
    answer = HttpResponse(registry.bytes_of(found.file), content_type="application/octet-stream")
    answer["Cache-Control"] = "no-store"
    answer["Content-Disposition"] = (
        content_disposition_header(True, found.file.name) or "attachment"
    )
    return answer


@require_POST
def petition_attach(request: SignedRequest, pk: int) -> HttpResponse:
    this = visible_petition(request, pk)
    access.must(request.user, "attach", this, on=today())
    is_personal = request.POST.get("is_personal", "") == "on"
    for file in request.FILES.getlist("files"):
        if done_or_told(
            request,
            lambda file=file: actions.attach(  # type: ignore[misc]
                this, file.read(), file.name or "tệp", is_personal=is_personal,
                actor=request.user, at=timezone.now(),
            ),
        ):  # fmt: skip
            messages.success(request, _("Đã gắn %(name)s.") % {"name": file.name})
    return redirect("petition", pk=pk)


def visible_petition(request: SignedRequest, pk: int) -> queries.Petition:
    who = directory.standing(request.user, today())
    return petition_asked(access.visible_petitions(who, who.on), pk)


def petition_asked(seen: QuerySet[queries.Petition], pk: int) -> queries.Petition:
    this = queries.petition_page(seen, pk)
    if this is None:
        raise Http404
    return this


def _seen_task(who: directory.Standing, this: queries.Petition) -> object:
    """The task of answering, as a link only for who may open it."""
    if this.task_id is None:
        return None
    return tasks.visible_tasks(who, who.on).filter(pk=this.task_id).first()
