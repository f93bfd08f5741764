"""The forms by which administrators say what happens to a unit."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from gandan.web.desk.unit_field import UnitField, UnitsField


class DayField(forms.DateField):
    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, **kwargs)


class OrderForm(forms.Form):
    """What every change says: from which day, by which document."""

    on = DayField(label=gettext_lazy("Có hiệu lực từ ngày"))
    citation = forms.CharField(
        label=gettext_lazy("Theo văn bản"),
        max_length=300,
        help_text=gettext_lazy("Số, ký hiệu, ngày, cơ quan ban hành"),
    )

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        day = self._day_said()
        for field in self.fields.values():
            if isinstance(field, UnitField | UnitsField):
                field.day = day

    def _day_said(self) -> date | None:
        """The units are those of the day on which the change takes effect."""
        on: Any = self.fields["on"]
        try:
            said: date | None = on.clean(self["on"].data)
        except ValidationError:
            return None
        return said


class RenameForm(OrderForm):
    name = forms.CharField(label=gettext_lazy("Tên mới"), max_length=300)


class MergeForm(OrderForm):
    successor = UnitField(label=gettext_lazy("Nhập vào đơn vị"))
    others = UnitsField(label=gettext_lazy("Cùng nhập vào đó"), required=False)


class SplitForm(OrderForm):
    successors = UnitsField(label=gettext_lazy("Chia cho các đơn vị"))
    goes_on = forms.BooleanField(
        label=gettext_lazy("Đơn vị này vẫn hoạt động tiếp"), required=False
    )


class MoveForm(OrderForm):
    parent = UnitField(label=gettext_lazy("Chuyển về trực thuộc"), required=False)


class DissolveForm(OrderForm):
    pass
