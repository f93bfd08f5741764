"""The forms of inspections and training courses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.meetings import access
from gandan.domain.meetings.actions import Item
from gandan.domain.meetings.inspections import ChecklistItem
from gandan.domain.registry.queries import Fact
from gandan.web.desk.asking import today
from gandan.web.desk.unit_field import UnitsField
from gandan.web.desk.unit_forms import DayField


class InspectionForm(forms.Form):
    name = forms.CharField(label=_("Tên cuộc kiểm tra, giám sát"), max_length=200)
    unit = forms.ModelChoiceField(label=_("Đơn vị kiểm tra"), queryset=Unit.objects.none())
    duties = forms.MultipleChoiceField(
        label=_("Lấy nội dung từ nhiệm vụ của kế hoạch"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    items = forms.CharField(
        label=_("Nội dung kiểm tra khác"),
        required=False,
        help_text=_("Mỗi dòng một nội dung"),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *given: Any, who: Account, facts: Iterable[Fact] = (), **more: Any) -> None:
        super().__init__(*given, **more)
        fields: dict[str, Any] = self.fields
        fields["unit"].queryset = access.units_to_enter_for(who, today())
        self.facts = {str(fact.pk): fact for fact in facts}
        fields["duties"].choices = [(key, _words(fact)[:200]) for key, fact in self.facts.items()]
        if not self.facts:
            del self.fields["duties"]

    def listed(self) -> list[Item]:
        """The checklist: first what the plan asks, each with its words, then what was typed."""
        chosen = [self.facts[key] for key in self.cleaned_data.get("duties", ())]
        typed = [line for line in self.cleaned_data["items"].splitlines() if line.strip()]
        return [*(Item(_words(fact), fact.quote) for fact in chosen), *map(Item, typed)]


class VisitsForm(forms.Form):
    units = UnitsField(label=_("Đơn vị được kiểm tra"))
    planned_on = DayField(label=_("Ngày kiểm tra"))


class HeldForm(forms.Form):
    """When and where; the verdicts stand in a table of their own."""

    held_on = DayField(label=_("Ngày đã kiểm tra"))
    place = forms.CharField(label=_("Nơi"), max_length=200, required=False)


class ShortcomingForm(forms.Form):
    text = forms.CharField(
        label=_("Việc phải khắc phục"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )
    item = forms.ModelChoiceField(
        label=_("Thuộc nội dung"), queryset=ChecklistItem.objects.none(), required=False
    )
    due = DayField(label=_("Hạn khắc phục"))

    def __init__(self, *given: Any, items: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["item"].queryset = items  # type: ignore[attr-defined]


class ConclusionForm(forms.Form):
    """The notice of a conclusion: a file, its words pasted, or the number of one that is held."""

    file = forms.FileField(label=_("Tệp thông báo kết luận"), required=False)
    words = forms.CharField(
        label=_("hoặc dán, gõ nội dung kết luận"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Máy đọc các câu giao việc; bạn sửa và giao ở màn hình sau."),
        max_length=200_000,
    )

    number = forms.CharField(
        label=_("Số, ký hiệu thông báo kết luận đã có trong kho văn bản"),
        max_length=80,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not any((said.get("file"), (said.get("words") or "").strip(), said.get("number"))):
            raise forms.ValidationError(
                _("Hãy chọn tệp, dán nội dung kết luận, hoặc ghi số văn bản đã có.")
            )
        return said


class CourseForm(forms.Form):
    name = forms.CharField(label=_("Tên lớp tập huấn"), max_length=200)
    unit = forms.ModelChoiceField(label=_("Đơn vị tổ chức"), queryset=Unit.objects.none())
    subject = forms.CharField(
        label=_("Nội dung tập huấn"), widget=forms.Textarea(attrs={"rows": 3}), max_length=400
    )

    def __init__(self, *given: Any, who: Account, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["unit"].queryset = access.units_to_enter_for(who, today())  # type: ignore[attr-defined]


class InviteForm(forms.Form):
    units = UnitsField(label=_("Đơn vị cử người"))
    post = forms.CharField(label=_("Chức danh"), max_length=120, help_text=_("Không ghi tên người"))
    number = forms.IntegerField(label=_("Số người mỗi đơn vị"), min_value=1, max_value=5_000)


class SessionForm(forms.Form):
    planned_on = DayField(label=_("Ngày"))
    place = forms.CharField(label=_("Nơi"), max_length=200)


class MaterialForm(forms.Form):
    file = forms.FileField(label=_("Tài liệu"))


def _words(fact: Fact) -> str:
    return str(fact.value.get("text") or fact.quote)
