"""The forms of the task page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.formats import get_format
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory.queries import Person
from gandan.domain.tasks.queries import Priority, Recurrence, Task
from gandan.web.desk.unit_field import UnitField


class DayField(forms.DateField):
    """A day as Vietnamese offices write it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            help_text=_("Ví dụ 30/06/2026"),
            widget=forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        self.input_formats = get_format("DATE_INPUT_FORMATS")
        return super().to_python(value)


class ProgressForm(forms.Form):
    text = forms.CharField(
        label=_("Đã làm được gì"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )
    percent = forms.IntegerField(
        label=_("Ước đạt, phần trăm"), required=False, min_value=0, max_value=100
    )


class EvidenceForm(forms.Form):
    file = forms.FileField(label=_("Tệp minh chứng"), required=False)
    number = forms.CharField(
        label=_("hoặc số, ký hiệu văn bản đã có"), required=False, max_length=80
    )
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=400)


class TaskForm(forms.Form):
    text = forms.CharField(label=_("Việc"), widget=forms.Textarea(attrs={"rows": 3}))
    lead = UnitField(label=_("Đơn vị chủ trì"), required=False)
    product = forms.CharField(label=_("Kết quả, sản phẩm"), required=False, max_length=400)
    authority = forms.CharField(label=_("Thẩm quyền"), required=False, max_length=400)
    leader = forms.ModelChoiceField(
        label=_("Lãnh đạo phụ trách"), queryset=Person.objects.none(), required=False
    )
    officer = forms.ModelChoiceField(
        label=_("Người thực hiện"), queryset=Person.objects.none(), required=False
    )
    recurrence = forms.ChoiceField(label=_("Chu kỳ"), choices=Recurrence.choices)
    rule = forms.CharField(
        label=_("Quy tắc lặp riêng"),
        required=False,
        max_length=200,
        help_text=_("Theo RFC 5545, ví dụ ngày 15 hằng tháng: FREQ=MONTHLY;BYMONTHDAY=15"),
    )
    repeats_until = DayField(label=_("Lặp đến hết ngày"), required=False)
    priority = forms.TypedChoiceField(label=_("Độ khẩn"), choices=Priority.choices, coerce=int)
    is_internal = forms.BooleanField(label=_("Lưu hành nội bộ"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, task: Task, people: Any) -> None:
        fields = (
            "text", "lead", "product", "authority", "leader", "officer", "recurrence", "rule",
            "repeats_until", "priority", "is_internal",
        )  # fmt: skip
        initial = {name: getattr(task, name) for name in fields}
        super().__init__(data, initial={**initial, "seen": task.sequence})
        self.fields["leader"].queryset = people  # type: ignore[attr-defined]
        self.fields["officer"].queryset = people  # type: ignore[attr-defined]

    def changes(self) -> dict[str, Any]:
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "seen" and value != self.initial[name]
        }
