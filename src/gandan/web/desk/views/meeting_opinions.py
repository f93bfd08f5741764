"""The opinions of a meeting become petitions on one screen, each once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.domain.meetings import access as meetings
from gandan.domain.meetings.queries import Opinion
from gandan.domain.petitions import access, actions, queries, remembering
from gandan.domain.petitions.classification import Proposal
from gandan.domain.petitions.denunciation import denounces
from gandan.kernel.access import Denied
from gandan.kernel.ids import key_said
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import today
from gandan.web.desk.petition_forms import field_choices, level_choices
from gandan.web.desk.petition_proposal import sorted_by_machine
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.views.meeting_minutes import meeting_of

AT_ONCE = 40


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """An opinion with what became of it, or with what is proposed."""

    opinion: Opinion
    made: queries.Petition | None
    proposal: Proposal | None
    near: remembering.Similar | None
    denounces: bool


def meeting_opinions(request: SignedRequest, pk: int) -> HttpResponse:
    this = meeting_of(request, pk)
    meetings.must(request.user, "record", this, on=today())
    opinions = list(this.said.all())
    if request.method == "POST":
        chosen = [one for one in opinions if str(one.pk) in request.POST.getlist("opinion")]
        _take(request, chosen)
        return redirect("meeting-opinions", pk=pk)
    made = queries.made_of_opinions([one.pk for one in opinions])
    waiting = [one for one in opinions if one.pk not in made]
    seen = access.visible_petitions(request.user, today())
    rows = [_proposed(one, this.place_code, seen) for one in waiting[:AT_ONCE]]
    return render(
        request,
        "desk/meeting_opinions.html",
        {
            "meeting": this,
            "rows": rows,
            "more": len(waiting) - len(rows),
            "done": [OpinionRow(one, made[one.pk], None, None, denounces=False)
                     for one in opinions if one.pk in made],
            "fields": field_choices(),
            "levels": level_choices(),
        },
    )  # fmt: skip


def _proposed(opinion: Opinion, place: str, seen: Any) -> OpinionRow:
    if denounces(opinion.text):
        return OpinionRow(opinion, None, None, None, denounces=True)
    near = remembering.similar(opinion.text, seen, place, most=1, least=remembering.PROPOSED)
    said = sorted_by_machine(opinion.text)
    return OpinionRow(opinion, None, said, near[0] if near else None, denounces=False)


def _take(request: SignedRequest, chosen: list[Opinion]) -> None:
    """One that is refused does not keep the others out; each is told."""
    taken = 0
    for one in chosen:
        try:
            _take_one(request, one)
        except (Refused, Denied) as refusal:
            messages.error(request, f"{one.number}. {refusal}")
        else:
            taken += 1
    if taken:
        messages.success(request, _("Đã đưa %(n)s ý kiến vào kiến nghị.") % {"n": taken})
    elif not chosen:
        messages.error(request, _("Chưa chọn ý kiến nào. Chưa có gì thay đổi."))


@transaction.atomic
def _take_one(request: SignedRequest, one: Opinion) -> None:
    by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    made = actions.take_opinion(
        one,
        field=request.POST.get(f"field-{one.pk}", ""),
        level=request.POST.get(f"level-{one.pk}", ""),
        no_denunciation=f"none-{one.pk}" in request.POST,
        **by,
    )
    same = key_said(request.POST.get(f"same-{one.pk}", ""))
    if same and made.first_id is None:
        visible = access.visible_petitions(request.user, today())
        other = visible.filter(pk=same).exclude(pk=made.pk).first()
        if other is not None:
            actions.join(made, other, **by)
