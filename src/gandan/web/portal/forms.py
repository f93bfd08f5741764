"""What the public may fill in."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gandan.domain.petitions import public

LONGEST = 5_000


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Each file is checked as a single one would be."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [super(ManyFilesField, self).clean(each, initial) for each in data or ()]


class SendForm(forms.Form):
    """A suggestion or petition. `key` names this sending, so that it may be sent twice."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    text = forms.CharField(
        label=_("Bạn muốn nêu việc gì?"),
        help_text=_("Việc gì, ở đâu, từ bao giờ, mong muốn thế nào. Không cần ghi tên mình ở đây."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={"required": _("Chưa có nội dung. Hãy ghi việc bạn muốn nêu.")},
    )
    unit = forms.ChoiceField(
        label=_("Gửi tới xã, phường"),
        help_text=_("Không rõ thì để trống, văn thư của tỉnh sẽ chuyển."),
        required=False,
    )
    field = forms.ChoiceField(label=_("Việc này thuộc"), required=False)
    attachments = ManyFilesField(
        label=_("Ảnh, văn bản kèm theo"),
        help_text=_("Nhiều nhất 3 tệp, mỗi tệp 10 MB: ảnh, .pdf, .docx, .doc, .txt."),
        required=False,
        widget=ManyFiles(
            attrs={"multiple": True, "accept": ".jpg,.jpeg,.png,.tif,.pdf,.docx,.doc,.txt"}
        ),
    )
    name = forms.CharField(label=_("Họ và tên"), required=False, max_length=120)
    phone = forms.CharField(
        label=_("Số điện thoại"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    address = forms.CharField(label=_("Địa chỉ"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(unit.pk): unit for unit in public.receiving_units(timezone.localdate())}
        unit, field = self.fields["unit"], self.fields["field"]
        unit.choices = [("", _("Chưa rõ"))] + [  # type: ignore[attr-defined]
            (key, place_of(one.name)) for key, one in self.units.items()
        ]
        field.choices = [("", _("Chưa rõ"))] + [  # type: ignore[attr-defined]
            (one.code, one.name) for one in public.top_fields()
        ]
        self.fields["key"].initial = secrets.token_urlsafe(24)

    @property
    def about(self) -> list[forms.BoundField]:
        return [self[name] for name in ("text", "unit", "field", "attachments")]

    @property
    def contact(self) -> list[forms.BoundField]:
        return [self[name] for name in ("name", "phone", "address")]


def place_of(name: str) -> str:
    """ "Ủy ban nhân dân xã Khe Trúc" → "Xã Khe Trúc": as people call where they live."""
    place = name.removeprefix("Ủy ban nhân dân ").removeprefix("UBND ")
    return place[:1].upper() + place[1:]
