"""The forms by which administrators say what happens to a unit, and the field that takes a unit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import queries
from gandan.domain.directory.queries import Unit
from gandan.web.desk.asking import today

FEW = 6


class UnitField(forms.CharField):
    """A unit by its code or name: a list of thousands is nothing to choose from. A name that fits
    several is given back as a question."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", gettext_lazy("Mã hoặc tên đầy đủ của đơn vị"))
        super().__init__(max_length=300, **kwargs)

    def clean(self, value: Any) -> Unit | None:
        words = super().clean(value)
        return unit_meant(words) if words else None


class UnitsField(forms.CharField):
    """Several units, one on a line."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", gettext_lazy("Mỗi dòng một đơn vị: mã hoặc tên đầy đủ"))
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), **kwargs)

    def clean(self, value: Any) -> list[Unit]:
        lines = super().clean(value).splitlines()
        found = [unit_meant(line) for line in lines if line.strip()]
        return list(dict.fromkeys(found))


def unit_meant(words: str) -> Unit:
    """The one unit that the words mean today; a ValidationError says what to do otherwise."""
    found = queries.units_meant(words, today())
    if len(found) == 1:
        return found[0]
    if not found:
        raise ValidationError(
            _("Không có đơn vị nào là “%(words)s”. Hãy gõ mã hoặc tên đầy đủ.") % {"words": words}
        )
    some = "; ".join(f"{unit} ({unit.code})" for unit in found[:FEW])
    raise ValidationError(
        _("“%(words)s” có thể là: %(units)s. Hãy gõ mã.") % {"words": words, "units": some}
    )


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
