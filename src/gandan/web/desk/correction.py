"""The forms in which a person corrects what was read, or rejects it with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory.queries import Unit
from gandan.domain.tasks.queries import Recurrence
from gandan.web.desk.cards import Card


class SeparatedField(forms.CharField):
    """Several names in one line, parted by semicolons (a name may hold a comma)."""

    def clean(self, value: Any) -> list[str]:
        parts = (part.strip() for part in super().clean(value).replace("\n", ";").split(";"))
        return [part for part in parts if part]

    def prepare_value(self, value: Any) -> Any:
        return "; ".join(value) if isinstance(value, (list, tuple)) else value


class DatesField(SeparatedField):
    """Dates as Vietnamese offices write them, parted by semicolons."""

    def clean(self, value: Any) -> list[str]:
        return sorted({_day(part).isoformat() for part in super().clean(value)})

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, (list, tuple)):
            return value
        return "; ".join(f"{date.fromisoformat(day):%d/%m/%Y}" for day in value)


class CorrectionForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("Việc"), widget=forms.Textarea(attrs={"rows": 3}))
    lead = SeparatedField(
        label=gettext_lazy("Chủ trì"),
        required=False,
        help_text=gettext_lazy("Nhiều đơn vị thì cách nhau bằng dấu chấm phẩy"),
    )
    lead_unit = forms.ModelChoiceField(
        label=gettext_lazy("Chủ trì là đơn vị nào"),
        queryset=Unit.objects.none(),
        required=False,
    )
    cooperating = SeparatedField(label=gettext_lazy("Phối hợp"), required=False)
    due = DatesField(
        label=gettext_lazy("Hạn"), required=False, help_text=gettext_lazy("Ví dụ 30/06/2026")
    )
    recurrence = forms.ChoiceField(label=gettext_lazy("Chu kỳ"), choices=Recurrence.choices)

    def __init__(self, data: Any, *, card: Card) -> None:
        super().__init__(
            data,
            initial={name: card.value.get(name) for name in self.base_fields},
            auto_id=f"fact-{card.fact.pk}-%s",
        )
        choices = Unit.objects.filter(pk__in=[unit.pk for unit in card.choices])
        if card.choices:
            self.fields["lead_unit"].queryset = choices  # type: ignore[attr-defined]
        else:
            self.fields["lead_unit"].widget = forms.HiddenInput()

    def changes(self) -> dict[str, Any]:
        """The fields whose value the person changed, as a fact keeps them."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "lead_unit" and value != (self.initial[name] or type(value)())
        }


class RejectionForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Vì sao bỏ"),
        help_text=gettext_lazy("Ví dụ: chỉ là câu dẫn, không giao việc cho ai"),
        max_length=1000,
    )


def _day(words: str) -> date:
    try:
        day: date = forms.DateField(input_formats=get_format("DATE_INPUT_FORMATS")).clean(words)
    except ValidationError as error:
        raise ValidationError(
            _("“%(words)s” không phải ngày. Hãy ghi như 30/06/2026.") % {"words": words}
        ) from error
    return day
