"""Báo cáo kết quả trả lời kiến nghị: choose what it is about, look at each figure, take it away."""

from __future__ import annotations

from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import access as directory
from gandan.domain.directory.queries import home_unit
from gandan.domain.petitions import access
from gandan.domain.petitions.outcomes import OUTCOMES
from gandan.domain.petitions.queries import name_of, sessions
from gandan.domain.reports.petition_answers import (
    Figures,
    Scope,
    answered_of,
    figures_of,
    petition_answers,
    rows_of,
)
from gandan.domain.reports.voter_contact import Frame
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import today
from gandan.web.desk.offered_units import under
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.unit_field import UnitField
from vanban.output.typeset import to_pdf
from vanban.output.word import to_docx

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WRITERS = {"docx": (to_docx, _WORD), "pdf": (to_pdf, "application/pdf")}


class ScopeForm(forms.Form):
    """What the report is about. All may be left open but the unit, which is one's own at first."""

    unit = UnitField(label=gettext_lazy("Đơn vị"), required=False)
    session = forms.ChoiceField(label=gettext_lazy("Kỳ họp, đợt"), required=False)
    since = forms.DateField(
        label=gettext_lazy("Nêu từ ngày"), required=False, widget=forms.DateInput({"type": "date"})
    )
    until = forms.DateField(
        label=gettext_lazy("Đến ngày"), required=False, widget=forms.DateInput({"type": "date"})
    )


def report_answers(request: SignedRequest) -> HttpResponse:
    """The preview; with `?form=docx` or `?form=pdf` the file."""
    day = today()
    who = directory.standing(request.user, day)
    home = home_unit(request.user, day)
    form = ScopeForm(request.GET)
    form.fields["unit"].offer(under(home))  # type: ignore[attr-defined]
    kept = [(one, one) for one in sessions(access.visible_petitions(who, day))]
    form.fields["session"].choices = [("", _("tất cả")), *kept]  # type: ignore[attr-defined]
    context: dict[str, object] = {"form": form}
    unit = (form.cleaned_data["unit"] or home) if form.is_valid() else None
    if unit is None:
        return render(request, "desk/report_answers.html", context)
    said = form.cleaned_data
    scope = Scope(unit, said["session"], said["since"], said["until"])
    wanted = request.GET.get("form", "")
    if wanted in _WRITERS:
        try:
            report = petition_answers(scope, Frame(), actor=request.user, on=day)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            write, media = _WRITERS[wanted]
            answer = HttpResponse(write(report.paper), content_type=media)
            name = f"bao-cao-tra-loi-kien-nghi-{day:%Y-%m-%d}.{wanted}"
            answer["Content-Disposition"] = f'attachment; filename="{name}"'
            return answer
    figures = figures_of(rows_of(scope, actor=request.user, on=day))
    context |= {"unit": unit, "figures": figures, **_opened(figures, scope)}
    return render(request, "desk/report_answers.html", context)


def _opened(figures: Figures, scope: Scope) -> dict[str, object]:
    """Each figure with the address of its rows."""

    def rows(**more: str) -> str:
        return f"{reverse('petition-rows')}?{urlencode({**scope.asked, **more})}"

    return {
        "all_rows": rows(),
        "outcomes": [
            (said, figures.outcomes[name], rows(outcome=name))
            for name, said in OUTCOMES.items()
            if figures.outcomes[name]
        ],
        "fields": [
            (
                name_of(field) if field else _("chưa phân loại"),
                [
                    (outcomes.total(), rows(**_of_field(field))),
                    (answered_of(outcomes), rows(**_of_field(field), outcome="answered")),
                    (outcomes["solved"], rows(**_of_field(field), outcome="solved")),
                ],
            )
            for field, outcomes in figures.fields.items()
        ],
        "totals": [
            (figures.total, rows()),
            (figures.answered, rows(outcome="answered")),
            (figures.solved, rows(outcome="solved")),
        ],
    }


def _of_field(field: str) -> dict[str, str]:
    return {"field": field} if field else {"unsorted": "1"}
