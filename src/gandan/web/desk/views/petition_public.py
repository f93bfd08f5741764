"""The public text of a petition: marked, altered and drafted by one person, let through by another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from gandan.domain.petitions import access, actions, queries
from gandan.domain.petitions.redaction import HIDDEN
from gandan.web.desk.asking import done_or_shown, done_or_told, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.task_forms import DayField
from gandan.web.desk.views.petition_page import visible_petition


class PublicForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Bản công khai"), widget=forms.Textarea(attrs={"rows": 6}),
        max_length=20_000,
    )  # fmt: skip
    answer_text = forms.CharField(
        label=gettext_lazy("Trả lời công khai"), widget=forms.Textarea(attrs={"rows": 5}),
        max_length=20_000, required=False,
    )  # fmt: skip
    looked_through = forms.BooleanField(
        label=gettext_lazy("Đã xem từng chỗ còn giống tên, số, địa chỉ"), required=False
    )


class DecisionForm(forms.Form):
    shown_from = DayField(label=gettext_lazy("Công khai từ ngày"), required=False)
    reason = forms.CharField(label=gettext_lazy("Lý do trả lại"), required=False, max_length=1000)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; one that looks personal has the number of its suggestion."""

    words: str
    number: int | None = None


def petition_public(request: SignedRequest, pk: int) -> HttpResponse:
    """First what looks personal, to be hidden, altered or kept; then the text, to be read and drafted."""
    this = visible_petition(request, pk)
    access.must(request.user, "draft", this, on=today())
    last = this.answers.last()
    pieces = pieces_of(this.text)
    marked = [one for one in pieces if one.number is not None]
    chosen = "alter" in request.POST
    form = PublicForm(None if chosen else sent(request), initial=_initial(request, this, last))
    if not chosen and form.is_valid():
        said = form.cleaned_data
        made = done_or_shown(
            form,
            lambda: actions.draft_publication(
                this, said["text"], answer=last, answer_text=said["answer_text"],
                looked_through=said["looked_through"], actor=request.user, at=timezone.now(),
            ),
        )  # fmt: skip
        if made is not None:
            messages.success(request, _("Đã soạn bản công khai, chờ người thứ hai duyệt."))
            return redirect("petition", pk=pk)
    return render(
        request,
        "desk/petition_public.html",
        {
            "this": this, "pieces": pieces, "form": form, "answer": last, "hidden": HIDDEN,
            "marked": [(one, request.POST.get(f"as-{one.number}", HIDDEN)) for one in marked],
            "chosen": chosen or request.method == "POST" or not marked,
        },
    )  # fmt: skip


def petition_publication(request: SignedRequest, pk: int, publication: int) -> HttpResponse:
    """The second person: the words as they were said beside those for everybody."""
    this = visible_petition(request, pk)
    access.must(request.user, "publish", this, on=today())
    one = get_object_or_404(this.publications.select_related("answer"), pk=publication)
    form = DecisionForm(sent(request))
    if form.is_valid():
        said = form.cleaned_data
        by: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
        done: object = None
        if "return" in request.POST:
            done = done_or_shown(
                form, lambda: actions.return_publication(one, said["reason"], **by)
            )
        else:
            done = done_or_shown(
                form,
                lambda: actions.approve_publication(one, shown_from=said["shown_from"], **by),
            )
        if done is not None:
            messages.success(request, _("Đã lưu."))
            return redirect("petition", pk=pk)
    shown = {
        "this": this, "one": one, "form": form, "pieces": pieces_of(one.text),
        "answer_pieces": pieces_of(one.answer_text),
    }  # fmt: skip
    return render(request, "desk/petition_publication.html", shown)


@require_POST
def petition_withdraw(request: SignedRequest, pk: int) -> HttpResponse:
    this = visible_petition(request, pk)
    reason = request.POST.get("reason", "")
    act: dict[str, Any] = {"actor": request.user, "at": timezone.now(), "reason": reason}
    if done_or_told(request, lambda: actions.withdraw(this, **act)) is not None:
        messages.success(request, _("Đã rút bản công khai."))
    return redirect("petition", pk=pk)


def pieces_of(text: str) -> list[Piece]:
    """The text cut where something looks personal."""
    pieces, at = [], 0
    for number, one in enumerate(queries.suggestions(text)):
        pieces += [Piece(text[at : one.start]), Piece(one.words, number)]
        at = one.end
    return [*pieces, Piece(text[at:])]


def altered(pieces: Sequence[Piece], said: Mapping[str, str]) -> str:
    """The text with each marked place as the person wants it; what is left empty is hidden."""
    return "".join(
        piece.words
        if piece.number is None or f"keep-{piece.number}" in said
        else said.get(f"as-{piece.number}", "").strip() or HIDDEN
        for piece in pieces
    )


def _initial(
    request: SignedRequest, this: queries.Petition, last: queries.Answer | None
) -> dict[str, Any]:
    return {
        "text": altered(pieces_of(this.text), request.POST),
        "answer_text": queries.redacted(last.text) if last else "",
    }
