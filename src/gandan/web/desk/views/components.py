"""Every component of the interface in every state, on one page, for who builds and checks it."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import access
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import ClearMark
from gandan.web.desk.states import WORDS
from gandan.web.ui.wording import say_due


class _Specimen(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Tên đơn vị"), help_text=gettext_lazy("Như ghi trong văn bản")
    )
    kind = forms.ChoiceField(label=gettext_lazy("Loại"), choices=[("a", "Sở"), ("b", "Xã")])
    note = forms.CharField(label=gettext_lazy("Ghi chú"), required=False, widget=forms.Textarea)


def components(request: SignedRequest) -> HttpResponse:
    today = timezone.localdate()
    if not access.standing(request.user, today).holds(access.Role.ADMINISTRATOR):
        raise Http404
    return render(request, "desk/components.html", _specimens(today))


def _specimens(today: date) -> dict[str, object]:
    days = (-12, 0, 1, 5, 40)
    clear, hollow = ([ClearMark("Rõ người", "Chưa rõ ai làm", said)] for said in (True, False))
    return {
        "states": WORDS.values(),
        "dues": [
            *(say_due(today + timedelta(days=n), today) for n in days),
            say_due(today + timedelta(days=20), today, "quarterly"),
            say_due(None, today, "continuous"),
            say_due(None, today),
            say_due(today, today, over=True),
        ],
        "sixes": [clear * 6, clear * 4 + hollow * 2, hollow * 6],
        "plain": _Specimen(),
        "wrong": _Specimen({"kind": "c"}),
        "facts": [
            ("duty", _("nhiệm vụ")),
            ("date", _("thời hạn")),
            ("reference", _("viện dẫn")),
            ("petition", _("kiến nghị")),
            ("sum", _("số liệu")),
        ],
    }
