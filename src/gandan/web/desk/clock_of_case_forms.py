"""The forms by which a term is let run in a case, stopped, let go on, prolonged and ended."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.domain.petitions.queries import offered_terms
from gandan.kernel.timetable import timetable
from gandan.web.desk.task_forms import DayField


class StartForm(forms.Form):
    term = forms.ChoiceField(label=_("Thời hạn"))
    start = DayField(label=_("Ngày của sự kiện"))
    remote = forms.BooleanField(label=_("Vùng sâu, vùng xa, đi lại khó khăn"), required=False)
    complex_case = forms.BooleanField(label=_("Vụ việc phức tạp"), required=False)

    def __init__(self, *given: Any, on: date, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["term"].choices = [  # type: ignore[attr-defined]
            (row.name, f"{row.means}: {row.said()}, từ khi {row.event}")
            for row in offered_terms(timetable(), on)
        ]


class PauseForm(forms.Form):
    on = DayField(label=_("Ngày quyết định tạm dừng"))
    reason = forms.CharField(label=_("Lý do"), max_length=400)
    basis = forms.CharField(label=_("Căn cứ: số, ngày quyết định, điều luật"), max_length=400)


class ResumeForm(forms.Form):
    on = DayField(label=_("Ngày quyết định tiếp tục"))


class ExtendForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=400)


class FinishForm(forms.Form):
    on = DayField(label=_("Xong ngày"))
